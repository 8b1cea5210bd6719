// SPDX-License-Identifier: GPL-3.0-or-later
#include "progress/store.h"
#include "samplerecords.h"

#include <QDir>
#include <QFile>
#include <QSqlDatabase>
#include <QTemporaryDir>
#include <QtTest>

#include <functional>

using namespace Skillet::Progress;

using Damage = std::function<void(QByteArray &)>;
Q_DECLARE_METATYPE(Damage)

namespace {

constexpr int Count = 200;
constexpr int PageSize = 4096;

QByteArray content(const QString &file)
{
    QFile source(file);
    return source.open(QIODevice::ReadOnly) ? source.readAll() : QByteArray("not there");
}

bool put(const QString &file, const QByteArray &bytes)
{
    QFile target(file);
    return target.open(QIODevice::WriteOnly) && target.write(bytes) == bytes.size();
}

Damage overwrite(qsizetype offset, qsizetype size, char byte = '\xA5')
{
    return [=](QByteArray &bytes) { bytes.replace(offset, size, QByteArray(size, byte)); };
}

} // namespace

class TestStoreCorruption : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void damagedFile_isSetAsideAndCarriedOver_data();
    void damagedFile_isSetAsideAndCarriedOver();
    void everyKindOfRecord_isCarriedOver();
    void theLearner_isCarriedOver();
    void withoutTheLearnersRow_theRecordsTellWhoItWas();
    void damageFoundLater_isMendedWhileReading();
    void damagedLog_costsAtMostTheLog();
    void emptiedFileWithLog_isRecovered();
    void cutOffRecovery_isFinished();
    void cutOffRecovery_beforeTheRename_beginsAnew();
    void recoveringTwice_keepsBothFiles();

private:
    [[nodiscard]] QStringList setAside() const;
    static int wholeAttempts(const Store &store);

    QByteArray m_sound; ///< a database with Count records of each kind
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

void TestStoreCorruption::initTestCase()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("progress.sqlite"));
    {
        const auto store = Store::open(file);
        QVERIFY(store.ok());
        for (int n = 0; n < Count; ++n) {
            QVERIFY(store.value()->record(sampleAttempt(n)).ok());
            QVERIFY(store.value()->record(sampleEvent(n)).ok());
            QVERIFY(store.value()->record(sampleIncident(n)).ok());
            QVERIFY(store.value()->record(sampleGuess(n)).ok());
        }
    }
    m_sound = content(file);
    QVERIFY(m_sound.size() > 40 * PageSize);
}

void TestStoreCorruption::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_file = m_folder->filePath(QStringLiteral("progress.sqlite"));
}

QStringList TestStoreCorruption::setAside() const
{
    return QDir(m_folder->path())
        .entryList({QStringLiteral("progress.sqlite.corrupt-*")}, QDir::Files, QDir::Name);
}

int TestStoreCorruption::wholeAttempts(const Store &store)
{
    int whole = 0;
    for (int n = 0; n < 7; ++n) {
        const auto attempts = store.attempts(QStringLiteral("python"), QStringLiteral("basics/e%1").arg(n));
        if (!attempts) {
            return -1;
        }
        for (const Attempt &attempt : attempts.value()) {
            whole += sameContent(attempt, sampleAttempt(static_cast<int>(attempt.durationMs) - 100)) ? 1 : 0;
        }
    }
    return whole;
}

