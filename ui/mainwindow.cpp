// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow.h"

#include "actions.h"
#include "activitymeter.h"
#include "askherecontroller.h"
#include "checks/checkspane.h"
#include "contextmenukey.h"
#include "core/paths.h"
#include "core/settings.h"
#include "editor/codeeditor.h"
#include "editor/editorarea.h"
#include "files/filespane.h"
#include "incidentlog.h"
#include "lesson/lessonview.h"
#include "menus.h"
#include "names/namespane.h"
#include "outline/outlinepane.h"
#include "probecontroller.h"
#include "problemscontroller.h"
#include "progress/recorder.h"
#include "prompt/promptassist.h"
#include "prompt/promptpane.h"
#include "roadmap/roadmappane.h"
#include "runcontroller.h"
#include "runner/checkrun.h"
#include "solutioncomparison.h"
#include "statusline.h"
#include "tests/testspane.h"
#include "theme/noticebar.h"
#include "theme/theme.h"
#include "traceback/tracebackpane.h"
#include "uses/usespane.h"
#include "windowlayout.h"
#include "workspace/journal.h"
#include "youfirstcontroller.h"

#include <QAction>
#include <QCloseEvent>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QStatusBar>
#include <QVBoxLayout>

namespace Skillet::Ui {

namespace {
constexpr int StatusIntervalMs = 2000;
constexpr int InterpreterDelayMs = 60;

/// That of last time, while it is there; else the learner's own files.
QString projectFolder(const QString &remembered, const Core::Paths &paths)
{
    return QFileInfo(remembered).isDir() ? remembered : paths.workspace;
}
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
    m_run = new RunController(m_services.course.paths, m_services.theme, m_services.session,
                              m_services.analyst, {*m_editor, *m_prompt, *m_traceback}, this);
    m_incidentLog = new IncidentLog(
        m_services.course.progress, m_services.course.paths.workspace,
        [this] {
            const Course::Exercise *exercise = m_course->exercise();
            return IncidentLog::Where{m_services.course.course.id, m_services.course.course.version,
                                      exercise != nullptr ? exercise->id : QString(),
                                      m_course->lastAttempt()};
        },
        this);
    m_run->tellIncidents(*m_incidentLog);
    auto *first = new YouFirstController(
        {m_services.theme, m_services.highlighter, m_services.course.settings, m_services.course.store,
         m_services.course.progress},
        {*m_traceback, m_run->explanations(), *m_incidentLog}, *(*m_actions)[ActionId::YouFirst], this);
    connect(m_run, &RunController::incidentMet, first, &YouFirstController::noteIncident);
    connect(first, &YouFirstController::problemOccurred, this, &MainWindow::showProblem);
    m_ask = new AskHereController(m_services.session, {*m_prompt, *m_traceback}, m_services.theme, this);
    m_ask->connectActions(*m_actions);
    auto *probes = new ProbeController(m_services.session, {*m_prompt, *m_traceback}, *m_ask, this);
    connect(probes, &ProbeController::problemOccurred, this, &MainWindow::showProblem);
    m_run->leaveOut(*probes);
    connectEditor();
    connectCode();
    connectTests();
    connectFileActions();
    connectFiles();
    connectEditActions();
    connectRunActions();
    connectPaneActions();
    connectLookActions();
    connectPanes();
    connectStatus();
    updateActions();
    updateTitle();
    connect(new ActivityMeter(this), &ActivityMeter::minuteBegan, this, &MainWindow::recordActiveMinute);
    new ContextMenuKey(this);
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
    const Core::Settings &settings = m_services.course.settings;
    m_prompt->keepOutput(m_services.course.paths.cache, settings.promptOutputMegabytes(),
                         settings.promptKeptMegabytes());
    m_checks = new ChecksPane(theme, this);
    m_traceback = new TracebackPane(theme, highlighter, this);
    m_names = new NamesPane(m_services.session, theme, this);
    m_files = new FilesPane(theme, projectFolder(settings.projectFolder(), m_services.course.paths), this);
    m_outline = new OutlinePane(theme, this);
    m_uses = new UsesPane(theme, this);
    m_tests = new TestsPane(theme, this);

