// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/session.h"

#include "sessionrecorder.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Skillet::Runner;

/// What a session does with a worker that behaves; tst_sessionfaults has the others.
class TestSession final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void start_bringsAWorkerAndThenIsIdle();
    void execute_givesTheOutputBeforeTheEnd();
    void execute_emitsNothingBeforeItReturns();
    void execute_startsAStoppedSession();
    void runsAskedForEarly_areKeptUntilTheWorkerIsReady();
    void runsAskedForDuringARun_followInOrder();
    void interrupt_endsTheRunAndDropsTheQueue();
    void interrupt_withoutARun_doesNothing();
    void interruptAskedTwice_reachesAProgramThatSwallowedTheFirst();
    void input_isAskedForAndAnswered();
    void endOfInput_isPassedOn();
    void secretInput_isMarked();
    void interruptDuringInput_endsTheRun();
    void inputNobodyAskedFor_isIgnored();
    void characters_areNeverSplit();
    void exception_comesBeforeTheEnd();
    void omittedOutput_isReportedBetweenItsNeighbours();
    void whatARunDisplays_comesBetweenItsOutput();
    void outputOfNoRun_isPassedOnAsSuch();
    void completeness_isAnswered();
    void completenessDuringARun_isComplete();
    void completenessBeforeTheWorkerIsReady_isAnsweredLater();
    void completenessWithoutAnAnswer_isCompleteAfterAWhile();
    void restart_endsTheRunAndBringsAFreshWorker();
    void interpreter_isKnownWhileAWorkerLives();
    void tooLargeAProgram_isRefusedInWords();
    void sessionMayDieDuringARun();

private:
    static SessionOptions options();

    std::unique_ptr<Session> m_session;
    std::unique_ptr<SessionRecorder> m_log;
};

SessionOptions TestSession::options()
{
    SessionOptions options;
    options.worker = QStringLiteral(SKILLET_FAKEWORKER);
    options.workerPython = QStringLiteral("/nowhere");
    return options;
}

void TestSession::init()
{
    qunsetenv("SKILLET_FAKE_START");
    m_session = std::make_unique<Session>(options());
    m_log = std::make_unique<SessionRecorder>(*m_session);
}

void TestSession::cleanup()
{
    m_session.reset();
    m_log.reset();
}

void TestSession::start_bringsAWorkerAndThenIsIdle()
{
    QCOMPARE(m_session->state(), SessionState::Stopped);
    m_session->start();
    m_session->start();
    QVERIFY(m_log->waitForState(SessionState::Idle));
    QCOMPARE(m_log->states, (QList{SessionState::Starting, SessionState::Idle}));
    QCOMPARE(m_log->workers, 1);
    QCOMPARE(m_session->problem(), QString());
}

void TestSession::execute_givesTheOutputBeforeTheEnd()
{
    const auto run = m_log->run(QStringLiteral("echo hello"));
    QCOMPARE(run.finishes, 1);
    QCOMPARE(run.out, QStringLiteral("hello"));
    QCOMPARE(run.outcome, RunOutcome::Finished);
    QVERIFY(!run.wroteAfterEnd);
    QCOMPARE(m_session->state(), SessionState::Idle);
}

void TestSession::execute_emitsNothingBeforeItReturns()
{
    m_session->start();
    QVERIFY(m_log->waitForState(SessionState::Idle));
    const RunId run = m_session->execute({ProgramKind::Interactive, QStringLiteral("echo"), {}, {}, {}});
    QVERIFY(m_log->started.isEmpty());
    QCOMPARE(m_log->waitFor(run).finishes, 1);
    QCOMPARE(m_log->started, QList<RunId>{run});
}

void TestSession::execute_startsAStoppedSession()
{
    const auto run = m_log->run(QStringLiteral("echo x"));
    QCOMPARE(run.out, QStringLiteral("x"));
}

void TestSession::runsAskedForEarly_areKeptUntilTheWorkerIsReady()
{
    m_session->start();
    const RunId first = m_session->execute({ProgramKind::Interactive, QStringLiteral("echo 1"), {}, {}, {}});
    const RunId second = m_session->execute({ProgramKind::File, QStringLiteral("echo 2"), {}, {}, {}});
    QCOMPARE(m_log->waitFor(second).out, QStringLiteral("2"));
    QCOMPARE(m_log->finished, (QList<RunId>{first, second}));
}