void TestStoreCorruption::damagedFile_isSetAsideAndCarriedOver_data()
{
    QTest::addColumn<Damage>("damage");
    QTest::addColumn<int>("atLeast"); ///< attempts that must survive
    const auto truncate = [](qsizetype size) {
        return Damage([size](QByteArray &bytes) { bytes.truncate(size); });
    };
    const auto cut = [](qsizetype size) { return Damage([size](QByteArray &bytes) { bytes.chop(size); }); };

    QTest::newRow("magic") << overwrite(0, 16) << Count;
    QTest::newRow("one letter of the magic") << overwrite(3, 1) << Count;
    QTest::newRow("whole header") << overwrite(0, 100) << Count;
    QTest::newRow("header of zeros") << overwrite(0, 100, '\0') << Count;
    QTest::newRow("page size") << overwrite(16, 2) << Count;
    QTest::newRow("format numbers") << overwrite(21, 3) << Count;
    QTest::newRow("size in pages") << overwrite(28, 4, '\x7F') << Count;
    QTest::newRow("schema format") << overwrite(44, 4) << Count;
    QTest::newRow("encoding of texts") << overwrite(56, 4) << Count;
    QTest::newRow("version") << overwrite(60, 4, '\x7F') << Count;
    QTest::newRow("mark of the application") << overwrite(68, 4) << Count;
    QTest::newRow("head of the schema") << overwrite(100, 8) << Count;
    QTest::newRow("page 1") << overwrite(0, PageSize) << Count;
    QTest::newRow("root of the attempts") << overwrite(PageSize, PageSize) << Count;
    QTest::newRow("root of the attempts as an empty leaf") << overwrite(PageSize, 8, '\0') << Count;
    QTest::newRow("roots of everything") << overwrite(0, 7 * PageSize) << Count - 8;
    QTest::newRow("a page in the middle") << overwrite(20 * PageSize, PageSize) << Count - 20;
    QTest::newRow("heads of five pages") << Damage([](QByteArray &bytes) {
        for (int page = 10; page < 20; page += 2) {
            bytes.replace(page * PageSize, 8, QByteArray(8, '\xFF'));
        }
    }) << Count / 2;
    QTest::newRow("second half") << Damage([](QByteArray &bytes) {
        const qsizetype half = bytes.size() / 2;
        bytes.replace(half, bytes.size() - half, QByteArray(bytes.size() - half, '\xA5'));
    }) << Count / 4;
    QTest::newRow("every second page") << Damage([](QByteArray &bytes) {
        for (qsizetype offset = 0; offset + PageSize <= bytes.size(); offset += 2 * PageSize) {
            bytes.replace(offset, PageSize, QByteArray(PageSize, '\0'));
        }
    }) << Count / 8;
    QTest::newRow("cut to half") << truncate(m_sound.size() / 2) << Count / 4;
    QTest::newRow("cut by a byte") << cut(1) << Count - 10;
    QTest::newRow("cut by a page") << cut(PageSize) << Count - 10;
    QTest::newRow("cut inside page 2") << truncate(PageSize + 100) << 0;
    QTest::newRow("cut to page 1") << truncate(PageSize) << 0;
    QTest::newRow("cut inside the header") << truncate(50) << 0;
    QTest::newRow("one byte") << truncate(1) << 0;
    QTest::newRow("text") << Damage([](QByteArray &bytes) { bytes = "This is no database.\n"; }) << 0;
    QTest::newRow("zeros") << Damage([](QByteArray &bytes) { bytes.fill('\0'); }) << 0;
}

void TestStoreCorruption::damagedFile_isSetAsideAndCarriedOver()
{
    QFETCH(Damage, damage);
    QFETCH(int, atLeast);
    QByteArray bytes = m_sound;
    damage(bytes);
    QVERIFY(put(m_file, bytes));
    {
        const auto store = Store::open(m_file);
        QVERIFY2(store.ok(), store ? "" : qPrintable(store.error().message));
        QCOMPARE(store.value()->recovery(), Store::Recovery::CorruptFileSetAside);
        QCOMPARE(setAside().size(), 1);
        const QString aside = m_folder->filePath(setAside().constFirst());
        QVERIFY2(store.value()->recoveryNote().contains(aside), qPrintable(store.value()->recoveryNote()));
        QVERIFY(content(aside) == bytes);
        const int whole = wholeAttempts(*store.value());
        QVERIFY2(whole >= atLeast && whole <= Count, QByteArray::number(whole).constData());
        Attempt next = sampleAttempt(Count + 1);
        QVERIFY(store.value()->record(next).ok());
        QCOMPARE(wholeAttempts(*store.value()), whole + 1);
    }
    const auto again = Store::open(m_file);
    QVERIFY(again.ok());
    QCOMPARE(again.value()->recovery(), Store::Recovery::None);
    QCOMPARE(setAside().size(), 1);
    QVERIFY(!QFile::exists(m_file + QStringLiteral(".recovering")));
    QCOMPARE(QSqlDatabase::connectionNames().size(), 1);
}

