// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/session.h"

#include "heartbeat.h"
#include "realsession.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <csignal>

using namespace Skillet::Runner;

/// Whatever the learner's code does to the real worker: the run ends once, a worker is there again, and the
/// event loop goes on.
class TestRealFaults final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void endlessLoop_isInterruptedAndKeepsItsNames();
    void endlessLoopInTheQueue_isInterrupted();
    void immediateInterrupt_isNotLost();
    void loopInC_isKilledAfterTheGracePeriod();
    void programThatIgnoresInterrupts_isKilled();
    void outputFlood_leavesTheEventLoopTime();
    void outputFloodFromC_leavesTheEventLoopTime();
    void osExit_losesNoOutput();
    void segmentationFault_losesNoOutput();
    void deadWorker_isReplacedAtOnce();
    void closedDescriptors_doNotEndTheSession();
    void childProcesses_endWithTheirWorker();

private:
    RealSession m_real;
};

void TestRealFaults::init()
{
    m_real.start();
}

void TestRealFaults::cleanup()
{
    m_real.end();
}

void TestRealFaults::endlessLoop_isInterruptedAndKeepsItsNames()
{
    m_real.log->run(QStringLiteral("kept = 7"));
    const RunId run =
        m_real.session->execute({ProgramKind::Interactive, QStringLiteral("while True: pass\n"), {}, {}, {}});
    QVERIFY(m_real.log->waitForState(SessionState::Running));
    Heartbeat heartbeat;
    handleEvents(300);
    QElapsedTimer sinceStop;
    sinceStop.start();
    m_real.session->interrupt();
    QCOMPARE(m_real.log->waitFor(run).outcome, RunOutcome::Interrupted);
    qInfo("endless loop: ended %lld ms after Stop, longest gap of the event loop %.1f ms",
          sinceStop.elapsed(), heartbeat.longestMs());
    QVERIFY(heartbeat.longestMs() < 100);
    QCOMPARE(m_real.log->run(QStringLiteral("kept")).out, QStringLiteral("7\n"));
    m_real.checkAlive(1);
}

void TestRealFaults::endlessLoopInTheQueue_isInterrupted()
{
    const RunId first = m_real.session->execute(
        {ProgramKind::Interactive, QStringLiteral("import time; time.sleep(30)"), {}, {}, {}});
    const RunId second =
        m_real.session->execute({ProgramKind::Interactive, QStringLiteral("while True: pass\n"), {}, {}, {}});
    QVERIFY(m_real.log->waitForState(SessionState::Running));
    handleEvents(200);
    m_real.session->interrupt();
    QCOMPARE(m_real.log->waitFor(first).outcome, RunOutcome::Interrupted);
    QCOMPARE(m_real.log->waitFor(second).outcome, RunOutcome::Interrupted);
    m_real.checkAlive(1);
}

void TestRealFaults::immediateInterrupt_isNotLost()
{
    for (int i = 0; i < 10; ++i) {
        const RunId run = m_real.session->execute(
            {ProgramKind::Interactive, QStringLiteral("while True: pass\n"), {}, {}, {}});
        QVERIFY(m_real.log->waitForState(SessionState::Running));
        m_real.session->interrupt();
        QCOMPARE(m_real.log->waitFor(run).outcome, RunOutcome::Interrupted);
    }
    m_real.checkAlive(1);
}

void TestRealFaults::loopInC_isKilledAfterTheGracePeriod()
{
    const RunId run = m_real.session->execute(
        {ProgramKind::Interactive, QStringLiteral("import itertools; sum(itertools.count())"), {}, {}, {}});
    QVERIFY(m_real.log->waitForState(SessionState::Running));
    handleEvents(300);
    Heartbeat heartbeat;
    QElapsedTimer sinceStop;
    sinceStop.start();
    m_real.session->interrupt();
    QCOMPARE(m_real.log->waitFor(run).outcome, RunOutcome::Killed);
    QVERIFY(m_real.log->waitForState(SessionState::Idle));
    qInfo(
        "loop in C: a fresh Python %lld ms after Stop (grace 500 ms), longest gap of the event loop %.1f ms",
        sinceStop.elapsed(), heartbeat.longestMs());
    QVERIFY(sinceStop.elapsed() < 2500);
    QVERIFY(heartbeat.longestMs() < 100);
    m_real.checkAlive(2);
}

void TestRealFaults::programThatIgnoresInterrupts_isKilled()
{
    const RunId run = m_real.session->execute({ProgramKind::Pasted,
                                               QStringLiteral("import time\n"
                                                              "while True:\n"
                                                              "    try:\n"
                                                              "        time.sleep(60)\n"
                                                              "    except KeyboardInterrupt:\n"
                                                              "        print('no', flush=True)\n"),
                                               {},
                                               {},
                                               {}});
    QVERIFY(m_real.log->waitForState(SessionState::Running));
    handleEvents(300);
    m_real.session->interrupt();
    handleEvents(100);
    QCOMPARE(m_real.session->state(), SessionState::Stopping);
    const auto ended = m_real.log->waitFor(run);
    QCOMPARE(ended.outcome, RunOutcome::Killed);
    QVERIFY(ended.out.startsWith(QLatin1String("no\n")));
    QVERIFY(m_real.log->losses.at(0).contains(QLatin1String("did not react to Stop")));
    m_real.checkAlive(2);
}