void TestSession::runsAskedForDuringARun_followInOrder()
{
    QList<RunId> ids;
    for (int i = 0; i < 20; ++i)
        ids.append(
            m_session->execute({ProgramKind::Interactive, QStringLiteral("echo %1").arg(i), {}, {}, {}}));
    m_log->waitFor(ids.last());
    QCOMPARE(m_log->started, ids);
    QCOMPARE(m_log->finished, ids);
    for (int i = 0; i < 20; ++i)
        QCOMPARE(m_log->runs[ids.at(i)].out, QString::number(i));
}

void TestSession::interrupt_endsTheRunAndDropsTheQueue()
{
    const RunId running = m_session->execute({ProgramKind::Interactive, QStringLiteral("loop"), {}, {}, {}});
    const RunId waiting = m_session->execute({ProgramKind::Interactive, QStringLiteral("echo"), {}, {}, {}});
    QVERIFY(m_log->waitForState(SessionState::Running));
    m_session->interrupt();
    QCOMPARE(m_session->state(), SessionState::Stopping);
    QCOMPARE(m_log->waitFor(running).outcome, RunOutcome::Interrupted);
    QCOMPARE(m_log->runs[waiting].finishes, 1);
    QCOMPARE(m_log->runs[waiting].outcome, RunOutcome::Interrupted);
    QCOMPARE(m_log->started, QList<RunId>{running});
    QVERIFY(m_log->losses.isEmpty());
    QCOMPARE(m_session->state(), SessionState::Idle);
}

void TestSession::interrupt_withoutARun_doesNothing()
{
    m_session->start();
    QVERIFY(m_log->waitForState(SessionState::Idle));
    m_session->interrupt();
    QCOMPARE(m_session->state(), SessionState::Idle);
    QCOMPARE(m_log->run(QStringLiteral("echo after")).out, QStringLiteral("after"));
}

void TestSession::interruptAskedTwice_reachesAProgramThatSwallowedTheFirst()
{
    const RunId run = m_session->execute({ProgramKind::Interactive, QStringLiteral("swallow"), {}, {}, {}});
    QVERIFY(m_log->waitForState(SessionState::Running));
    QTest::qWait(200);
    m_session->interrupt();
    QTest::qWait(100);
    QCOMPARE(m_log->runs[run].finishes, 0);
    m_session->interrupt();
    QCOMPARE(m_log->waitFor(run).outcome, RunOutcome::Interrupted);
    QVERIFY(m_log->losses.isEmpty());
}

void TestSession::input_isAskedForAndAnswered()
{
    QSignalSpy asked(m_session.get(), &Session::inputRequested);
    const RunId run =
        m_session->execute({ProgramKind::Interactive, QStringLiteral("ask Name? "), {}, {}, {}});
    QVERIFY(m_log->waitForState(SessionState::WaitingInput));
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.at(0).at(1).toString(), QStringLiteral("Name? "));
    QCOMPARE(asked.at(0).at(2).toBool(), false);
    m_session->sendInput(QString::fromUtf8("Zoë"));
    QCOMPARE(m_session->state(), SessionState::Running);
    QCOMPARE(m_log->waitFor(run).out, QString::fromUtf8("read Zoë"));
}

void TestSession::endOfInput_isPassedOn()
{
    const RunId run = m_session->execute({ProgramKind::Interactive, QStringLiteral("ask"), {}, {}, {}});
    QVERIFY(m_log->waitForState(SessionState::WaitingInput));
    m_session->sendEndOfInput();
    QCOMPARE(m_log->waitFor(run).out, QStringLiteral("end of file"));
}

void TestSession::secretInput_isMarked()
{
    QSignalSpy asked(m_session.get(), &Session::inputRequested);
    m_session->execute({ProgramKind::Interactive, QStringLiteral("ask Password:"), {}, {}, {}});
    QVERIFY(m_log->waitForState(SessionState::WaitingInput));
    QCOMPARE(asked.at(0).at(2).toBool(), true);
}

void TestSession::interruptDuringInput_endsTheRun()
{
    const RunId run = m_session->execute({ProgramKind::Interactive, QStringLiteral("ask"), {}, {}, {}});
    QVERIFY(m_log->waitForState(SessionState::WaitingInput));
    m_session->interrupt();
    QCOMPARE(m_log->waitFor(run).outcome, RunOutcome::Interrupted);
}