void TestStoreCorruption::everyKindOfRecord_isCarriedOver()
{
    QVERIFY(put(m_file, m_sound));
    const GuessTally before = Store::open(m_file).value()->guessTally().value();
    QVERIFY(before.right > 0 && before.right < before.answered);
    QByteArray bytes = m_sound;
    overwrite(0, 100)(bytes);
    QVERIFY(put(m_file, bytes));
    QFile::remove(m_file + QStringLiteral("-wal"));
    const auto store = Store::open(m_file);
    QVERIFY(store.ok());
    QCOMPARE(store.value()->recovery(), Store::Recovery::CorruptFileSetAside);
    QCOMPARE(wholeAttempts(*store.value()), Count);
    const QList<Incident> incidents = store.value()->incidents(2 * Count).value();
    QCOMPARE(incidents.size(), Count);
    for (int n = 0; n < Count; ++n) {
        QVERIFY(sameContent(incidents.at(Count - 1 - n), sampleIncident(n)));
    }
    const GuessTally after = store.value()->guessTally().value();
    QCOMPARE(after.answered, before.answered);
    QCOMPARE(after.right, before.right);
    QVERIFY(store.value()->hintsShown(QStringLiteral("python"), sampleEvent(3).item).value() > 0);
}

void TestStoreCorruption::theLearner_isCarriedOver()
{
    QUuid learner;
    {
        const auto store = Store::open(m_file);
        QVERIFY(store.ok());
        learner = store.value()->learner();
        QVERIFY(!learner.isNull());
        QVERIFY(store.value()->setMeta(QStringLiteral("learner.name"), QStringLiteral("Ann")).ok());
        QVERIFY(store.value()->setMeta(QStringLiteral("learner.name"), QStringLiteral("Ann é")).ok());
        QVERIFY(!store.value()->setMeta(QStringLiteral("no key"), QStringLiteral("x")).ok());
    }
    QByteArray bytes = content(m_file);
    overwrite(0, 100)(bytes);
    QVERIFY(put(m_file, bytes));
    const auto store = Store::open(m_file);
    QVERIFY(store.ok());
    QCOMPARE(store.value()->recovery(), Store::Recovery::CorruptFileSetAside);
    QCOMPARE(store.value()->learner(), learner);
    QCOMPARE(store.value()->meta(QStringLiteral("learner.name")).value(), QStringLiteral("Ann é"));
}

void TestStoreCorruption::withoutTheLearnersRow_theRecordsTellWhoItWas()
{
    QUuid learner;
    {
        const auto store = Store::open(m_file);
        QVERIFY(store.ok());
        learner = store.value()->learner();
        for (int n = 0; n < 20; ++n) {
            Attempt attempt = sampleAttempt(n);
            if (n > 4) {
                attempt.learner = QUuid(); // the others came from elsewhere
            }
            QVERIFY(store.value()->record(attempt).ok());
        }
    }
    QByteArray bytes = content(m_file);
    // The row of the learner, and nothing else, has the key before the value.
    const qsizetype key = bytes.indexOf("learner" + learner.toString(QUuid::WithoutBraces).toLatin1());
    QVERIFY(key > 0);
    bytes.replace(key, 7, "LEARNER");
    overwrite(0, 100)(bytes);
    QVERIFY(put(m_file, bytes));
    const auto store = Store::open(m_file);
    QVERIFY(store.ok());
    QCOMPARE(store.value()->learner(), learner);
}

void TestStoreCorruption::damageFoundLater_isMendedWhileReading()
{
    QVERIFY(put(m_file, m_sound));
    const auto store = Store::open(m_file);
    QVERIFY(store.ok());
    QCOMPARE(store.value()->recovery(), Store::Recovery::None);
    // Another window records something, so that this one has to read the pages again.
    QVERIFY(Store::open(m_file).value()->record(sampleAttempt(Count + 2)).ok());
    // The disk fails under an open database: page heads in the middle of it.
    QFile file(m_file);
    QVERIFY(file.open(QIODevice::ReadWrite));
    for (qsizetype page = 2; page < m_sound.size() / PageSize; page += 3) {
        QVERIFY(file.seek(page * PageSize) && file.write(QByteArray(8, '\xA5')) == 8);
    }
    file.close();
    const int whole = wholeAttempts(*store.value());
    QVERIFY2(whole > Count / 4 && whole <= Count + 1, QByteArray::number(whole).constData());
    QCOMPARE(store.value()->recovery(), Store::Recovery::CorruptFileSetAside);
    QVERIFY(store.value()->record(sampleAttempt(Count + 1)).ok());
    QCOMPARE(setAside().size(), 1);
}

