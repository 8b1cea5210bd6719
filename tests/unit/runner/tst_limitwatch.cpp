// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/groupusage.h"
#include "runner/limitwatch.h"
#include "runner/session.h"

#include <QProcess>
#include <QSignalSpy>
#include <QTest>

#include <csignal>
#include <unistd.h>

using namespace Skillet::Runner;

/// Watches a shell with some programs, as a worker would have them.
class TestLimitWatch final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void usage_countsEveryProcessOfTheSession();
    void usageOfNobody_isNothing();
    void sharedMemory_isCountedOnce();
    void moreProcessesThanAllowed_areToldOnce();
    void moreMemoryThanAllowed_isTold();
    void withinTheLimits_nothingIsTold();
    void machine_hasMemory();

private:
    std::unique_ptr<QProcess> m_shell;
};

void TestLimitWatch::init()
{
    m_shell = std::make_unique<QProcess>();
    m_shell->setChildProcessModifier([] { ::setsid(); });
    m_shell->start(QStringLiteral("/bin/sh"),
                   {QStringLiteral("-c"), QStringLiteral("sleep 300 & sleep 300 & echo up; wait")});
    QVERIFY(m_shell->waitForReadyRead(10000));
    QTRY_COMPARE(groupUsage(m_shell->processId()).processes.size(), 3);
}

void TestLimitWatch::cleanup()
{
    ::kill(-static_cast<pid_t>(m_shell->processId()), SIGKILL);
    m_shell->waitForFinished(10000);
    m_shell.reset();
}

void TestLimitWatch::usage_countsEveryProcessOfTheSession()
{
    const GroupUsage usage = groupUsage(m_shell->processId());
    QVERIFY(usage.processes.contains(m_shell->processId()));
    QVERIFY(!usage.processes.contains(QCoreApplication::applicationPid()));
    QVERIFY(usage.memory > 100000);
}

void TestLimitWatch::usageOfNobody_isNothing()
{
    QVERIFY(groupUsage(0).processes.isEmpty());
    QVERIFY(groupUsage(-1).processes.isEmpty());
    QCOMPARE(proportionalMemory({}), 0);
    QCOMPARE(proportionalMemory({-1}), 0);
}

void TestLimitWatch::sharedMemory_isCountedOnce()
{
    const GroupUsage usage = groupUsage(m_shell->processId());
    const qint64 proportional = proportionalMemory(usage.processes);
    QVERIFY(proportional > 10000);
    QVERIFY(proportional < usage.memory);
}

void TestLimitWatch::moreProcessesThanAllowed_areToldOnce()
{
    LimitWatch watch({0, 2});
    QSignalSpy exceeded(&watch, &LimitWatch::exceeded);
    watch.watch(m_shell->processId(), LimitWatch::Pace::Running);
    QVERIFY(exceeded.wait(10000));
    QTest::qWait(600);
    QCOMPARE(exceeded.size(), 1);
    const auto end = exceeded.at(0).at(0).value<WorkerEnd>();
    QCOMPARE(end.reason, WorkerEndReason::TooManyProcesses);
    QCOMPARE(end.detail, QStringLiteral("2"));
    QCOMPARE(exceeded.at(0).at(1).value<QList<qint64>>().size(), 3);
}

void TestLimitWatch::moreMemoryThanAllowed_isTold()
{
    LimitWatch watch({1000, 0});
    QSignalSpy exceeded(&watch, &LimitWatch::exceeded);
    watch.watch(m_shell->processId(), LimitWatch::Pace::Running);
    QVERIFY(exceeded.wait(10000));
    QCOMPARE(exceeded.at(0).at(0).value<WorkerEnd>().reason, WorkerEndReason::TooMuchMemory);
}

void TestLimitWatch::withinTheLimits_nothingIsTold()
{
    LimitWatch watch({machineMemory(), 3});
    QSignalSpy exceeded(&watch, &LimitWatch::exceeded);
    watch.watch(m_shell->processId(), LimitWatch::Pace::Running);
    QVERIFY(!exceeded.wait(700));
}

void TestLimitWatch::machine_hasMemory()
{
    QVERIFY(machineMemory() > 100000000);
    QCOMPARE(defaultMemoryLimit(), machineMemory() / 2);
}

QTEST_GUILESS_MAIN(TestLimitWatch)
#include "tst_limitwatch.moc"
