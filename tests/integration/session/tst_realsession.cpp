// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/session.h"

#include "sessionrecorder.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <csignal>

using namespace Skillet::Runner;

namespace {

/// Ticks every 10 ms as a window would want to, and knows the longest time it did not get to.
class Heartbeat final : public QObject
{
public:
    Heartbeat()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        connect(&m_timer, &QTimer::timeout, this, [this] {
            m_longest = std::max(m_longest, m_sinceTick.nsecsElapsed());
            m_sinceTick.start();
            ++m_ticks;
        });
        m_sinceTick.start();
        m_timer.start(10);
    }

    [[nodiscard]] double longestMs() const { return static_cast<double>(m_longest) / 1e6; }
    [[nodiscard]] int ticks() const { return m_ticks; }

private:
    QTimer m_timer;
    QElapsedTimer m_sinceTick;
    qint64 m_longest = 0;
    int m_ticks = 0;
};

} // namespace

/// The session with the real worker and Python in it: whatever the learner's code does, the run ends once, a
/// worker is there again, and the event loop goes on.
class TestRealSession final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void expression_showsItsValue();
    void program_seesItsArgumentsAndFolder();
    void exception_hasItsPlaceAndText();
    void syntaxError_hasItsPlaceAsTheLastFrame();
    void input_isAnswered();
    void completeness_isKnown();
    void exit_endsTheRunWithItsCode();
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
    void roundTrip_isQuick();

private:
    void checkAlive(int workers);

    QTemporaryDir m_folder;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<SessionRecorder> m_log;
};

void TestRealSession::init()
{
#ifdef __SANITIZE_ADDRESS__
    // The worker shall die of a segmentation fault as it does without a sanitizer.
    qputenv("ASAN_OPTIONS", qgetenv("ASAN_OPTIONS") + ":handle_segv=0:detect_leaks=0");
#endif
    SessionOptions options;
    options.worker = QStringLiteral(SKILLET_WORKER);
    options.workerPython = QStringLiteral(SKILLET_SOURCE_DIR "/app/worker/python");
    options.workingFolder = m_folder.path();
    options.interruptGraceMs = 500;
    m_session = std::make_unique<Session>(options);
    m_log = std::make_unique<SessionRecorder>(*m_session);
    m_session->start();
    QVERIFY2(m_log->waitForState(SessionState::Idle), qPrintable(m_session->problem()));
}

void TestRealSession::cleanup()
{
    m_session.reset();
    m_log.reset();
}

void TestRealSession::checkAlive(int workers)
{
    QVERIFY(m_log->waitForState(SessionState::Idle));
    QCOMPARE(m_log->workers, workers);
    QCOMPARE(m_log->run(QStringLiteral("6 * 7")).out, QStringLiteral("42\n"));
    for (const auto &[id, run] : m_log->runs) {
        QVERIFY(id == 0 || run.finishes == 1);
        QVERIFY(!run.wroteAfterEnd);
    }
}

void TestRealSession::expression_showsItsValue()
{
    QCOMPARE(m_log->run(QStringLiteral("1 + 1")).out, QStringLiteral("2\n"));
    QCOMPARE(m_log->run(QStringLiteral("_ * 2")).out, QStringLiteral("4\n"));
    QVERIFY(m_session->interpreter().version.startsWith(QLatin1String("3.")));
    QVERIFY(m_session->workerMemory() > 1000000);
}

void TestRealSession::program_seesItsArgumentsAndFolder()
{
    Program program;
    program.kind = ProgramKind::File;
    program.file = m_folder.filePath(QStringLiteral("show.py"));
    program.source = QStringLiteral("import os, sys\nprint(sys.argv[1:], os.getcwd(), __name__)\n");
    program.arguments = {QString::fromUtf8("ü"), QStringLiteral("b c")};
    program.workingFolder = m_folder.path();
    const auto run = m_log->waitFor(m_session->execute(program));
    QCOMPARE(run.out,
             QStringLiteral("['%1', 'b c'] %2 __main__\n").arg(QString::fromUtf8("ü"), m_folder.path()));
}

