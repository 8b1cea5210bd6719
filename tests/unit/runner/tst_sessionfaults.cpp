// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/session.h"

#include "sessionrecorder.h"

#include <QElapsedTimer>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <csignal>

using namespace Skillet::Runner;

/// Workers that misbehave during a run: the session ends the run once, with all its output, and goes on.
class TestSessionFaults final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void exitDuringARun_losesNoOutput();
    void exitWithinAFrame_losesNoOutput();
    void deathBySignal_isToldInWords();
    void bytesThatMakeNoSense_endTheWorker_data();
    void bytesThatMakeNoSense_endTheWorker();
    void truncatedFrame_isEndedByStop();
    void closedChannel_endsTheWorker();
    void staleRunNumbers_areDropped();
    void eventsOutOfTurn_areDropped();
    void secondRunFinished_isDropped();
    void runThatIgnoresInterrupts_isKilled();
    void deathOfAnIdleWorker_isNoticed();
    void queuedRuns_continueInTheFreshWorker();
    void flood_leavesTheEventLoopTime();
    void credit_isGivenBackForWhatWasHandedOn();
    void muchOutput_comesWhole();
    void oneHugeFrame_comesInPortions();
    void withoutASpare_theWorkerIsReplacedToo();

private:
    void checkReplacement(const QString &source, int limitMs = 10000);

    std::unique_ptr<Session> m_session;
    std::unique_ptr<SessionRecorder> m_log;
};

void TestSessionFaults::init()
{
    qunsetenv("SKILLET_FAKE_START");
    SessionOptions options;
    options.worker = QStringLiteral(SKILLET_FAKEWORKER);
    options.interruptGraceMs = 300;
    m_session = std::make_unique<Session>(options);
    m_log = std::make_unique<SessionRecorder>(*m_session);
}

void TestSessionFaults::cleanup()
{
    m_session.reset();
    m_log.reset();
}

/// `source` costs the worker its life, and the session lives on.
void TestSessionFaults::checkReplacement(const QString &source, int limitMs)
{
    const auto run = m_log->run(source, limitMs);
    QCOMPARE(run.finishes, 1);
    QCOMPARE(run.outcome, RunOutcome::Killed);
    QCOMPARE(m_log->losses.size(), 1);
    QVERIFY(m_log->waitForState(SessionState::Idle));
    QCOMPARE(m_log->workers, 2);
    QCOMPARE(m_log->run(QStringLiteral("echo alive")).out, QStringLiteral("alive"));
    QCOMPARE(m_log->runs[1].finishes, 1);
    QVERIFY(!m_log->runs[1].wroteAfterEnd);
}

void TestSessionFaults::exitDuringARun_losesNoOutput()
{
    checkReplacement(QStringLiteral("exit 3"));
    QCOMPARE(m_log->runs[1].out, QStringLiteral("sent in the pipe"));
    QCOMPARE(m_log->runs[1].err, QStringLiteral("on the other"));
    QVERIFY2(m_log->losses.at(0).contains(QLatin1String("os._exit(3)")), qPrintable(m_log->losses.at(0)));
}

void TestSessionFaults::exitWithinAFrame_losesNoOutput()
{
    checkReplacement(QStringLiteral("exit-in-frame"));
    QCOMPARE(m_log->runs[1].out, QStringLiteral("half a pipe"));
}

void TestSessionFaults::deathBySignal_isToldInWords()
{
    checkReplacement(QStringLiteral("signal %1").arg(SIGSEGV));
    QVERIFY2(m_log->losses.at(0).contains(QLatin1String("segmentation fault")),
             qPrintable(m_log->losses.at(0)));
}

void TestSessionFaults::bytesThatMakeNoSense_endTheWorker_data()
{
    QTest::addColumn<QString>("command");
    QTest::newRow("garbage") << QStringLiteral("garbage");
    QTest::newRow("oversized frame") << QStringLiteral("oversized");
    QTest::newRow("unknown type of frame") << QStringLiteral("unknown-type");
    QTest::newRow("frame without a message") << QStringLiteral("no-message");
}

void TestSessionFaults::bytesThatMakeNoSense_endTheWorker()
{
    QFETCH(QString, command);
    checkReplacement(command);
    QVERIFY2(m_log->losses.at(0).contains(QLatin1String("connection")), qPrintable(m_log->losses.at(0)));
}

void TestSessionFaults::truncatedFrame_isEndedByStop()
{
    const RunId run = m_session->execute({ProgramKind::Interactive, QStringLiteral("truncated"), {}, {}, {}});
    QVERIFY(m_log->waitForState(SessionState::Running));
    handleEvents(100);
    m_session->interrupt();
    QCOMPARE(m_log->waitFor(run).outcome, RunOutcome::Killed);
    QCOMPARE(m_log->run(QStringLiteral("echo alive")).out, QStringLiteral("alive"));
}

void TestSessionFaults::closedChannel_endsTheWorker()
{
    checkReplacement(QStringLiteral("close"));
}

void TestSessionFaults::staleRunNumbers_areDropped()
{
    QCOMPARE(m_log->run(QStringLiteral("echo first")).out, QStringLiteral("first"));
    const auto run = m_log->run(QStringLiteral("stale"));
    QCOMPARE(run.out, QStringLiteral("mine"));
    QCOMPARE(run.outcome, RunOutcome::Finished);
    QVERIFY(run.tracebacks.isEmpty());
    QCOMPARE(m_log->runs[1].out, QStringLiteral("first"));
    QCOMPARE(m_log->finished, (QList<RunId>{1, 2}));
    QVERIFY(!m_log->states.contains(SessionState::WaitingInput));
}

