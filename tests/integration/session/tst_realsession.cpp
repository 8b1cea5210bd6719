// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/session.h"

#include "sessionrecorder.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Skillet::Runner;

/// The session with the real worker and Python in it.
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
    void roundTrip_isQuick();

private:
    void checkAlive(int workers);

    QTemporaryDir m_folder;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<SessionRecorder> m_log;
};

void TestRealSession::init()
{
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
