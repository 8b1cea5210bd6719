// SPDX-License-Identifier: GPL-3.0-or-later
#include "runcontroller.h"

#include "core/paths.h"
#include "editor/codeeditor.h"
#include "editor/editorarea.h"
#include "highlighting/codehighlighter.h"
#include "prompt/promptpane.h"
#include "prompt/promptview.h"
#include "traceback/tracebackpane.h"
#include "workspace/journal.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <memory>

using namespace Skillet;
using namespace Skillet::Ui;

/// The editor, the prompt and the traceback pane with the real Python behind them.
class RunControllerTest final : public QObject
{
    Q_OBJECT

    static constexpr int LimitMs = 30'000;

    struct Window;
    Theme m_theme;
    CodeHighlighter m_highlighter{m_theme};
    std::unique_ptr<Window> m_window;

    [[nodiscard]] QString shown() const;
    void open(const QByteArray &text) const;
    /// What went wrong, after `act` and the runs that it began.
    void failing(const std::function<void()> &act, Runner::Traceback &traceback) const;

private Q_SLOTS:
    void init();
    void cleanup() { m_window.reset(); }

    void theSettingsOfAFile_countWhenItRuns();
    void aRunThatIsRefused_leavesNoTrace();
    void settings_followTheirFile();
    void aDemonstration_showsTheErrorAndRecordsNothing();
    void errorsOfABlock_nameTheLinesOfTheFile();
    void aSelectionOutOfAFunction_runs_andItsErrorsHaveTheirPlace();
};

struct RunControllerTest::Window
{
    Window(const Theme &theme, const CodeHighlighter &highlighter)
        : session(options())
        , analyst(Runner::AnalystOptions())
        , editor(theme, highlighter, journal)
        , prompt(session, theme, highlighter, folder.filePath(QStringLiteral("history.txt")))
        , traceback(theme, highlighter)
        , run(paths, theme, session, analyst, {editor, prompt, traceback}, nullptr)
    {
        prompt.resize(900, 400);
        prompt.show();
        session.start();
    }

    Runner::SessionOptions options()
    {
        paths.data = folder.filePath(QStringLiteral("data"));
        paths.workspace = folder.path();
        Runner::SessionOptions options;
        options.worker = QStringLiteral(SKILLET_WORKER);
        options.workerPython = QStringLiteral(SKILLET_WORKER_PYTHON);
        options.workingFolder = folder.path();
        return options;
    }

    QTemporaryDir folder;
    Core::Paths paths;
    Runner::Session session;
    Runner::Analyst analyst;
    Workspace::Journal journal{folder.filePath(QStringLiteral("journal"))};
    EditorArea editor;
    PromptPane prompt;
    TracebackPane traceback;
    RunController run;
    QString file = folder.filePath(QStringLiteral("shop.py"));
};

void RunControllerTest::init()
{
    m_window = std::make_unique<Window>(m_theme, m_highlighter);
    QTRY_COMPARE_WITH_TIMEOUT(m_window->session.state(), Runner::SessionState::Idle, LimitMs);
}

QString RunControllerTest::shown() const
{
    return m_window->prompt.view().document()->toPlainText();
}

void RunControllerTest::open(const QByteArray &text) const
{
    QFile file(m_window->file);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
    file.close();
    QVERIFY(m_window->editor.openFile(m_window->file).ok());
    QCOMPARE(m_window->editor.currentFile(), m_window->file);
}

void RunControllerTest::failing(const std::function<void()> &act, Runner::Traceback &traceback) const
{
    const QSignalSpy raised(&m_window->session, &Runner::Session::exceptionRaised);
    act();
    QTRY_COMPARE_WITH_TIMEOUT(raised.size(), 1, LimitMs);
    traceback = raised.first().at(1).value<Runner::Traceback>();
}

void RunControllerTest::theSettingsOfAFile_countWhenItRuns()
{
    open("import os, sys\nprint(sys.argv[1:], input(), os.environ['SHOP'], os.path.basename(os.getcwd()))\n");
    QVERIFY(QDir(m_window->folder.path()).mkdir(QStringLiteral("deep")));
    Workspace::RunSettingsStore store(m_window->paths.runSettings());
    QVERIFY(store
                .set(m_window->file,
                     {QStringLiteral("-n 'two words'"), QStringLiteral("Ada"),
                      m_window->folder.filePath(QStringLiteral("deep")), QStringLiteral("SHOP=tea")})
                .ok());
    m_window->run.runFile();
    QTRY_VERIFY2_WITH_TIMEOUT(shown().contains(QStringLiteral("['-n', 'two words'] Ada tea deep")),
                              qPrintable(shown()), LimitMs);
    QVERIFY2(shown().contains(QStringLiteral("Running shop.py -n 'two words', in the folder ")),
             qPrintable(shown()));
    QVERIFY2(shown().contains(QStringLiteral("with its own input, with SHOP set")), qPrintable(shown()));
}

