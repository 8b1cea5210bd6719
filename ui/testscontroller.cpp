// SPDX-License-Identifier: GPL-3.0-or-later
#include "testscontroller.h"

#include "actions.h"
#include "editor/codeeditor.h"
#include "editor/editorarea.h"
#include "tests/testatcaret.h"
#include "tests/testspane.h"
#include "workspace/testfiles.h"

#include <QAction>
#include <QDir>
#include <QFileInfo>

#include <utility>

namespace Skillet::Ui {

TestsController::TestsController(EditorArea &editor, TestsPane &pane, Setup setup, QObject *parent)
    : QObject(parent)
    , m_editor(editor)
    , m_pane(pane)
    , m_setup(std::move(setup))
{
    connect(&m_run, &Runner::TestRun::collected, &m_pane,
            [this](const QList<Runner::TestCase> &tests) { m_pane.showTests(tests, m_choice.folder); });
    connect(&m_run, &Runner::TestRun::started, &m_pane, &TestsPane::markStarted);
    connect(&m_run, &Runner::TestRun::resultCame, &m_pane, &TestsPane::addResult);
    connect(&m_run, &Runner::TestRun::wrote, &m_pane, &TestsPane::addOutput);
    connect(&m_run, &Runner::TestRun::ended, this, &TestsController::finish);
    connect(&m_pane, &TestsPane::failureMarked, this,
            [this](const Runner::TestResult &result) { Q_EMIT tracebackMet(result.traceback, false); });
    connect(&m_pane, &TestsPane::failureChosen, this,
            [this](const Runner::TestResult &result) { Q_EMIT tracebackMet(result.traceback, true); });
    connect(&m_pane, &TestsPane::placeChosen, this,
            [this](const QString &file, int line) { Q_EMIT placeWanted(file, line, 0); });
}

void TestsController::connectActions(const Actions &actions)
{
    const auto bind = [&](ActionId id, void (TestsController::*does)()) {
        connect(actions[id], &QAction::triggered, this, does);
        m_starters.append(actions[id]);
    };
    bind(ActionId::RunTests, &TestsController::runFile);
    bind(ActionId::RunTestAtCaret, &TestsController::runAtCaret);
    bind(ActionId::RunAllTests, &TestsController::runAll);
    m_failed = actions[ActionId::RunFailedTests];
    m_stop = actions[ActionId::StopTests];
    connect(m_failed, &QAction::triggered, this, &TestsController::runFailed);
    connect(m_stop, &QAction::triggered, &m_run, &Runner::TestRun::stop);
    updateActions();
}

void TestsController::updateActions()
{
    const bool isRunning = m_run.isRunning();
    for (QAction *action : std::as_const(m_starters))
        action->setEnabled(!isRunning);
    if (m_stop != nullptr)
        m_stop->setEnabled(isRunning);
    if (m_failed != nullptr)
        m_failed->setEnabled(!isRunning && !m_pane.model().failedIds().isEmpty());
}

QString TestsController::fileInFront()
{
    const QString file = m_editor.currentFile();
    if (file.isEmpty())
        Q_EMIT problemOccurred({Core::ErrorCode::NotFound,
                                tr("Tests are read from files. Open one, or save this one first (Ctrl+S).")});
    return file;
}

void TestsController::runFile()
{
    const QString file = fileInFront();
    if (file.isEmpty())
        return;
    const QString folder = Workspace::testFolderOf(file, m_setup.project());
    const bool isOwn = Workspace::isTestFile(file) || hasTests(m_editor.currentText());
    const QString tests = isOwn ? file : Workspace::testFileOf(file, m_setup.project());
    if (tests.isEmpty()) {
        Q_EMIT problemOccurred(
            {Core::ErrorCode::NotFound,
             tr("There are no tests in %1, and no file test_%1 beside it or in the folder "
                "tests. A test is a function whose name begins with test_: write one, or run "
                "all of the project's with Ctrl+Shift+F8.")
                 .arg(QFileInfo(file).fileName())});
        return;
    }
    start({folder, {QDir(folder).relativeFilePath(tests)}, QFileInfo(tests).fileName()});
}

void TestsController::runAtCaret()
{
    const QString file = fileInFront();
    if (file.isEmpty())
        return;
    const QStringList names = testAt(m_editor.currentText(), m_editor.currentEditor()->caretPlace().line);
    if (names.isEmpty()) {
        Q_EMIT problemOccurred(
            {Core::ErrorCode::NotFound,
             tr("The caret is in no test. Put it into a function whose name begins with test_, "
                "or run all tests of this file with Ctrl+F8.")});
        return;
    }
    const QString folder = Workspace::testFolderOf(file, m_setup.project());
    const QString separator = QStringLiteral("::");
    start({folder, {QDir(folder).relativeFilePath(file) + separator + names.join(separator)}, names.last()});
}

void TestsController::runAll()
{
    const QString file = m_editor.currentFile();
    const QString folder =
        file.isEmpty() ? m_setup.project() : Workspace::testFolderOf(file, m_setup.project());
    start({folder, {}, tr("the folder %1").arg(QFileInfo(folder).fileName())});
}

void TestsController::runFailed()
{
    const QStringList failed = m_pane.model().failedIds();
    if (!failed.isEmpty())
        start({m_choice.folder, failed, tr("the failed tests")});
}

void TestsController::start(const Choice &choice)
{
    if (m_run.isRunning() || !m_editor.saveAll())
        return; // the editor has told why it could not save; older texts on the disk would mislead
    m_editor.clearErrors();
    m_choice = choice;
    m_python = m_setup.python();
    m_pane.begin(choice.name);
    m_clock.start();
    Runner::TestOrder order;
    order.python = m_python;
    order.script = m_setup.script;
    order.folder = choice.folder;
    order.which = choice.which;
    order.memoryLimit = m_setup.memoryLimit;
    m_run.start(order);
    updateActions();
    Q_EMIT paneWanted();
}

void TestsController::finish(const Runner::TestRunSummary &summary)
{
    TestRunWords run;
    run.summary = summary;
    run.seconds = static_cast<double>(m_clock.elapsed()) / 1000;
    run.python = m_python;
    run.what = m_choice.name;
    run.output = m_pane.output();
    m_pane.end(run);
    updateActions();
    Q_EMIT told(tr("The tests of %1 have ended.").arg(m_choice.name));
}

} // namespace Skillet::Ui