void TestRealFaults::outputFlood_leavesTheEventLoopTime()
{
    const RunId run = m_real.session->execute(
        {ProgramKind::Interactive, QStringLiteral("while True: print('x' * 1000)\n"), {}, {}, {}});
    QVERIFY(m_real.log->waitForState(SessionState::Running));
    Heartbeat heartbeat;
    handleEvents(2000);
    const int ticks = heartbeat.ticks();
    const double gap = heartbeat.longestMs();
    const qsizetype bytes = m_real.log->runs[run].out.size();
    QElapsedTimer sinceStop;
    sinceStop.start();
    m_real.session->interrupt();
    QCOMPARE(m_real.log->waitFor(run).outcome, RunOutcome::Interrupted);
    qInfo("flood by print: %d of 200 ticks, longest gap %.1f ms, %.0f MB/s shown, ended %lld ms after Stop",
          ticks, gap, static_cast<double>(bytes) / 2e6, sinceStop.elapsed());
    QVERIFY(bytes > 100000);
    QVERIFY2(gap < 500, "the event loop was held up");
    QVERIFY(m_real.log->runs[run].out.startsWith(QString(1000, QLatin1Char('x')) + QLatin1Char('\n')));
    m_real.checkAlive(1);
}

void TestRealFaults::outputFloodFromC_leavesTheEventLoopTime()
{
    const RunId run = m_real.session->execute(
        {ProgramKind::Interactive, QStringLiteral("import subprocess; subprocess.run(['yes'])"), {}, {}, {}});
    QVERIFY(m_real.log->waitForState(SessionState::Running));
    Heartbeat heartbeat;
    handleEvents(1000);
    const double gap = heartbeat.longestMs();
    m_real.session->interrupt();
    QCOMPARE(m_real.log->waitFor(run).finishes, 1);
    qInfo("flood by a subprocess: longest gap %.1f ms, %.0f MB shown", gap,
          static_cast<double>(m_real.log->runs[run].out.size()) / 1e6);
    QVERIFY2(gap < 500, "the event loop was held up");
    m_real.checkAlive(m_real.log->workers);
}

void TestRealFaults::osExit_losesNoOutput()
{
    const auto run =
        m_real.log->run(QStringLiteral("import os; print('before'); _ = os.write(2, b'error'); os._exit(3)"));
    QCOMPARE(run.outcome, RunOutcome::Killed);
    QCOMPARE(run.out, QStringLiteral("before\n"));
    QVERIFY(run.err.contains(QLatin1String("error")));
    QVERIFY(m_real.log->losses.at(0).contains(QLatin1String("os._exit(3)")));
    m_real.checkAlive(2);
}

void TestRealFaults::segmentationFault_losesNoOutput()
{
    const auto run = m_real.log->run(
        QStringLiteral("import ctypes; [print(i) for i in range(50000)] and None; ctypes.string_at(0)"));
    QCOMPARE(run.outcome, RunOutcome::Killed);
    QVERIFY2(m_real.log->losses.at(0).contains(QLatin1String("signal 11")),
             qPrintable(m_real.log->losses.at(0)));
    QCOMPARE(run.out.count(QLatin1Char('\n')), 50000);
    QVERIFY(run.out.endsWith(QLatin1String("\n49999\n")));
    m_real.checkAlive(2);
}

void TestRealFaults::deadWorker_isReplacedAtOnce()
{
    const auto killAndMeasure = [this] {
        const int before = m_real.log->workers;
        const qint64 killedNs = m_real.log->clock.nsecsElapsed();
        ::kill(static_cast<pid_t>(m_real.session->interpreter().processId), SIGKILL);
        (void)handleEventsUntil([&] { return m_real.log->workers > before; }, 5000);
        return static_cast<double>(m_real.log->lastReadyNs - killedNs) / 1e6;
    };
    QList<double> withSpare;
    QList<double> withoutSpare;
    for (int i = 0; i < 10; ++i) {
        handleEvents(500); // the spare comes up
        QCOMPARE(m_real.log->run(QStringLiteral("1")).finishes, 1);
        withSpare.append(killAndMeasure());
        QCOMPARE(m_real.log->run(QStringLiteral("1")).finishes, 1);
        withoutSpare.append(killAndMeasure()); // so soon after a replacement there is none yet
    }
    std::sort(withSpare.begin(), withSpare.end());
    std::sort(withoutSpare.begin(), withoutSpare.end());
    qInfo("death to fresh worker: by the spare median %.1f ms, longest %.1f ms; without one median %.1f ms, "
          "longest %.1f ms",
          withSpare.at(5), withSpare.last(), withoutSpare.at(5), withoutSpare.last());
    QVERIFY(withSpare.last() > 0 && withSpare.last() < 1000);
    QVERIFY(withoutSpare.last() > 0 && withoutSpare.last() < 2000);
    m_real.checkAlive(21);
}

void TestRealFaults::closedDescriptors_doNotEndTheSession()
{
    const RunId run = m_real.session->execute(
        {ProgramKind::Interactive, QStringLiteral("import os; os.closerange(3, 4096)"), {}, {}, {}});
    if (m_real.log->waitFor(run, 3000).finishes == 0) {
        m_real.session->interrupt();
        QCOMPARE(m_real.log->waitFor(run).finishes, 1);
    }
    handleEvents(1500);
    m_real.checkAlive(m_real.log->workers);
}

void TestRealFaults::childProcesses_endWithTheirWorker()
{
    const auto run = m_real.log->run(QStringLiteral("import subprocess, os; p = subprocess.Popen(['sleep', "
                                                    "'300']); print(p.pid, flush=True); os._exit(0)"));
    const int child = run.out.trimmed().toInt();
    QVERIFY(child > 0);
    QTRY_VERIFY(!QFile::exists(QStringLiteral("/proc/%1/exe").arg(child))
                || QFile::symLinkTarget(QStringLiteral("/proc/%1/exe").arg(child)).isEmpty());
    m_real.checkAlive(2);
}

QTEST_GUILESS_MAIN(TestRealFaults)
#include "tst_realfaults.moc"