void TestRealSession::exception_hasItsPlaceAndText()
{
    Program program;
    program.kind = ProgramKind::File;
    program.file = m_folder.filePath(QStringLiteral("shop.py"));
    program.source =
        QString::fromUtf8("def total(orders):\n    return sum(o['é'] for o in orders)\n\ntotal([{}])\n");
    const auto run = m_log->waitFor(m_session->execute(program));
    QCOMPARE(run.outcome, RunOutcome::Failed);
    QCOMPARE(run.tracebacks.size(), 1);
    const ExceptionInfo exception = run.tracebacks.at(0).exceptions.at(0);
    QCOMPARE(exception.type, QStringLiteral("KeyError"));
    const qsizetype where = exception.whereToLook();
    QVERIFY(where >= 0);
    const TracebackFrame frame = exception.frames.at(where);
    QCOMPARE(frame.file, program.file);
    QCOMPARE(frame.range.line, 2);
    QCOMPARE(frame.sourceLine.mid(frame.range.column, frame.range.endColumn - frame.range.column),
             QString::fromUtf8("o['é']"));
    QVERIFY(run.tracebacks.at(0).plainText.contains(QLatin1String("KeyError")));
}

void TestRealSession::syntaxError_hasItsPlaceAsTheLastFrame()
{
    const auto run = m_log->run(QString::fromUtf8("s = 'é' 1"));
    QCOMPARE(run.outcome, RunOutcome::Failed);
    const ExceptionInfo exception = run.tracebacks.at(0).exceptions.at(0);
    QVERIFY(exception.isSyntaxError);
    QVERIFY(!exception.frames.isEmpty());
    QCOMPARE(exception.frames.last().function, QString(syntaxFunction));
    QCOMPARE(exception.frames.last().range.line, 1);
    QCOMPARE(exception.whereToLook(), exception.frames.size() - 1);
}

void TestRealSession::input_isAnswered()
{
    const RunId run = m_session->execute(
        {ProgramKind::Pasted, QStringLiteral("name = input('Name? ')\nprint('Hello', name)"), {}, {}, {}});
    QVERIFY(m_log->waitForState(SessionState::WaitingInput));
    m_session->sendInput(QString::fromUtf8("Zoë"));
    QVERIFY(m_log->waitFor(run).out.contains(QString::fromUtf8("Hello Zoë\n")));
}

void TestRealSession::completeness_isKnown()
{
    std::map<quint32, Completeness> answers;
    connect(m_session.get(), &Session::completenessKnown, m_log.get(),
            [&](quint32 request, Completeness completeness) { answers[request] = completeness; });
    const quint32 whole = m_session->askCompleteness(QStringLiteral("1 + 1"));
    const quint32 begun = m_session->askCompleteness(QStringLiteral("for i in range(3):"));
    const quint32 wrong = m_session->askCompleteness(QStringLiteral("1 +* 1"));
    QTRY_COMPARE(answers.size(), 3U);
    QCOMPARE(answers[whole], Completeness::Complete);
    QCOMPARE(answers[begun], Completeness::Incomplete);
    QCOMPARE(answers[wrong], Completeness::Invalid);
}

void TestRealSession::exit_endsTheRunWithItsCode()
{
    const auto run = m_log->run(QStringLiteral("import sys; sys.exit(3)"));
    QCOMPARE(run.outcome, RunOutcome::Exited);
    QCOMPARE(run.exitCode, 3);
    checkAlive(m_log->workers);
}

void TestRealSession::endlessLoop_isInterruptedAndKeepsItsNames()
{
    m_log->run(QStringLiteral("kept = 7"));
    const RunId run =
        m_session->execute({ProgramKind::Interactive, QStringLiteral("while True: pass\n"), {}, {}, {}});
    QVERIFY(m_log->waitForState(SessionState::Running));
    Heartbeat heartbeat;
    handleEvents(300);
    QElapsedTimer sinceStop;
    sinceStop.start();
    m_session->interrupt();
    QCOMPARE(m_log->waitFor(run).outcome, RunOutcome::Interrupted);
    qInfo("endless loop: ended %lld ms after Stop, longest gap of the event loop %.1f ms",
          sinceStop.elapsed(), heartbeat.longestMs());
    QVERIFY(heartbeat.longestMs() < 100);
    QCOMPARE(m_log->run(QStringLiteral("kept")).out, QStringLiteral("7\n"));
    checkAlive(1);
}

void TestRealSession::endlessLoopInTheQueue_isInterrupted()
{
    const RunId first = m_session->execute(
        {ProgramKind::Interactive, QStringLiteral("import time; time.sleep(30)"), {}, {}, {}});
    const RunId second =
        m_session->execute({ProgramKind::Interactive, QStringLiteral("while True: pass\n"), {}, {}, {}});
    QVERIFY(m_log->waitForState(SessionState::Running));
    handleEvents(200);
    m_session->interrupt();
    QCOMPARE(m_log->waitFor(first).outcome, RunOutcome::Interrupted);
    QCOMPARE(m_log->waitFor(second).outcome, RunOutcome::Interrupted);
    checkAlive(1);
}

