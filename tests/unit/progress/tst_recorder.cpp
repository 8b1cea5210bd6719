// SPDX-License-Identifier: GPL-3.0-or-later
#include "progress/recorder.h"
#include "progress/store.h"
#include "samplerecords.h"

#include <QDir>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QtTest>

using namespace Skillet::Progress;
using Skillet::Core::ErrorCode;

namespace {

/// Holds the database's write lock while it lives.
class WriteLock final
{
public:
    explicit WriteLock(const QString &file)
        : m_connection(QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), Name))
    {
        m_connection.setDatabaseName(file);
        m_held = m_connection.open() && QSqlQuery(m_connection).exec(QStringLiteral("BEGIN IMMEDIATE"));
    }
    ~WriteLock()
    {
        m_connection.close();
        m_connection = QSqlDatabase();
        QSqlDatabase::removeDatabase(Name);
    }
    WriteLock(const WriteLock &) = delete;
    WriteLock &operator=(const WriteLock &) = delete;

    [[nodiscard]] bool isHeld() const { return m_held; }

private:
    inline static const QString Name = QStringLiteral("lock");
    QSqlDatabase m_connection;
    bool m_held = false;
};

} // namespace

class TestRecorder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void record_goesToTheDatabase();
    void lockedDatabase_keepsTheRecordForLater();
    void nextRecord_takesTheWaitingOnesAlong();
    void nextSession_recordsWhatWasSpilled();
    void spilledAndRecorded_isThereOnce();
    void unwritableSpill_keepsInMemoryAndSaysSo();
    void inMemoryStore_spillsForALaterSession();
    void invalidRecord_isNotKept();

private:
    [[nodiscard]] std::unique_ptr<Store> open() const { return Store::open(m_file).value(); }
    static qsizetype count(const Store &store);

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
    QString m_spill;
};

void TestRecorder::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_file = m_folder->filePath(QStringLiteral("progress.sqlite"));
    m_spill = m_folder->filePath(QStringLiteral("unrecorded.jsonl"));
}

qsizetype TestRecorder::count(const Store &store)
{
    qsizetype count = 0;
    for (int n = 0; n < 7; ++n) {
        count +=
            store.attempts(QStringLiteral("python"), QStringLiteral("basics/e%1").arg(n)).valueOr({}).size();
    }
    return count;
}

void TestRecorder::record_goesToTheDatabase()
{
    const auto store = open();
    Recorder recorder(*store, m_spill);
    QVERIFY(recorder.record(sampleAttempt(1)).ok());
    QVERIFY(recorder.record(sampleEvent(1)).ok());
    QCOMPARE(count(*store), 1);
    QCOMPARE(recorder.waiting(), 0);
    QVERIFY(!QFile::exists(m_spill));
    QVERIFY(recorder.retry().ok());
}

void TestRecorder::lockedDatabase_keepsTheRecordForLater()
{
    const auto store = open();
    Recorder recorder(*store, m_spill);
    {
        const WriteLock lock(m_file);
        QVERIFY(lock.isHeld());
        const auto recorded = recorder.record(sampleAttempt(1));
        QVERIFY(!recorded.ok());
        QCOMPARE(recorded.error().code, ErrorCode::Locked);
        QVERIFY2(recorded.error().message.contains(m_spill), qPrintable(recorded.error().message));
        QVERIFY(!recorder.retry().ok());
        QCOMPARE(recorder.waiting(), 1);
        QCOMPARE(count(*store), 0);
    }
    QVERIFY(recorder.retry().ok());
    QCOMPARE(recorder.waiting(), 0);
    QCOMPARE(count(*store), 1);
    QVERIFY(!QFile::exists(m_spill));
}

void TestRecorder::nextRecord_takesTheWaitingOnesAlong()
{
    const auto store = open();
    Recorder recorder(*store, m_spill);
    {
        const WriteLock lock(m_file);
        QVERIFY(lock.isHeld());
        for (int n = 0; n < 5; ++n) {
            QVERIFY(!recorder.record(sampleAttempt(n)).ok());
        }
        QCOMPARE(recorder.waiting(), 5);
    }
    QVERIFY(recorder.record(sampleAttempt(5)).ok());
    QCOMPARE(recorder.waiting(), 0);
    QCOMPARE(count(*store), 6);
}

void TestRecorder::nextSession_recordsWhatWasSpilled()
{
    {
        const auto store = open();
        Recorder recorder(*store, m_spill);
        const WriteLock lock(m_file);
        QVERIFY(lock.isHeld());
        QVERIFY(!recorder.record(sampleAttempt(1)).ok());
        QVERIFY(!recorder.record(sampleEvent(3)).ok());
    }
    QVERIFY(QFile::exists(m_spill));
    const auto store = open();
    QCOMPARE(count(*store), 0);
    const Recorder recorder(*store, m_spill);
    QCOMPARE(count(*store), 1);
    QVERIFY(sameContent(store->attempts(QStringLiteral("python"), sampleAttempt(1).exercise).value().at(0),
                        sampleAttempt(1)));
    QCOMPARE(store->hintsShown(QStringLiteral("python"), sampleEvent(3).item).value(), 1);
    QVERIFY(!QFile::exists(m_spill));
}

void TestRecorder::spilledAndRecorded_isThereOnce()
{
    const auto store = open();
    QVERIFY(store->record(sampleAttempt(1)).ok());
    QVERIFY(SpillFile(m_spill).append(sampleAttempt(1)).ok());
    QVERIFY(SpillFile(m_spill).append(sampleAttempt(1)).ok());
    const Recorder recorder(*store, m_spill);
    QCOMPARE(count(*store), 1);
}

void TestRecorder::unwritableSpill_keepsInMemoryAndSaysSo()
{
    const auto store = open();
    Recorder recorder(*store, QStringLiteral("/proc/unrecorded.jsonl"));
    {
        const WriteLock lock(m_file);
        QVERIFY(lock.isHeld());
        const auto recorded = recorder.record(sampleAttempt(1));
        QVERIFY(!recorded.ok());
        QVERIFY(recorded.error().message.contains(QStringLiteral("as long as this window is open")));
        QVERIFY(!recorded.error().message.contains(QStringLiteral("/proc")));
    }
    QVERIFY(recorder.retry().ok());
    QCOMPARE(count(*store), 1);
}

void TestRecorder::inMemoryStore_spillsForALaterSession()
{
    {
        const auto store = Store::openInMemory();
        QVERIFY(store.ok());
        Recorder recorder(*store.value(), m_spill);
        QVERIFY(recorder.record(sampleAttempt(1)).ok());
        QVERIFY(recorder.retry().ok());
        QCOMPARE(count(*store.value()), 1);
        QVERIFY(QFile::exists(m_spill));
        Recorder homeless(*store.value(), QStringLiteral("/proc/unrecorded.jsonl"));
        QVERIFY(!homeless.record(sampleAttempt(2)).ok());
    }
    const auto store = open();
    const Recorder recorder(*store, m_spill);
    QCOMPARE(count(*store), 1);
    QVERIFY(!QFile::exists(m_spill));
}

void TestRecorder::invalidRecord_isNotKept()
{
    const auto store = open();
    Recorder recorder(*store, m_spill);
    Attempt attempt = sampleAttempt(1);
    attempt.exercise.clear();
    QCOMPARE(recorder.record(attempt).error().code, ErrorCode::Invalid);
    QCOMPARE(recorder.waiting(), 0);
    QVERIFY(!QFile::exists(m_spill));
}

QTEST_GUILESS_MAIN(TestRecorder)
#include "tst_recorder.moc"
