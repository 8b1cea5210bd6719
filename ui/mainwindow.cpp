// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow.h"

#include "actions.h"
#include "activitymeter.h"
#include "checks/checkspane.h"
#include "core/paths.h"
#include "core/settings.h"
#include "dialogs.h"
#include "editor/codeeditor.h"
#include "editor/editorarea.h"
#include "lesson/lessonview.h"
#include "menus.h"
#include "progress/recorder.h"
#include "prompt/promptpane.h"
#include "roadmap/roadmappane.h"
#include "runcontroller.h"
#include "statusline.h"
#include "theme/noticebar.h"
#include "theme/theme.h"
#include "traceback/tracebackpane.h"
#include "windowlayout.h"
#include "workspace/journal.h"

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QStatusBar>
#include <QUrl>
#include <QVBoxLayout>

namespace Skillet::Ui {

namespace {
constexpr int StatusIntervalMs = 2000;
constexpr int ZoomStep = 10;
} // namespace

MainWindow::MainWindow(const WindowServices &services)
    : m_services(services)
    , m_actions(new Actions(services.theme, this))
{
    setObjectName(QStringLiteral("mainWindow"));
    buildPanes();
    m_menus = new Menus(*this, *m_actions, m_services.theme, m_layout->docks());
    m_status = new StatusLine(*statusBar(), m_services.theme, this);
    m_course = new CourseController(m_services.course, {*m_roadmap, *m_lesson, *m_checks, *m_editor}, this);
    m_run = new RunController(m_services.course.paths, m_services.session, m_services.analyst,
                              {*m_editor, *m_prompt, *m_traceback}, this);
    connectFileActions();
    connectEditActions();
    connectRunActions();
    connectPaneActions();
    connectLookActions();
    connectPanes();
    connectStatus();
    updateActions();
    updateTitle();
    connect(new ActivityMeter(this), &ActivityMeter::minuteBegan, this, &MainWindow::recordActiveMinute);
}

MainWindow::~MainWindow() = default;

void MainWindow::buildPanes()
{
    Theme &theme = m_services.theme;
    CodeHighlighter &highlighter = m_services.highlighter;
    m_roadmap = new RoadmapPane(theme, this);
    m_lesson = new LessonView(theme, highlighter, this);
    m_editor = new EditorArea(theme, highlighter, m_services.journal, this);
    m_editor->setDefaultFolder(m_services.course.paths.workspace);
    m_prompt =
        new PromptPane(m_services.session, theme, highlighter, m_services.course.paths.promptHistory(), this);
    m_prompt->keepOutput(m_services.course.paths.cache, m_services.course.settings.promptOutputMegabytes());
    m_checks = new ChecksPane(theme, this);
    m_traceback = new TracebackPane(theme, highlighter, this);

    auto *centre = new QWidget(this);
    auto *column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_notices = new NoticeBar(theme, centre);
    column->addWidget(m_notices);
    column->addWidget(m_editor, 1);
    centre->setFocusProxy(m_editor);
    m_layout = new WindowLayout(*this, theme, {m_roadmap, m_lesson, centre, m_prompt, m_checks, m_traceback});
}

void MainWindow::restore(const QStringList &files)
{
    Core::Settings &settings = m_services.course.settings;
    m_layout->restore(settings);
    const QStringList remembered = settings.openFiles();
    for (const QString &file : remembered) {
        if (QFileInfo::exists(file)) { // one that is gone meanwhile is no problem of today's
            openFile(file);
        }
    }
    m_editor->restoreUnsaved();
    const QString current = settings.currentFile();
    if (!current.isEmpty() && m_editor->editorFor(current) != nullptr) {
        openFile(current);
    }
    m_course->openAtStart();
    for (const QString &file : files) {
        openFile(QFileInfo(file).absoluteFilePath());
    }
    m_menus->setRecentFiles(settings.recentFiles());
    updateActions();
    if (CodeEditor *editor = m_editor->currentEditor()) {
        editor->setFocus();
    }
}

void MainWindow::connectFileActions()
{
    Actions &actions = *m_actions;
    connect(actions[ActionId::NewFile], &QAction::triggered, this, [this] { m_editor->newFile(); });
    connect(actions[ActionId::OpenFile], &QAction::triggered, this, &MainWindow::chooseAndOpenFile);
    connect(actions[ActionId::Save], &QAction::triggered, this, [this] { m_editor->saveCurrent(); });
    connect(actions[ActionId::SaveAs], &QAction::triggered, this, [this] { m_editor->saveCurrentAs(); });
    connect(actions[ActionId::CloseTab], &QAction::triggered, this, [this] { m_editor->closeCurrent(); });
    connect(actions[ActionId::Quit], &QAction::triggered, this, &QWidget::close);
    connect(m_menus, &Menus::recentFileChosen, this, &MainWindow::openFile);
    connect(m_editor, &EditorArea::fileOpened, this, [this](const QString &file) {
        m_services.course.settings.addRecentFile(file);
        m_menus->setRecentFiles(m_services.course.settings.recentFiles());
    });
    connect(actions[ActionId::OpenWorkspace], &QAction::triggered, this, [this] {
        const QString folder = m_services.course.paths.workspace;
        if (!QDir().mkpath(folder) || !QDesktopServices::openUrl(QUrl::fromLocalFile(folder))) {
            showNotice(tr("Your files are in %1. No file manager could be opened to show them.").arg(folder));
        }
    });
}

void MainWindow::editInFocus(const char *slot)
{
    if (QWidget *focus = QApplication::focusWidget()) {
        QMetaObject::invokeMethod(focus, slot);
    }
}

void MainWindow::connectEditActions()
{
    const std::pair<ActionId, const char *> edits[] = {
        {ActionId::Undo, "undo"}, {ActionId::Redo, "redo"},   {ActionId::Cut, "cut"},
        {ActionId::Copy, "copy"}, {ActionId::Paste, "paste"}, {ActionId::SelectAll, "selectAll"}};
    for (const auto &[id, slot] : edits) {
        connect((*m_actions)[id], &QAction::triggered, this, [this, slot = slot] { editInFocus(slot); });
    }
    connect((*m_actions)[ActionId::Find], &QAction::triggered, this, [this] { m_editor->showFind(); });
    connect((*m_actions)[ActionId::ToggleComment], &QAction::triggered, this, [this] {
        if (CodeEditor *editor = m_editor->currentEditor()) {
            editor->toggleComment();
        }
    });
}

void MainWindow::connectRunActions()
{
    Actions &actions = *m_actions;
    connect(actions[ActionId::RunFile], &QAction::triggered, m_run, &RunController::runFile);
    connect(actions[ActionId::RunSelection], &QAction::triggered, m_run, &RunController::runSelection);
    connect(actions[ActionId::Stop], &QAction::triggered, this, [this] {
        if (m_checking) {
            m_course->stopCheck();
        }
        if (m_running) {
            m_run->stop();
        }
    });
    connect(actions[ActionId::RestartPrompt], &QAction::triggered, m_run, &RunController::restart);
    m_prompt->connectActions(actions);
    connect(actions[ActionId::Check], &QAction::triggered, m_course, &CourseController::check);
    connect(actions[ActionId::Hint], &QAction::triggered, this, [this] {
        m_layout->raise(m_checks);
        m_course->showHint();
    });
    connect(actions[ActionId::ResetExercise], &QAction::triggered, m_course,
            &CourseController::resetExercise);
    connect(actions[ActionId::NextItem], &QAction::triggered, m_course, &CourseController::openNext);
    connect(actions[ActionId::PreviousItem], &QAction::triggered, m_course, &CourseController::openPrevious);
}

void MainWindow::connectPaneActions()
{
    const std::pair<ActionId, QWidget *> panes[] = {{ActionId::ShowRoadmap, m_roadmap},
                                                    {ActionId::ShowLesson, m_lesson},
                                                    {ActionId::ShowPrompt, m_prompt},
                                                    {ActionId::ShowChecks, m_checks},
                                                    {ActionId::ShowTraceback, m_traceback}};
    for (const auto &[id, pane] : panes) {
        connect((*m_actions)[id], &QAction::triggered, this, [this, pane = pane] { m_layout->focus(pane); });
    }
    connect((*m_actions)[ActionId::ShowEditor], &QAction::triggered, this, [this] {
        if (CodeEditor *editor = m_editor->currentEditor()) {
            editor->setFocus(Qt::ShortcutFocusReason);
        } else {
            m_editor->setFocus(Qt::ShortcutFocusReason);
        }
    });
    connect((*m_actions)[ActionId::ResetLayout], &QAction::triggered, m_layout, &WindowLayout::reset);
    connect((*m_actions)[ActionId::FullScreen], &QAction::triggered, this, [this](bool on) {
        setWindowState(on ? windowState() | Qt::WindowFullScreen : windowState() & ~Qt::WindowFullScreen);
    });
    connect((*m_actions)[ActionId::Shortcuts], &QAction::triggered, this,
            [this] { showShortcuts(*this, *m_actions); });
    connect((*m_actions)[ActionId::About], &QAction::triggered, this,
            [this] { showAbout(*this, m_services.session.interpreter().version); });
}

void MainWindow::setZoom(int percent)
{
    m_services.theme.setZoomPercent(percent);
    m_services.course.settings.setZoomPercent(m_services.theme.zoomPercent());
    statusBar()->showMessage(tr("Zoom %1 %").arg(m_services.theme.zoomPercent()), StatusIntervalMs);
}

void MainWindow::connectLookActions()
{
    Theme &theme = m_services.theme;
    const std::pair<ActionId, Core::ThemeChoice> themes[] = {
        {ActionId::ThemeDesktop, Core::ThemeChoice::Desktop},
        {ActionId::ThemeLight, Core::ThemeChoice::Light},
        {ActionId::ThemeDark, Core::ThemeChoice::Dark}};
    for (const auto &[id, choice] : themes) {
        QAction *action = (*m_actions)[id];
        action->setChecked(theme.choice() == choice);
        connect(action, &QAction::triggered, this, [this, choice = choice] {
            m_services.theme.setChoice(choice);
            m_services.course.settings.setTheme(choice);
        });
    }
    connect((*m_actions)[ActionId::ZoomIn], &QAction::triggered, this,
            [this] { setZoom(m_services.theme.zoomPercent() + ZoomStep); });
    connect((*m_actions)[ActionId::ZoomOut], &QAction::triggered, this,
            [this] { setZoom(m_services.theme.zoomPercent() - ZoomStep); });
    connect((*m_actions)[ActionId::ZoomReset], &QAction::triggered, this, [this] { setZoom(100); });
}

void MainWindow::connectPanes()
{
    connect(m_lesson, &LessonView::runRequested, m_run, &RunController::runCode);
    connect(m_lesson, &LessonView::openInEditorRequested, this,
            [this](const QString &code) { m_editor->newFile(code, tr("from-lesson.py")); });
    connect(m_run, &RunController::promptWanted, this, [this] { m_layout->raise(m_prompt); });
    connect(m_run, &RunController::tracebackWanted, this, [this] { m_layout->raise(m_traceback); });
    connect(m_traceback, &TracebackPane::summaryChanged, this, [this](const QString &type) {
        m_layout->setTitle(m_traceback, type.isEmpty() ? tr("Traceback") : tr("Traceback: %1").arg(type));
    });
    connect(m_checks, &ChecksPane::summaryChanged, this,
            [this](const QString &title) { m_layout->setTitle(m_checks, title); });
    connect(m_checks, &ChecksPane::tracebackRequested, this, [this] { m_layout->raise(m_traceback); });
    connect(m_course, &CourseController::checkRunningChanged, this, [this](bool running) {
        m_checking = running;
        if (running) {
            m_layout->raise(m_checks);
        }
        updateActions();
    });
    connect(m_course, &CourseController::checkFinished, this, [this](const Runner::CheckResult &result) {
        if (!result.traceback.isEmpty()) {
            m_run->showTraceback(result.traceback);
        }
    });
    connect(m_course, &CourseController::exerciseChanged, this, &MainWindow::updateActions);
    connect(m_course, &CourseController::itemOpened, this, &MainWindow::updateActions);
    connect(m_editor, &EditorArea::currentChanged, this, &MainWindow::updateActions);
    connect(m_editor, &EditorArea::currentChanged, this, &MainWindow::updateTitle);
    connect(m_editor, &EditorArea::problemOccurred, this, &MainWindow::showProblem);
    connect(m_course, &CourseController::problemOccurred, this, &MainWindow::showProblem);
    connect(m_run, &RunController::problemOccurred, this, &MainWindow::showProblem);
    connect(m_prompt, &PromptPane::problemOccurred, this, &MainWindow::showProblem);
}

void MainWindow::connectStatus()
{
    Runner::Session &session = m_services.session;
    connect(&session, &Runner::Session::stateChanged, this, &MainWindow::updateInterpreter);
    connect(&session, &Runner::Session::workerReady, this, &MainWindow::updateInterpreter);
    connect(m_run, &RunController::busyChanged, this, [this](bool busy) {
        m_running = busy;
        updateActions();
    });
    connect(m_editor, &EditorArea::cursorMoved, m_status, &StatusLine::setPosition);
    connect(m_course, &CourseController::progressChanged, this, &MainWindow::updateProgress);
    connect(&m_statusTimer, &QTimer::timeout, this, [this] {
        updateInterpreter();
        if (m_services.course.progress.waiting() > 0 && m_services.course.progress.retry().ok()) {
            updateProgress();
        }
    });
    m_statusTimer.start(StatusIntervalMs);
    updateProgress();
}

void MainWindow::updateInterpreter()
{
    const Runner::Session &session = m_services.session;
    m_status->setInterpreter(session.interpreter().version);
    m_status->setState(session.state(), session.workerMemory());
    if (session.state() == Runner::SessionState::Stopped && !session.problem().isEmpty()) {
        showNotice(session.problem());
    }
}

void MainWindow::updateProgress()
{
    m_status->setProgress(m_course->stageProgress());
    m_status->setMinutesToday(m_services.course.store.activeMinutes(QDate::currentDate()).valueOr(0));
}

void MainWindow::updateActions()
{
    Actions &actions = *m_actions;
    const bool hasFile = m_editor->currentEditor() != nullptr;
    for (const ActionId id : {ActionId::Save, ActionId::SaveAs, ActionId::CloseTab, ActionId::Find,
                              ActionId::ToggleComment, ActionId::RunFile, ActionId::RunSelection}) {
        actions[id]->setEnabled(hasFile);
    }
    const bool hasExercise = m_course->exercise() != nullptr;
    actions[ActionId::Check]->setEnabled(hasExercise && !m_checking);
    actions[ActionId::Hint]->setEnabled(hasExercise);
    actions[ActionId::ResetExercise]->setEnabled(hasExercise && !m_checking);
    actions[ActionId::Stop]->setEnabled(m_running || m_checking);
    const QStringList ids = m_services.course.course.itemIds();
    const qsizetype index = ids.indexOf(m_course->currentItem());
    actions[ActionId::PreviousItem]->setEnabled(index > 0);
    actions[ActionId::NextItem]->setEnabled(index >= 0 && index + 1 < ids.size());
    if (!hasFile) {
        m_status->hidePosition();
    }
}

void MainWindow::updateTitle()
{
    const QString file = m_editor->currentFile();
    setWindowTitle(file.isEmpty() ? tr("Skillet") : tr("%1 - Skillet").arg(QFileInfo(file).fileName()));
}

void MainWindow::openFile(const QString &file)
{
    const auto opened = m_editor->openFile(file);
    if (!opened.ok()) {
        showProblem(opened.error());
    }
}

void MainWindow::chooseAndOpenFile()
{
    const QString current = m_editor->currentFile();
    const QString folder =
        current.isEmpty() ? m_services.course.paths.workspace : QFileInfo(current).absolutePath();
    const QStringList files = QFileDialog::getOpenFileNames(
        this, tr("Open files"), folder, tr("Python programs (*.py *.pyw);;All files (*)"));
    for (const QString &file : files) {
        openFile(file);
    }
}

void MainWindow::showProblem(const Core::Error &error)
{
    m_notices->post({NoticeKind::Warning, error.message, error.message, {}});
}

void MainWindow::showNotice(const QString &message)
{
    m_notices->post({NoticeKind::Information, message, message, {}});
}

void MainWindow::recordActiveMinute()
{
    Progress::Event event;
    event.kind = Progress::EventKind::Active;
    event.course = m_services.course.course.id;
    event.item = m_course->currentItem();
    const auto recorded = m_services.course.progress.record(event);
    if (!recorded.ok()) {
        showProblem(recorded.error());
    }
    updateProgress();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    // Unsaved text is in the journal and comes back with the next start, so closing asks nothing.
    m_editor->flushJournal();
    m_services.course.settings.setOpenFiles(m_editor->openFiles(), m_editor->currentFile());
    m_layout->save(m_services.course.settings);
    m_services.session.interrupt();
    event->accept();
}

} // namespace Skillet::Ui