void TestRealSession::immediateInterrupt_isNotLost()
{
    for (int i = 0; i < 10; ++i) {
        const RunId run =
            m_session->execute({ProgramKind::Interactive, QStringLiteral("while True: pass\n"), {}, {}, {}});
        QVERIFY(m_log->waitForState(SessionState::Running));
        m_session->interrupt();
        QCOMPARE(m_log->waitFor(run).outcome, RunOutcome::Interrupted);
    }
    checkAlive(1);
}

void TestRealSession::loopInC_isKilledAfterTheGracePeriod()
{
    const RunId run = m_session->execute(
        {ProgramKind::Interactive, QStringLiteral("import itertools; sum(itertools.count())"), {}, {}, {}});
    QVERIFY(m_log->waitForState(SessionState::Running));
    handleEvents(300);
    Heartbeat heartbeat;
    QElapsedTimer sinceStop;
    sinceStop.start();
    m_session->interrupt();
    QCOMPARE(m_log->waitFor(run).outcome, RunOutcome::Killed);
    QVERIFY(m_log->waitForState(SessionState::Idle));
    qInfo(
        "loop in C: a fresh Python %lld ms after Stop (grace 500 ms), longest gap of the event loop %.1f ms",
        sinceStop.elapsed(), heartbeat.longestMs());
    QVERIFY(sinceStop.elapsed() < 2500);
    QVERIFY(heartbeat.longestMs() < 100);
    checkAlive(2);
}

void TestRealSession::programThatIgnoresInterrupts_isKilled()
{
    const RunId run = m_session->execute({ProgramKind::Pasted,
                                          QStringLiteral("import time\n"
                                                         "while True:\n"
                                                         "    try:\n"
                                                         "        time.sleep(60)\n"
                                                         "    except KeyboardInterrupt:\n"
                                                         "        print('no', flush=True)\n"),
                                          {},
                                          {},
                                          {}});
    QVERIFY(m_log->waitForState(SessionState::Running));
    handleEvents(300);
    m_session->interrupt();
    handleEvents(100);
    QCOMPARE(m_session->state(), SessionState::Stopping);
    const auto ended = m_log->waitFor(run);
    QCOMPARE(ended.outcome, RunOutcome::Killed);
    QVERIFY(ended.out.startsWith(QLatin1String("no\n")));
    QVERIFY(m_log->losses.at(0).contains(QLatin1String("did not react to Stop")));
    checkAlive(2);
}

void TestRealSession::outputFlood_leavesTheEventLoopTime()
{
    const RunId run = m_session->execute(
        {ProgramKind::Interactive, QStringLiteral("while True: print('x' * 1000)\n"), {}, {}, {}});
    QVERIFY(m_log->waitForState(SessionState::Running));
    Heartbeat heartbeat;
    handleEvents(2000);
    const int ticks = heartbeat.ticks();
    const double gap = heartbeat.longestMs();
    const qsizetype bytes = m_log->runs[run].out.size();
    QElapsedTimer sinceStop;
    sinceStop.start();
    m_session->interrupt();
    QCOMPARE(m_log->waitFor(run).outcome, RunOutcome::Interrupted);
    qInfo("flood by print: %d of 200 ticks, longest gap %.1f ms, %.0f MB/s shown, ended %lld ms after Stop",
          ticks, gap, static_cast<double>(bytes) / 2e6, sinceStop.elapsed());
    QVERIFY(bytes > 100000);
    QVERIFY2(gap < 500, "the event loop was held up");
    QVERIFY(m_log->runs[run].out.startsWith(QString(1000, QLatin1Char('x')) + QLatin1Char('\n')));
    checkAlive(1);
}

void TestRealSession::outputFloodFromC_leavesTheEventLoopTime()
{
    const RunId run = m_session->execute(
        {ProgramKind::Interactive, QStringLiteral("import subprocess; subprocess.run(['yes'])"), {}, {}, {}});
    QVERIFY(m_log->waitForState(SessionState::Running));
    Heartbeat heartbeat;
    handleEvents(1000);
    const double gap = heartbeat.longestMs();
    m_session->interrupt();
    QCOMPARE(m_log->waitFor(run).finishes, 1);
    qInfo("flood by a subprocess: longest gap %.1f ms, %.0f MB shown", gap,
          static_cast<double>(m_log->runs[run].out.size()) / 1e6);
    QVERIFY2(gap < 500, "the event loop was held up");
    checkAlive(m_log->workers);
}

