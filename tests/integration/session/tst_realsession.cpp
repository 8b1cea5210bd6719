// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/session.h"

#include "realsession.h"

#include <QDir>
#include <QFileInfo>
#include <QTest>

#include <algorithm>

using namespace Skillet::Runner;

namespace {
constexpr qint64 megabyte = 1000000;
} // namespace

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
    void inputOfTheRun_isReadInsteadOfAsking_thenEnds();
    void variablesOfTheRun_areItsOwn();
    void completeness_isKnown();
    void figure_isDisplayed();
    void table_isDisplayed();
    void exit_endsTheRunWithItsCode();
    void environmentAndMemoryLimit_countFromTheNextWorker();
    void roundTrip_isQuick();

private:
    RealSession m_real;
};

void TestRealSession::init()
{
    m_real.start();
}

void TestRealSession::cleanup()
{
    m_real.end();
}

void TestRealSession::expression_showsItsValue()
{
    QCOMPARE(m_real.log->run(QStringLiteral("1 + 1")).out, QStringLiteral("2\n"));
    QCOMPARE(m_real.log->run(QStringLiteral("_ * 2")).out, QStringLiteral("4\n"));
    QVERIFY(m_real.session->interpreter().version.startsWith(QLatin1String("3.")));
    QVERIFY(m_real.session->workerMemory() > 1000000);
}

void TestRealSession::program_seesItsArgumentsAndFolder()
{
    Program program;
    program.kind = ProgramKind::File;
    program.file = m_real.filePath(QStringLiteral("show.py"));
    program.source = QStringLiteral("import os, sys\nprint(sys.argv[1:], os.getcwd(), __name__)\n");
    program.arguments = {QString::fromUtf8("ü"), QStringLiteral("b c")};
    program.workingFolder = m_real.folder();
    const auto run = m_real.log->waitFor(m_real.session->execute(program));
    QCOMPARE(run.out,
             QStringLiteral("['%1', 'b c'] %2 __main__\n").arg(QString::fromUtf8("ü"), m_real.folder()));
}

void TestRealSession::exception_hasItsPlaceAndText()
{
    Program program;
    program.kind = ProgramKind::File;
    program.file = m_real.filePath(QStringLiteral("shop.py"));
    program.source =
        QString::fromUtf8("def total(orders):\n    return sum(o['é'] for o in orders)\n\ntotal([{}])\n");
    const auto run = m_real.log->waitFor(m_real.session->execute(program));
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
    const auto run = m_real.log->run(QString::fromUtf8("s = 'é' 1"));
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
    const RunId run = m_real.session->execute(
        {ProgramKind::Pasted, QStringLiteral("name = input('Name? ')\nprint('Hello', name)"), {}, {}, {}});
    QVERIFY(m_real.log->waitForState(SessionState::WaitingInput));
    m_real.session->sendInput(QString::fromUtf8("Zoë"));
    QVERIFY(m_real.log->waitFor(run).out.contains(QString::fromUtf8("Hello Zoë\n")));
}

void TestRealSession::completeness_isKnown()
{
    std::map<quint32, Completeness> answers;
    connect(m_real.session.get(), &Session::completenessKnown, m_real.log.get(),
            [&](quint32 request, Completeness completeness) { answers[request] = completeness; });
    const quint32 whole = m_real.session->askCompleteness(QStringLiteral("1 + 1"));
    const quint32 begun = m_real.session->askCompleteness(QStringLiteral("for i in range(3):"));
    const quint32 wrong = m_real.session->askCompleteness(QStringLiteral("1 +* 1"));
    QTRY_COMPARE(answers.size(), 3U);
    QCOMPARE(answers[whole], Completeness::Complete);
    QCOMPARE(answers[begun], Completeness::Incomplete);
    QCOMPARE(answers[wrong], Completeness::Invalid);
}

void TestRealSession::figure_isDisplayed()
{
    constexpr int patience = 60000; // matplotlib looks at all fonts when it is first used
    if (m_real.log->run(QStringLiteral("import matplotlib.pyplot as plt"), patience).outcome
        != RunOutcome::Finished)
        QSKIP("The package python3-matplotlib is not installed.");
    const auto run = m_real.log->run(QStringLiteral("lines = plt.plot([1, 2])"), patience);
    QCOMPARE(run.displayed, QStringList{QStringLiteral("image/png <Figure size 640x480 with 1 Axes>")});
    QCOMPARE(run.outcome, RunOutcome::Finished);
}

void TestRealSession::table_isDisplayed()
{
    constexpr int patience = 60000;
    if (m_real.log->run(QStringLiteral("import pandas"), patience).outcome != RunOutcome::Finished)
        QSKIP("The package python3-pandas is not installed.");
    const auto run = m_real.log->run(QStringLiteral("pandas.DataFrame({'n': [7]})"), patience);
    QCOMPARE(run.displayed, QStringList{QStringLiteral("text/html    n\n0  7")});
    QVERIFY(run.out.isEmpty());
}