void RunControllerTest::aRunThatIsRefused_leavesNoTrace()
{
    open("1 / 0\n");
    Workspace::RunSettingsStore store(m_window->paths.runSettings());
    QVERIFY(store.set(m_window->file, {{}, {}, QStringLiteral("/nowhere/at/all"), {}}).ok());
    const QSignalSpy wanted(&m_window->run, &RunController::promptWanted);
    const QSignalSpy problems(&m_window->run, &RunController::problemOccurred);
    m_window->run.runFile();
    QCOMPARE(problems.size(), 1);
    QVERIFY(
        problems.first().first().value<Core::Error>().message.contains(QStringLiteral("/nowhere/at/all")));
    QVERIFY(wanted.isEmpty());
    // An error at the prompt is none of the file's.
    const QSignalSpy met(&m_window->run, &RunController::incidentMet);
    m_window->prompt.runCode(QStringLiteral("no_such_name"));
    QTRY_COMPARE_WITH_TIMEOUT(met.size(), 1, LimitMs);
    QCOMPARE(met.first().first().value<Progress::IncidentSource>(), Progress::IncidentSource::Prompt);
}

void RunControllerTest::aDemonstration_showsTheErrorAndRecordsNothing()
{
    open("1 / 0\n");
    const QSignalSpy met(&m_window->run, &RunController::incidentMet);
    const QSignalSpy wanted(&m_window->run, &RunController::tracebackWanted);
    const QSignalSpy ended(&m_window->prompt, &PromptPane::runFinished);
    m_window->run.demonstrate();
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, LimitMs);
    QCOMPARE(wanted.size(), 1);
    QVERIFY(met.isEmpty());
    m_window->run.runFile(); // now it is the learner's
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 2, LimitMs);
    QCOMPARE(met.size(), 1);
}

void RunControllerTest::settings_followTheirFile()
{
    Workspace::RunSettingsStore store(m_window->paths.runSettings());
    QVERIFY(store.set(QStringLiteral("/a/b/shop.py"), {QStringLiteral("-n"), {}, {}, {}}).ok());
    m_window->run.followRename(QStringLiteral("/a/b"), QStringLiteral("/a/c"));
    QVERIFY(store.of(QStringLiteral("/a/b/shop.py")).isEmpty());
    m_window->run.followRename(QStringLiteral("/a/c/shop.py"), QStringLiteral("/a/c/bar.py"));
    QCOMPARE(store.of(QStringLiteral("/a/c/bar.py")).arguments, QStringLiteral("-n"));
}

void RunControllerTest::errorsOfABlock_nameTheLinesOfTheFile()
{
    open("price = 4\n\n\ndef share(n):\n    return price / n\n\n\nshare(\n    0)\n");
    Runner::Traceback traceback;
    m_window->editor.currentEditor()->goTo(1, 0);
    m_window->run.runBlock();
    m_window->editor.currentEditor()->goTo(5, 0);
    m_window->run.runBlock();
    m_window->editor.currentEditor()->goTo(9, 0);
    failing([this] { m_window->run.runBlock(); }, traceback);
    const Runner::ExceptionInfo &error = traceback.exceptions.first();
    QCOMPARE(error.type, QStringLiteral("ZeroDivisionError"));
    QCOMPARE(error.frames.size(), 2);
    QCOMPARE(error.frames.at(0).file, m_window->file);
    QCOMPARE(error.frames.at(0).range.line, 8);
    QCOMPARE(error.frames.at(1).range.line, 5);
    QVERIFY2(traceback.plainText.contains(QStringLiteral("line 5, in share\n    return price / n")),
             qPrintable(traceback.plainText));
}

void RunControllerTest::aSelectionOutOfAFunction_runs_andItsErrorsHaveTheirPlace()
{
    open("def work():\n    a = 2\n    a / (1 - 1)\n");
    m_window->editor.currentEditor()->setSelection(1, 0, 2, 15);
    Runner::Traceback traceback;
    failing([this] { m_window->run.runSelection(); }, traceback);
    const Runner::TracebackFrame &frame = traceback.exceptions.first().frames.first();
    QCOMPARE(frame.range.line, 3);
    QCOMPARE(frame.range.column, 4);
    QCOMPARE(frame.file, m_window->file);
    QVERIFY2(shown().contains(QStringLiteral(">>> a = 2")) || shown().contains(QStringLiteral("a = 2\na /")),
             qPrintable(shown()));
}

QTEST_MAIN(RunControllerTest)
#include "tst_runcontroller.moc"