void TestSession::inputNobodyAskedFor_isIgnored()
{
    m_session->sendInput(QStringLiteral("early"));
    const RunId run = m_session->execute({ProgramKind::Interactive, QStringLiteral("loop"), {}, {}, {}});
    QVERIFY(m_log->waitForState(SessionState::Running));
    m_session->sendInput(QStringLiteral("unasked"));
    m_session->interrupt();
    QCOMPARE(m_log->waitFor(run).outcome, RunOutcome::Interrupted);
    const RunId next = m_session->execute({ProgramKind::Interactive, QStringLiteral("ask"), {}, {}, {}});
    QVERIFY(m_log->waitForState(SessionState::WaitingInput));
    m_session->sendInput(QStringLiteral("asked"));
    QCOMPARE(m_log->waitFor(next).out, QStringLiteral("read asked"));
}

void TestSession::characters_areNeverSplit()
{
    QSignalSpy output(m_session.get(), &Session::outputReceived);
    const auto run = m_log->run(QStringLiteral("split"));
    QVERIFY(run.out.startsWith(QString::fromUtf8("grüß 😀 \uFFFD cut \uFFFD")));
    QCOMPARE(run.err, QStringLiteral("err"));
    for (const QList<QVariant> &arguments : output) {
        const QString text = arguments.at(2).toString();
        QVERIFY(!text.isEmpty());
        QVERIFY(!text.front().isLowSurrogate() && !text.back().isHighSurrogate());
    }
}

void TestSession::exception_comesBeforeTheEnd()
{
    const auto run = m_log->run(QStringLiteral("fail"));
    QCOMPARE(run.outcome, RunOutcome::Failed);
    QCOMPARE(run.tracebacks.size(), 1);
    QCOMPARE(run.tracebacks.at(0).exceptions.at(0).type, QStringLiteral("KeyError"));
}

void TestSession::omittedOutput_isReportedBetweenItsNeighbours()
{
    QString atOmission;
    quint64 bytes = 0;
    connect(m_session.get(), &Session::outputOmitted, m_log.get(), [&](RunId run, quint64 omitted) {
        atOmission = m_log->runs[run].out;
        bytes = omitted;
    });
    const auto run = m_log->run(QStringLiteral("omit"));
    QCOMPARE(atOmission, QStringLiteral("head"));
    QCOMPARE(bytes, quint64(123456789));
    QCOMPARE(run.out, QStringLiteral("headtail"));
    QCOMPARE(run.outcome, RunOutcome::Exited);
    QCOMPARE(run.exitCode, 4);
}

void TestSession::whatARunDisplays_comesBetweenItsOutput()
{
    const QSignalSpy shown(m_session.get(), &Session::displayed);
    QString outputThen;
    connect(m_session.get(), &Session::displayed, m_log.get(),
            [&](RunId run) { outputThen = m_log->runs[run].out; });
    const auto run = m_log->run(QStringLiteral("display text/html"));
    QCOMPARE(run.out, QStringLiteral("beforeafter"));
    QCOMPARE(outputThen, QStringLiteral("before"));
    QCOMPARE(shown.size(), 1);
    QCOMPARE(shown.first().at(1).toString(), QStringLiteral("text/html"));
    QCOMPARE(shown.first().at(2).toByteArray(), QByteArray("<table><tr><td>1</td></tr></table>"));
    QCOMPARE(shown.first().at(3).toString(), QStringLiteral("   a\n0  1"));
}

void TestSession::outputOfNoRun_isPassedOnAsSuch()
{
    QCOMPARE(m_log->run(QStringLiteral("thread")).out, QString());
    QTRY_COMPARE(m_log->runs[0].out, QStringLiteral("from a thread"));
}

void TestSession::completeness_isAnswered()
{
    m_session->start();
    QVERIFY(m_log->waitForState(SessionState::Idle));
    QSignalSpy known(m_session.get(), &Session::completenessKnown);
    const quint32 request = m_session->askCompleteness(QStringLiteral("if True:"));
    QVERIFY(known.wait());
    QCOMPARE(known.at(0).at(0).toUInt(), request);
    QCOMPARE(known.at(0).at(1).value<Completeness>(), Completeness::Incomplete);
}

