// SPDX-License-Identifier: GPL-3.0-or-later
#include "progress/store.h"
#include "samplerecords.h"

#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QtTest>

#include <map>

using namespace Skillet::Progress;
using Skillet::Core::ErrorCode;

class TestStoreKills : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void killsWhileRecording_loseAndDoubleNothing();
    void killOfOneWriter_leavesTheOtherAlone();
    void lockOfAnotherProcess_isReportedAndGoesWithIt();

private:
    static void start(QProcess &process, const QStringList &arguments);
    /// Kills `process` with SIGKILL and returns the numbers it told.
    static QList<int> killed(QProcess &process);
    /// How often each sample attempt is in the database.
    static std::map<int, int> recorded(const QString &file);
    /// Those of the numbers below `count`, once each, and at most one more.
    static bool incidentsAreThere(const QString &file, int count);
};

void TestStoreKills::start(QProcess &process, const QStringList &arguments)
{
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QStringLiteral(SKILLET_RECORDLOOP), arguments);
    QVERIFY(process.waitForStarted());
    QVERIFY(process.waitForReadyRead());
}

QList<int> TestStoreKills::killed(QProcess &process)
{
    process.kill();
    process.waitForFinished();
    QList<int> numbers;
    QByteArrayList lines = process.readAllStandardOutput().split('\n');
    lines.removeLast(); // empty, or half a number
    for (const QByteArray &line : std::as_const(lines)) {
        numbers.append(line.toInt());
    }
    return numbers;
}

std::map<int, int> TestStoreKills::recorded(const QString &file)
{
    std::map<int, int> times;
    const auto store = Store::open(file);
    if (!store || store.value()->recovery() != Store::Recovery::None) {
        return times;
    }
    for (int exercise = 0; exercise < 7; ++exercise) {
        const auto attempts =
            store.value()->attempts(QStringLiteral("python"), QStringLiteral("basics/e%1").arg(exercise));
        for (const Attempt &attempt : attempts.valueOr({})) {
            const int n = static_cast<int>(attempt.durationMs) - 100;
            times[n] += sameContent(attempt, sampleAttempt(n)) ? 1 : 1000;
        }
    }
    return times;
}

bool TestStoreKills::incidentsAreThere(const QString &file, int count)
{
    const auto store = Store::open(file);
    if (!store) {
        return false;
    }
    QList<Incident> incidents = store.value()->incidents(count + 100).valueOr({});
    if (incidents.size() == count + 1) {
        incidents.removeFirst(); // it came before the attempt that was cut off
    }
    bool whole = incidents.size() == count;
    for (int n = 0; whole && n < count; ++n) {
        whole = sameContent(incidents.at(count - 1 - n), sampleIncident(n));
    }
    return whole;
}

void TestStoreKills::killsWhileRecording_loseAndDoubleNothing()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("progress.sqlite"));
    QRandomGenerator random(3);
    int next = 0;
    for (int round = 0; round < 25; ++round) {
        QProcess process;
        start(process, {QStringLiteral("record"), file, QString::number(next)});
        QTest::qSleep(random.bounded(40));
        const QList<int> told = killed(process);
        QVERIFY(!told.isEmpty());
        // The attempt after the last one told may be there or not; it is recorded again, with the same id.
        next = told.constLast() + 1;
        const std::map<int, int> times = recorded(file);
        QVERIFY2(times.size() == std::size_t(next) || times.size() == std::size_t(next) + 1,
                 QByteArray::number(qulonglong(times.size())).constData());
        for (const auto &[n, count] : times) {
            QVERIFY2(count == 1, QByteArray::number(n).constData());
        }
        QCOMPARE(times.rbegin()->first, int(times.size()) - 1); // none is missing in between
        QVERIFY(incidentsAreThere(file, next));
    }
    QVERIFY(next > 25);
}

/// The other process may hold the lock for longer than one call waits. (QTRY_VERIFY would call once more
/// after success, and take a lock met then for a failure.)
static bool recordedInTime(Store &store, const Attempt &attempt)
{
    const QDeadlineTimer limit(30000);
    while (!store.record(attempt).ok()) {
        if (limit.hasExpired()) {
            return false;
        }
        QTest::qSleep(5);
    }
    return true;
}

void TestStoreKills::killOfOneWriter_leavesTheOtherAlone()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("progress.sqlite"));
    const auto store = Store::open(file);
    QVERIFY(store.ok());
    QSet<int> expected;
    for (int round = 0; round < 5; ++round) {
        const int first = 100000 * (round + 1);
        QProcess process;
        start(process, {QStringLiteral("record"), file, QString::number(first)});
        for (int n = round * 10; n < round * 10 + 10; ++n) {
            QVERIFY(recordedInTime(*store.value(), sampleAttempt(n)));
            expected.insert(n);
        }
        for (const int n : killed(process)) {
            expected.insert(n);
        }
    }
    const std::map<int, int> times = recorded(file);
    for (const int n : std::as_const(expected)) {
        QVERIFY2(times.count(n) == 1 && times.at(n) == 1, QByteArray::number(n).constData());
    }
    QVERIFY(times.size() <= std::size_t(expected.size()) + 5);
}

void TestStoreKills::lockOfAnotherProcess_isReportedAndGoesWithIt()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("progress.sqlite"));
    QVERIFY(Store::open(file).ok());
    QProcess process;
    start(process, {QStringLiteral("lock"), file});
    QElapsedTimer timer;
    timer.start();
    const auto refused = Store::open(file);
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().code, ErrorCode::Locked);
    QVERIFY(timer.elapsed() < 5000);
    process.kill();
    QVERIFY(process.waitForFinished());
    QVERIFY(Store::open(file).ok());
}

QTEST_GUILESS_MAIN(TestStoreKills)
#include "tst_storekills.moc"