void TestStoreCorruption::damagedLog_costsAtMostTheLog()
{
    QVERIFY(put(m_file, m_sound));
    const QString copy = m_folder->filePath(QStringLiteral("copy/progress.sqlite"));
    QVERIFY(QDir().mkpath(m_folder->filePath(QStringLiteral("copy"))));
    {
        const auto store = Store::open(m_file);
        QVERIFY(store.ok());
        for (int n = Count; n < Count + 20; ++n) {
            QVERIFY(store.value()->record(sampleAttempt(n)).ok());
        }
        // As a power cut would leave it, but for the log's first bytes.
        QByteArray log = content(m_file + QStringLiteral("-wal"));
        QVERIFY(log.size() > PageSize);
        QVERIFY(put(copy + QStringLiteral("-wal"), log.replace(0, 16, QByteArray(16, '\xA5'))));
        QVERIFY(put(copy, content(m_file)));
    }
    const auto store = Store::open(copy);
    QVERIFY2(store.ok(), store ? "" : qPrintable(store.error().message));
    QVERIFY(wholeAttempts(*store.value()) >= Count);
}

void TestStoreCorruption::emptiedFileWithLog_isRecovered()
{
    const QString copy = m_folder->filePath(QStringLiteral("copy.sqlite"));
    {
        const auto store = Store::open(m_file);
        QVERIFY(store.ok());
        for (int n = 0; n < 20; ++n) {
            QVERIFY(store.value()->record(sampleAttempt(n)).ok());
        }
        QVERIFY(put(copy, {}));
        QVERIFY(put(copy + QStringLiteral("-wal"), content(m_file + QStringLiteral("-wal"))));
    }
    const auto store = Store::open(copy);
    QVERIFY(store.ok());
    QCOMPARE(store.value()->recovery(), Store::Recovery::CorruptFileSetAside);
    QCOMPARE(wholeAttempts(*store.value()), 20);
}

void TestStoreCorruption::cutOffRecovery_isFinished()
{
    // Killed between the two renames: the replacement is there, the file is not, its log still is.
    QVERIFY(put(m_file + QStringLiteral(".recovering"), m_sound));
    QVERIFY(put(m_file + QStringLiteral("-wal"), QByteArray(5000, '\xA5')));
    const auto store = Store::open(m_file);
    QVERIFY(store.ok());
    QCOMPARE(wholeAttempts(*store.value()), Count);
    QCOMPARE(setAside().size(), 1); // the log
    QVERIFY(content(m_folder->filePath(setAside().constFirst())) == QByteArray(5000, '\xA5'));
}

void TestStoreCorruption::cutOffRecovery_beforeTheRename_beginsAnew()
{
    QByteArray bytes = m_sound;
    overwrite(0, 100)(bytes);
    QVERIFY(put(m_file, bytes));
    QVERIFY(put(m_file + QStringLiteral(".recovering"), m_sound.left(3 * PageSize + 17)));
    QVERIFY(put(m_file + QStringLiteral(".recovering-journal"), QByteArray(700, '\xA5')));
    const auto store = Store::open(m_file);
    QVERIFY2(store.ok(), store ? "" : qPrintable(store.error().message));
    QCOMPARE(wholeAttempts(*store.value()), Count);
}

void TestStoreCorruption::recoveringTwice_keepsBothFiles()
{
    for (int round = 0; round < 3; ++round) {
        QByteArray bytes = m_sound;
        overwrite(0, 100 + round)(bytes);
        QVERIFY(put(m_file, bytes));
        QFile::remove(m_file + QStringLiteral("-wal"));
        QVERIFY(Store::open(m_file).ok());
    }
    QCOMPARE(setAside().size(), 3);
}

QTEST_GUILESS_MAIN(TestStoreCorruption)
#include "tst_storecorruption.moc"