    auto *centre = new QWidget(this);
    auto *column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_notices = new NoticeBar(theme, centre);
    column->addWidget(m_notices);
    column->addWidget(m_editor, 1);
    centre->setFocusProxy(m_editor);
    m_layout = new WindowLayout(*this, theme,
                                {m_roadmap, m_lesson, centre, m_prompt, m_checks, m_traceback, m_names,
                                 m_files, m_outline, m_uses, m_tests});
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

void MainWindow::connectCourse()
{
    auto *solution = new SolutionComparison(m_services.theme, m_services.highlighter,
                                            m_services.course.paths.workspace, this);
    connect(solution, &SolutionComparison::problemOccurred, this, &MainWindow::showProblem);
    connect(m_checks, &ChecksPane::solutionRequested, this, [this, solution] {
        if (const Course::Exercise *exercise = m_course->exercise())
            solution->show(*exercise);
    });
    connect(m_course, &CourseController::exerciseChanged, this,
            [this] { m_checks->offerSolution(SolutionComparison::isOffered(m_course->exercise())); });
    connect(m_course, &CourseController::checkRunningChanged, this, [this](bool running) {
        m_checking = running;
        if (running) {
            m_layout->raise(m_checks);
        }
        updateActions();
    });
    connect(m_course, &CourseController::checkFinished, this, [this](const Runner::CheckResult &result) {
        if (!result.traceback.isEmpty()) {
            m_run->noteCheck(result.traceback);
        }
    });
    connect(m_course, &CourseController::exerciseChanged, this, &MainWindow::updateActions);
    // At the start only once the panes are laid out.
    connect(
        m_course, &CourseController::answersWanted, this, [this] { m_layout->raise(m_checks); },
        Qt::QueuedConnection);
    connect(m_course, &CourseController::failingProgramOpened, m_run, &RunController::demonstrate,
            Qt::QueuedConnection);
    connect(m_course, &CourseController::itemOpened, this, [this] {
        m_layout->raiseOpen(m_lesson); // it may be a tab behind the roadmap
        updateActions();
    });
    connect(m_course, &CourseController::problemOccurred, this, &MainWindow::showProblem);
}

void MainWindow::connectPanes()
{
    connectCourse();
    connect(m_lesson, &LessonView::runRequested, m_run, &RunController::runCode);
    connect(m_lesson, &LessonView::openInEditorRequested, this,
            [this](const QString &code) { m_editor->newFile(code, tr("from-lesson.py")); });
    connect(m_ask, &AskHereController::promptWanted, this, [this] { m_layout->raise(m_prompt); });
    connect(m_ask, &AskHereController::problemOccurred, this, &MainWindow::showProblem);
    connect(m_run, &RunController::promptWanted, this, [this] { m_layout->raise(m_prompt); });
    connect(m_run, &RunController::tracebackWanted, this, [this] { m_layout->raise(m_traceback); });
    connect(m_traceback, &TracebackPane::summaryChanged, this, [this](const QString &type) {
        m_layout->setTitle(m_traceback, type.isEmpty() ? tr("Traceback") : tr("Traceback: %1").arg(type));
    });
    connect(m_checks, &ChecksPane::summaryChanged, this,
            [this](const QString &title) { m_layout->setTitle(m_checks, title); });
    connect(m_checks, &ChecksPane::tracebackRequested, this, [this] { m_layout->raise(m_traceback); });
    connect(m_editor, &EditorArea::currentChanged, this, &MainWindow::updateActions);
    connect(m_editor, &EditorArea::currentChanged, this, &MainWindow::updateTitle);
    connect(m_editor, &EditorArea::problemOccurred, this, &MainWindow::showProblem);
    // Whoever writes will check; whoever reads a lesson has no use for another Python.
    connect(m_editor, &EditorArea::textEdited, this, [this] {
        if (!m_checksAreWarm && m_course->exercise() != nullptr) {
            m_checksAreWarm = true;
            m_services.course.checks.warmUp();
        }
    });
    connect(m_run, &RunController::problemOccurred, this, &MainWindow::showProblem);
    connect(m_names, &NamesPane::nameChosen, this, [this](const QString &name) {
        m_layout->raise(m_prompt);
        m_prompt->assist().insert(name);
    });
    connect(&m_prompt->assist(), &PromptAssist::helpOpened, this, [this] { m_layout->raise(m_prompt); });
    connect(m_prompt, &PromptPane::problemOccurred, this, &MainWindow::showProblem);
}

void MainWindow::connectStatus()
{
    Runner::Session &session = m_services.session;
    // Not at once: what answers within a blink changes nothing to be seen here, and its answer goes first.
    m_interpreterTimer.setSingleShot(true);
    connect(&m_interpreterTimer, &QTimer::timeout, this, &MainWindow::updateInterpreter);
    connect(&session, &Runner::Session::stateChanged, this, [this] {
        if (!m_interpreterTimer.isActive())
            m_interpreterTimer.start(InterpreterDelayMs);
    });
    connect(&session, &Runner::Session::workerReady, this, &MainWindow::updateInterpreter);
    connect(m_run, &RunController::busyChanged, this, [this](bool busy) {
        if (m_running != busy) {
            m_running = busy;
            updateActions();
        }
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
    for (const ActionId id : {ActionId::Save,
                              ActionId::SaveAs,
                              ActionId::EarlierVersions,
                              ActionId::CloseTab,
                              ActionId::Find,
                              ActionId::FindNext,
                              ActionId::FindPrevious,
                              ActionId::Replace,
                              ActionId::ToggleComment,
                              ActionId::MoveLinesUp,
                              ActionId::MoveLinesDown,
                              ActionId::DuplicateLines,
                              ActionId::DeleteLines,
                              ActionId::JoinLines,
                              ActionId::GoToLine,
                              ActionId::ToggleFold,
                              ActionId::FoldAll,
                              ActionId::UnfoldAll,
                              ActionId::ToggleBookmark,
                              ActionId::PreviousBookmark,
                              ActionId::NextBookmark,
                              ActionId::CompareWithDisk,
                              ActionId::RunFile,
                              ActionId::RunModule,
                              ActionId::RunSelection,
                              ActionId::RunBlock,
                              ActionId::RunSettings,
                              ActionId::RunInTerminal}) {
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
    record(Progress::EventKind::Active, m_course->currentItem());
    updateProgress();
}

void MainWindow::record(Progress::EventKind kind, const QString &item)
{
    Progress::Event event;
    event.kind = kind;
    event.course = m_services.course.course.id;
    event.courseVersion = m_services.course.course.version;
    event.item = item;
    const auto recorded = m_services.course.progress.record(event);
    if (!recorded.ok()) {
        showProblem(recorded.error());
    }
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    // Unsaved text is in the journal and comes back with the next start, so closing asks nothing.
    m_editor->flushJournal();
    m_services.course.settings.setOpenFiles(m_editor->openFiles(), m_editor->currentFile());
    m_layout->save(m_services.course.settings);
    m_services.session.end();
    event->accept();
}

} // namespace Skillet::Ui