void TestSessionFaults::eventsOutOfTurn_areDropped()
{
    QCOMPARE(m_log->run(QStringLiteral("echo first")).out, QStringLiteral("first"));
    const InterpreterInfo before = m_session->interpreter();
    const auto run = m_log->run(QStringLiteral("welcome"));
    QCOMPARE(run.out, QStringLiteral("went on"));
    QCOMPARE(run.outcome, RunOutcome::Finished);
    QCOMPARE(m_log->workers, 1);
    QCOMPARE(m_session->interpreter().version, before.version);
    QVERIFY(m_log->losses.isEmpty());
    QCOMPARE(m_log->run(QStringLiteral("echo on")).out, QStringLiteral("on"));
}

void TestSessionFaults::secondRunFinished_isDropped()
{
    QCOMPARE(m_log->run(QStringLiteral("twice")).outcome, RunOutcome::Finished);
    QCOMPARE(m_log->run(QStringLiteral("echo on")).out, QStringLiteral("on"));
    QCOMPARE(m_log->runs[1].finishes, 1);
    QCOMPARE(m_log->finished, (QList<RunId>{1, 2}));
}

void TestSessionFaults::runThatIgnoresInterrupts_isKilled()
{
    const RunId run = m_session->execute({ProgramKind::Interactive, QStringLiteral("deaf"), {}, {}, {}});
    QVERIFY(m_log->waitForState(SessionState::Running));
    handleEvents(100);
    m_session->interrupt();
    handleEvents(100);
    QCOMPARE(m_session->state(), SessionState::Stopping);
    QCOMPARE(m_log->waitFor(run, 2000).outcome, RunOutcome::Killed);
    QVERIFY(m_log->losses.at(0).contains(QLatin1String("did not react to Stop")));
    QCOMPARE(m_log->run(QStringLiteral("echo alive")).out, QStringLiteral("alive"));
}

void TestSessionFaults::deathOfAnIdleWorker_isNoticed()
{
    QCOMPARE(m_log->run(QStringLiteral("echo used")).out, QStringLiteral("used"));
    ::kill(static_cast<pid_t>(m_session->interpreter().processId), SIGKILL);
    QTRY_COMPARE(m_log->losses.size(), 1);
    QVERIFY(m_log->losses.at(0).contains(QLatin1String("killed by signal 9")));
    // Nothing has told that memory had run out.
    QVERIFY2(!m_log->losses.at(0).contains(QLatin1String("memory")), qPrintable(m_log->losses.at(0)));
    QVERIFY(m_log->waitForState(SessionState::Idle));
    QCOMPARE(m_log->workers, 2);
    QCOMPARE(m_log->finished, QList<RunId>{1});
}

void TestSessionFaults::queuedRuns_continueInTheFreshWorker()
{
    m_session->execute({ProgramKind::Interactive, QStringLiteral("exit 0"), {}, {}, {}});
    const RunId next =
        m_session->execute({ProgramKind::Interactive, QStringLiteral("echo next"), {}, {}, {}});
    QCOMPARE(m_log->waitFor(next).out, QStringLiteral("next"));
    QCOMPARE(m_log->finished, (QList<RunId>{1, next}));
}

void TestSessionFaults::flood_leavesTheEventLoopTime()
{
    QElapsedTimer sinceTick;
    qint64 longest = 0;
    int ticks = 0;
    QTimer timer;
    connect(&timer, &QTimer::timeout, this, [&] {
        longest = std::max(longest, sinceTick.restart());
        ++ticks;
    });
    const RunId run = m_session->execute({ProgramKind::Interactive, QStringLiteral("flood"), {}, {}, {}});
    QVERIFY(m_log->waitForState(SessionState::Running));
    sinceTick.start();
    timer.start(10);
    handleEvents(500);
    timer.stop();
    m_session->interrupt();
    QCOMPARE(m_log->waitFor(run).outcome, RunOutcome::Interrupted);
    qInfo("flood: %d ticks of 10 ms in 500 ms, longest gap %lld ms, %lld MB", ticks, longest,
          m_log->runs[run].out.size() / 1000000);
    QVERIFY(m_log->runs[run].out.size() > 4000000);
    QVERIFY2(longest < 200, "the event loop was held up");
}

void TestSessionFaults::credit_isGivenBackForWhatWasHandedOn()
{
    // The fake worker sends no more than it has credit for, and fails the run when it ever has more than at
    // first.
    const auto run = m_log->run(QStringLiteral("print 20000000"));
    QCOMPARE(run.outcome, RunOutcome::Finished);
    QCOMPARE(run.out.size(), 20000000);
}

void TestSessionFaults::muchOutput_comesWhole()
{
    const auto run = m_log->run(QStringLiteral("print 5000001"));
    QCOMPARE(run.out.size(), 5000001);
    QCOMPARE(run.out.count(QLatin1Char('y')), 5000001);
}

void TestSessionFaults::oneHugeFrame_comesInPortions()
{
    qsizetype largest = 0;
    connect(m_session.get(), &Session::outputReceived, m_log.get(),
            [&](RunId, OutputStream, const QString &text) { largest = std::max(largest, text.size()); });
    const auto run = m_log->run(QStringLiteral("frame 9000000"));
    QCOMPARE(run.out.size(), 9000000);
    QVERIFY(largest <= 65536);
}

void TestSessionFaults::withoutASpare_theWorkerIsReplacedToo()
{
    SessionOptions options;
    options.worker = QStringLiteral(SKILLET_FAKEWORKER);
    options.keepSpare = false;
    m_log.reset();
    m_session = std::make_unique<Session>(options);
    m_log = std::make_unique<SessionRecorder>(*m_session);
    checkReplacement(QStringLiteral("exit 1"));
}

QTEST_GUILESS_MAIN(TestSessionFaults)
#include "tst_sessionfaults.moc"