void TestRealSession::osExit_losesNoOutput()
{
    const auto run =
        m_log->run(QStringLiteral("import os; print('before'); _ = os.write(2, b'error'); os._exit(3)"));
    QCOMPARE(run.outcome, RunOutcome::Killed);
    QCOMPARE(run.out, QStringLiteral("before\n"));
    QVERIFY(run.err.contains(QLatin1String("error")));
    QVERIFY(m_log->losses.at(0).contains(QLatin1String("os._exit(3)")));
    checkAlive(2);
}

void TestRealSession::segmentationFault_losesNoOutput()
{
    const auto run = m_log->run(
        QStringLiteral("import ctypes; [print(i) for i in range(50000)] and None; ctypes.string_at(0)"));
    QCOMPARE(run.outcome, RunOutcome::Killed);
    QVERIFY2(m_log->losses.at(0).contains(QLatin1String("signal 11")), qPrintable(m_log->losses.at(0)));
    QCOMPARE(run.out.count(QLatin1Char('\n')), 50000);
    QVERIFY(run.out.endsWith(QLatin1String("\n49999\n")));
    checkAlive(2);
}

void TestRealSession::deadWorker_isReplacedAtOnce()
{
    const auto killAndMeasure = [this] {
        const int before = m_log->workers;
        const qint64 killedNs = m_log->clock.nsecsElapsed();
        ::kill(static_cast<pid_t>(m_session->interpreter().processId), SIGKILL);
        (void)handleEventsUntil([&] { return m_log->workers > before; }, 5000);
        return static_cast<double>(m_log->lastReadyNs - killedNs) / 1e6;
    };
    QList<double> withSpare;
    QList<double> withoutSpare;
    for (int i = 0; i < 10; ++i) {
        handleEvents(500); // the spare comes up
        QCOMPARE(m_log->run(QStringLiteral("1")).finishes, 1);
        withSpare.append(killAndMeasure());
        QCOMPARE(m_log->run(QStringLiteral("1")).finishes, 1);
        withoutSpare.append(killAndMeasure()); // so soon after a replacement there is none yet
    }
    std::sort(withSpare.begin(), withSpare.end());
    std::sort(withoutSpare.begin(), withoutSpare.end());
    qInfo("death to fresh worker: by the spare median %.1f ms, longest %.1f ms; without one median %.1f ms, "
          "longest %.1f ms",
          withSpare.at(5), withSpare.last(), withoutSpare.at(5), withoutSpare.last());
    QVERIFY(withSpare.last() > 0 && withSpare.last() < 1000);
    QVERIFY(withoutSpare.last() > 0 && withoutSpare.last() < 2000);
    checkAlive(21);
}

void TestRealSession::closedDescriptors_doNotEndTheSession()
{
    const RunId run = m_session->execute(
        {ProgramKind::Interactive, QStringLiteral("import os; os.closerange(3, 4096)"), {}, {}, {}});
    if (m_log->waitFor(run, 3000).finishes == 0) {
        m_session->interrupt();
        QCOMPARE(m_log->waitFor(run).finishes, 1);
    }
    handleEvents(1500);
    checkAlive(m_log->workers);
}

void TestRealSession::childProcesses_endWithTheirWorker()
{
    const auto run = m_log->run(QStringLiteral("import subprocess, os; p = subprocess.Popen(['sleep', "
                                               "'300']); print(p.pid, flush=True); os._exit(0)"));
    const int child = run.out.trimmed().toInt();
    QVERIFY(child > 0);
    QTRY_VERIFY(!QFile::exists(QStringLiteral("/proc/%1/exe").arg(child))
                || QFile::symLinkTarget(QStringLiteral("/proc/%1/exe").arg(child)).isEmpty());
    checkAlive(2);
}

void TestRealSession::roundTrip_isQuick()
{
    QList<double> milliseconds;
    for (int i = 0; i < 200; ++i) {
        const qint64 askedNs = m_log->clock.nsecsElapsed();
        const auto run = m_log->run(QStringLiteral("1 + 1"));
        milliseconds.append(static_cast<double>(m_log->lastFinishNs - askedNs) / 1e6);
        QCOMPARE(run.out, QStringLiteral("2\n"));
    }
    std::sort(milliseconds.begin(), milliseconds.end());
    qInfo("round trip of 1 + 1: median %.2f ms, 95 of 100 within %.2f ms", milliseconds.at(100),
          milliseconds.at(190));
    QVERIFY(milliseconds.at(100) < 100);
}

QTEST_GUILESS_MAIN(TestRealSession)
#include "tst_realsession.moc"
