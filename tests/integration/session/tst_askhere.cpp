// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/session.h"

#include "realsession.h"

#include <QSignalSpy>
#include <QTest>

using namespace Skillet::Runner;

/// The prompt in a frame of an earlier error, with real Python.
class TestAskHere final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void input_runsInTheFrameUntilItIsLeft();
    void questions_areAboutTheFrame();
    void runningAFile_leavesTheFrame();
    void restart_leavesTheFrame();
    void frameThatIsForgotten_isSaidToBeGone();
    void frameEnteredDuringARun_isLookedForAfterIt();
    void queuedInput_staysWhereItWasMeantFor();
    void tracebackFromText_hasNoFrames();

private:
    /// A function's frame in which `count` is 3.
    FrameReference failInFunction();

    RealSession m_real;
};

void TestAskHere::init()
{
    m_real.start();
}

void TestAskHere::cleanup()
{
    m_real.end();
}

FrameReference TestAskHere::failInFunction()
{
    const auto run = m_real.log->run(QStringLiteral("def f(count):\n    return count / 0\nf(3)"), 10000,
                                     ProgramKind::Pasted);
    return run.tracebacks.isEmpty() ? FrameReference() : run.tracebacks.first().frameReference(0, 1);
}

void TestAskHere::input_runsInTheFrameUntilItIsLeft()
{
    const FrameReference frame = failInFunction();
    QVERIFY(!frame.isNull());
    QSignalSpy changed(m_real.session.get(), &Session::frameChanged);
    m_real.session->enterFrame(frame);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(m_real.session->currentFrame(), frame);
    QCOMPARE(m_real.log->run(QStringLiteral("count")).out, QStringLiteral("3\n"));
    m_real.session->leaveFrame();
    QCOMPARE(changed.count(), 2);
    QVERIFY(m_real.session->currentFrame().isNull());
    QCOMPARE(m_real.log->run(QStringLiteral("count")).tracebacks.first().exceptions.first().type,
             QStringLiteral("NameError"));
}

void TestAskHere::questions_areAboutTheFrame()
{
    m_real.session->enterFrame(failInFunction());
    QSignalSpy names(m_real.session.get(), &Session::namesKnown);
    (void)m_real.session->askNames();
    QVERIFY(names.wait());
    const auto list = names.first().at(1).value<NameList>();
    QCOMPARE(list.entries.size(), 1);
    QCOMPARE(list.entries.first().name, QStringLiteral("count"));
    QSignalSpy completions(m_real.session.get(), &Session::completionsKnown);
    (void)m_real.session->askCompletions(QStringLiteral("cou"), 3);
    QVERIFY(completions.wait());
    QCOMPARE(completions.first().at(1).value<Completions>().items.first().text, QStringLiteral("count"));
}

void TestAskHere::runningAFile_leavesTheFrame()
{
    m_real.session->enterFrame(failInFunction());
    const auto run = m_real.log->run(QStringLiteral("print('count' in globals())"), 10000, ProgramKind::File);
    QCOMPARE(run.out, QStringLiteral("False\n"));
    QVERIFY(m_real.session->currentFrame().isNull());
}

void TestAskHere::restart_leavesTheFrame()
{
    const FrameReference frame = failInFunction();
    m_real.session->enterFrame(frame);
    m_real.session->restart();
    QVERIFY(m_real.session->currentFrame().isNull());
    QVERIFY(m_real.log->waitForState(SessionState::Idle));
    QSignalSpy lost(m_real.session.get(), &Session::frameLost);
    m_real.session->enterFrame(frame);
    QVERIFY(lost.wait());
    QVERIFY(m_real.session->currentFrame().isNull());
}

void TestAskHere::frameThatIsForgotten_isSaidToBeGone()
{
    const FrameReference frame = failInFunction();
    m_real.session->enterFrame(frame);
    for (int i = 0; i < 20; ++i)
        (void)m_real.log->run(QStringLiteral("1/0"));
    QSignalSpy lost(m_real.session.get(), &Session::frameLost);
    QSignalSpy changed(m_real.session.get(), &Session::frameChanged);
    const auto run = m_real.log->run(QStringLiteral("print('ran')"));
    QCOMPARE(run.outcome, RunOutcome::Failed);
    QCOMPARE(run.out, QString());
    QCOMPARE(lost.count(), 1);
    QVERIFY(lost.first().first().toString().contains(QStringLiteral("make it happen again")));
    QCOMPARE(changed.count(), 1);
    QCOMPARE(m_real.log->run(QStringLiteral("print('ran')")).out, QStringLiteral("ran\n"));
}

void TestAskHere::frameEnteredDuringARun_isLookedForAfterIt()
{
    FrameReference frame = failInFunction();
    frame.frame = 7;
    QSignalSpy lost(m_real.session.get(), &Session::frameLost);
    const RunId run = m_real.execute(QStringLiteral("input()"));
    QVERIFY(m_real.log->waitForState(SessionState::WaitingInput));
    m_real.session->enterFrame(frame);
    QVERIFY(!m_real.session->currentFrame().isNull());
    m_real.session->sendInput(QStringLiteral("x"));
    QCOMPARE(m_real.log->waitFor(run).outcome, RunOutcome::Finished);
    QTRY_COMPARE(lost.count(), 1);
}

void TestAskHere::queuedInput_staysWhereItWasMeantFor()
{
    const FrameReference frame = failInFunction();
    const RunId before = m_real.execute(QStringLiteral("'count' in globals()"));
    m_real.session->enterFrame(frame);
    const RunId inside = m_real.execute(QStringLiteral("'count' in globals()"));
    m_real.session->leaveFrame();
    QCOMPARE(m_real.log->waitFor(before).out, QStringLiteral("False\n"));
    QCOMPARE(m_real.log->waitFor(inside).out, QStringLiteral("True\n"));
}

void TestAskHere::tracebackFromText_hasNoFrames()
{
    Traceback traceback;
    traceback.exceptions.append(ExceptionInfo{});
    traceback.exceptions.first().frames.append(TracebackFrame{});
    QVERIFY(traceback.frameReference(0, 0).isNull());
    traceback.incident = 1;
    QVERIFY(!traceback.frameReference(0, 0).isNull());
    QVERIFY(traceback.frameReference(0, 1).isNull());
    QVERIFY(traceback.frameReference(-1, 0).isNull());
    traceback.exceptions.first().frames.first().function = QString(syntaxFunction);
    QVERIFY(traceback.frameReference(0, 0).isNull());
}

QTEST_GUILESS_MAIN(TestAskHere)
#include "tst_askhere.moc"