void TestRealSession::exit_endsTheRunWithItsCode()
{
    const auto run = m_real.log->run(QStringLiteral("import sys; sys.exit(3)"));
    QCOMPARE(run.outcome, RunOutcome::Exited);
    QCOMPARE(run.exitCode, 3);
    m_real.checkAlive(m_real.log->workers);
}

void TestRealSession::inputOfTheRun_isReadInsteadOfAsking_thenEnds()
{
    Program program;
    program.kind = ProgramKind::File;
    program.file = m_real.filePath(QStringLiteral("add.py"));
    program.source = QStringLiteral("import sys\n"
                                    "name = input('Name? ')\n"
                                    "print(name, sum(int(line) for line in sys.stdin))\n"
                                    "input()\n");
    program.input = {QString::fromUtf8("Zo\u00eb"), QStringLiteral("2"), QStringLiteral("40")};
    const auto run = m_real.log->waitFor(m_real.session->execute(program));
    QCOMPARE(run.out, QString::fromUtf8("Name? Zo\u00eb 42\n"));
    QCOMPARE(run.tracebacks.size(), 1);
    QCOMPARE(run.tracebacks.at(0).exceptions.at(0).type, QStringLiteral("EOFError"));
    // The next run asks again.
    bool asked = false;
    const auto connection = connect(m_real.session.get(), &Session::inputRequested, this, [&] {
        asked = true;
        m_real.session->sendInput(QStringLiteral("typed"));
    });
    program.input.reset();
    program.source = QStringLiteral("print(input())\n");
    QCOMPARE(m_real.log->waitFor(m_real.session->execute(program)).out, QStringLiteral("typed\n"));
    QVERIFY(asked);
    disconnect(connection);
}

void TestRealSession::variablesOfTheRun_areItsOwn()
{
    Program program;
    program.kind = ProgramKind::File;
    program.file = m_real.filePath(QStringLiteral("show.py"));
    program.source = QStringLiteral("import os\nprint(os.environ.get('SHOP'), os.environ['HOME'])\n");
    program.environment = {QStringLiteral("SHOP=tea = cake"), QStringLiteral("HOME=/nowhere")};
    QCOMPARE(m_real.log->waitFor(m_real.session->execute(program)).out,
             QStringLiteral("tea = cake /nowhere\n"));
    program.environment.clear();
    const QString home = qEnvironmentVariable("HOME");
    QCOMPARE(m_real.log->waitFor(m_real.session->execute(program)).out,
             QStringLiteral("None %1\n").arg(home));
}

void TestRealSession::environmentAndMemoryLimit_countFromTheNextWorker()
{
    const InterpreterInfo python = m_real.session->interpreter();
    const QString folder = m_real.filePath(QStringLiteral("environment"));
    QVERIFY(QDir().mkpath(folder + QStringLiteral("/bin")));
    QVERIFY(QFile::link(python.executable, folder + QStringLiteral("/bin/python")));
    QFile settings(folder + QStringLiteral("/pyvenv.cfg"));
    QVERIFY(settings.open(QIODevice::WriteOnly));
    settings.write(QStringLiteral("home = %1\nversion = %2\n")
                       .arg(QFileInfo(python.executable).absolutePath(), python.version)
                       .toUtf8());
    settings.close();

    const QString prefix = QStringLiteral("import sys; sys.prefix");
    const QString before = m_real.log->run(prefix).out;
    m_real.session->useFromRestart(folder, 400 * megabyte);
    QCOMPARE(m_real.log->run(prefix).out, before);
    m_real.session->restart();
    QVERIFY(m_real.log->waitForState(SessionState::Idle));
    QCOMPARE(m_real.log->run(prefix).out, QStringLiteral("'%1'\n").arg(folder));
    const auto large = m_real.log->run(QStringLiteral("len(b'x' * 10**9)"));
    QCOMPARE(large.tracebacks.size(), 1);
    QCOMPARE(large.tracebacks.at(0).exceptions.at(0).type, QStringLiteral("MemoryError"));
}

void TestRealSession::roundTrip_isQuick()
{
    QList<double> milliseconds;
    for (int i = 0; i < 200; ++i) {
        const qint64 askedNs = m_real.log->clock.nsecsElapsed();
        const auto run = m_real.log->run(QStringLiteral("1 + 1"));
        milliseconds.append(static_cast<double>(m_real.log->lastFinishNs - askedNs) / 1e6);
        QCOMPARE(run.out, QStringLiteral("2\n"));
    }
    std::sort(milliseconds.begin(), milliseconds.end());
    qInfo("round trip of 1 + 1: median %.2f ms, 95 of 100 within %.2f ms", milliseconds.at(100),
          milliseconds.at(190));
    QVERIFY(milliseconds.at(100) < 100);
}

QTEST_GUILESS_MAIN(TestRealSession)
#include "tst_realsession.moc"