void TestSession::completenessDuringARun_isComplete()
{
    const RunId run = m_session->execute({ProgramKind::Interactive, QStringLiteral("loop"), {}, {}, {}});
    QVERIFY(m_log->waitForState(SessionState::Running));
    QSignalSpy known(m_session.get(), &Session::completenessKnown);
    const quint32 request = m_session->askCompleteness(QStringLiteral("if True:"));
    QVERIFY(known.isEmpty());
    QVERIFY(known.wait(1000));
    QCOMPARE(known.at(0).at(0).toUInt(), request);
    QCOMPARE(known.at(0).at(1).value<Completeness>(), Completeness::Complete);
    m_session->interrupt();
    QCOMPARE(m_log->waitFor(run).finishes, 1);
}

void TestSession::completenessBeforeTheWorkerIsReady_isAnsweredLater()
{
    m_session->start();
    QSignalSpy known(m_session.get(), &Session::completenessKnown);
    (void)m_session->askCompleteness(QStringLiteral("if True:"));
    QVERIFY(known.wait());
    QCOMPARE(known.at(0).at(1).value<Completeness>(), Completeness::Incomplete);
}

void TestSession::completenessWithoutAnAnswer_isCompleteAfterAWhile()
{
    m_session->start();
    QVERIFY(m_log->waitForState(SessionState::Idle));
    QSignalSpy known(m_session.get(), &Session::completenessKnown);
    (void)m_session->askCompleteness(QStringLiteral("?"));
    QVERIFY(known.wait(5000));
    QCOMPARE(known.at(0).at(1).value<Completeness>(), Completeness::Complete);
}

void TestSession::restart_endsTheRunAndBringsAFreshWorker()
{
    const RunId running = m_session->execute({ProgramKind::Interactive, QStringLiteral("loop"), {}, {}, {}});
    const RunId waiting = m_session->execute({ProgramKind::Interactive, QStringLiteral("echo"), {}, {}, {}});
    QVERIFY(m_log->waitForState(SessionState::Running));
    const qint64 before = m_session->interpreter().processId;
    m_session->restart();
    QCOMPARE(m_log->runs[running].outcome, RunOutcome::Killed);
    QCOMPARE(m_log->runs[waiting].outcome, RunOutcome::Interrupted);
    QVERIFY(m_log->waitForState(SessionState::Idle));
    QVERIFY(m_session->interpreter().processId != before);
    QVERIFY(m_log->losses.isEmpty());
    QCOMPARE(m_log->run(QStringLiteral("echo fresh")).out, QStringLiteral("fresh"));
    QCOMPARE(m_log->runs[running].finishes, 1);
}

void TestSession::interpreter_isKnownWhileAWorkerLives()
{
    QCOMPARE(m_session->workerMemory(), 0);
    m_session->start();
    QVERIFY(m_log->waitForState(SessionState::Idle));
    QCOMPARE(m_session->interpreter().version, QStringLiteral("3.11.2"));
    QCOMPARE(m_session->interpreter().prefix, QStringLiteral("/usr"));
    QCOMPARE(m_session->interpreter().executable, QStringLiteral("/usr/bin/python3"));
    QVERIFY(m_session->interpreter().processId > 0);
    QVERIFY(m_session->workerMemory() > 100000);
}

void TestSession::tooLargeAProgram_isRefusedInWords()
{
    const auto run = m_log->run(QString(17000000, QLatin1Char('#')));
    QCOMPARE(run.finishes, 1);
    QCOMPARE(run.outcome, RunOutcome::Failed);
    QVERIFY(run.err.contains(QLatin1String("too large")));
    QCOMPARE(m_log->run(QStringLiteral("echo small")).out, QStringLiteral("small"));
}

void TestSession::sessionMayDieDuringARun()
{
    m_session->execute({ProgramKind::Interactive, QStringLiteral("deaf"), {}, {}, {}});
    QVERIFY(m_log->waitForState(SessionState::Running));
    const qint64 process = m_session->interpreter().processId;
    m_session.reset();
    QVERIFY(!QFile::exists(QStringLiteral("/proc/%1").arg(process)));
}

QTEST_GUILESS_MAIN(TestSession)
#include "tst_session.moc"
