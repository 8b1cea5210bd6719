// SPDX-License-Identifier: GPL-3.0-or-later
// The part of MainWindow that gives the commands their work.
#include "actions.h"
#include "checks/checkspane.h"
#include "core/paths.h"
#include "core/settings.h"
#include "dialogs.h"
#include "editor/codeeditor.h"
#include "editor/editorarea.h"
#include "editor/findreplace.h"
#include "editorassistcontroller.h"
#include "environments/environmentsdialog.h"
#include "files/filespane.h"
#include "lesson/lessonview.h"
#include "mainwindow.h"
#include "menus.h"
#include "names/dottedname.h"
#include "names/namespane.h"
#include "outline/outlinepane.h"
#include "problemscontroller.h"
#include "prompt/promptassist.h"
#include "prompt/promptpane.h"
#include "roadmap/roadmappane.h"
#include "runcontroller.h"
#include "runner/session.h"
#include "settings/settingsdialog.h"
#include "tests/testspane.h"
#include "theme/theme.h"
#include "traceback/tracebackpane.h"
#include "uses/usespane.h"
#include "windowlayout.h"

#include <QAction>
#include <QApplication>
#include <QDesktopServices>
#include <QDir>
#include <QStatusBar>
#include <QUrl>

namespace Skillet::Ui {

namespace {
constexpr int MessageMs = 2000;
constexpr int ResultMs = 8000; // a sentence or two
constexpr int HintMs = 6000;
constexpr int ZoomStep = 10;
constexpr qint64 BytesInMegabyte = 1000000;
} // namespace

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
    connect(m_menus, &Menus::recentFilesCleared, this, [this] {
        m_services.course.settings.forgetRecentFiles();
        m_menus->setRecentFiles({});
    });
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
    connect(&m_editor->find(), &FindReplace::told, this,
            [this](const QString &words) { statusBar()->showMessage(words, ResultMs); });
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
    connect(actions[ActionId::RunModule], &QAction::triggered, m_run, &RunController::runModule);
    connect(actions[ActionId::RunSelection], &QAction::triggered, m_run, &RunController::runSelection);
    connect(actions[ActionId::RunBlock], &QAction::triggered, m_run, &RunController::runBlock);
    connect(actions[ActionId::RunSettings], &QAction::triggered, m_run, &RunController::askRunSettings);
    connect(actions[ActionId::RunInTerminal], &QAction::triggered, m_run, &RunController::runInTerminal);
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
    m_run->connectActions(actions);
    QAction *complete = actions[ActionId::CompleteAfterDot];
    complete->setChecked(m_services.course.settings.completesAfterDot());
    connect(complete, &QAction::toggled, this, [this](bool on) {
        m_services.course.settings.setCompletesAfterDot(on);
        m_assist->setAutomatic(on);
    });
    m_assist->setAutomatic(complete->isChecked());
    QAction *alone = actions[ActionId::WithoutHelp];
    alone->setChecked(m_services.course.settings.writesWithoutHelp());
    setWithoutHelp(alone->isChecked());
    connect(alone, &QAction::toggled, this, [this](bool without) {
        m_services.course.settings.setWritesWithoutHelp(without);
        setWithoutHelp(without);
        record(without ? Progress::EventKind::HelpSwitchedOff : Progress::EventKind::HelpSwitchedOn,
               m_course->currentItem());
    });
    connect(actions[ActionId::Check], &QAction::triggered, m_course, &CourseController::check);
    m_checks->connectActions(actions);
    connect(actions[ActionId::Hint], &QAction::triggered, this, [this] {
        m_layout->raise(m_checks);
        m_course->showHint();
    });
    connect(actions[ActionId::ResetExercise], &QAction::triggered, m_course,
            &CourseController::resetExercise);
    connect(actions[ActionId::NextItem], &QAction::triggered, m_course, &CourseController::openNext);
    connect(actions[ActionId::PreviousItem], &QAction::triggered, m_course, &CourseController::openPrevious);
}

void MainWindow::connectFiles()
{
    connect((*m_actions)[ActionId::OpenFolder], &QAction::triggered, this, [this] {
        m_layout->focus(m_files);
        m_files->chooseFolder();
    });
    connect(m_files, &FilesPane::fileChosen, this, &MainWindow::openFile);
    connect(m_files, &FilesPane::renamed, m_editor, &EditorArea::followRename);
    connect(m_files, &FilesPane::renamed, m_run, &RunController::followRename);
    connect(m_files, &FilesPane::problemOccurred, this, &MainWindow::showProblem);
    connect(m_files, &FilesPane::folderChanged, this, [this](const QString &folder) {
        m_services.course.settings.setProjectFolder(folder);
        m_editor->setDefaultFolder(folder);
    });
    connect(m_editor, &EditorArea::currentChanged, this, [this] { m_files->mark(m_editor->currentFile()); });
}

void MainWindow::connectPaneActions()
{
    const std::pair<ActionId, QWidget *> panes[] = {
        {ActionId::ShowRoadmap, m_roadmap},     {ActionId::ShowLesson, m_lesson},
        {ActionId::ShowPrompt, m_prompt},       {ActionId::ShowChecks, m_checks},
        {ActionId::ShowTraceback, m_traceback}, {ActionId::ShowNames, m_names},
        {ActionId::ShowFiles, m_files},         {ActionId::ShowOutline, m_outline},
        {ActionId::ShowUses, m_uses},           {ActionId::ShowTests, m_tests}};
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
    connect((*m_actions)[ActionId::HelpOnName], &QAction::triggered, this, &MainWindow::helpOnName);
    connect((*m_actions)[ActionId::Shortcuts], &QAction::triggered, this,
            [this] { showShortcuts(*this, *m_actions); });
    connect((*m_actions)[ActionId::About], &QAction::triggered, this,
            [this] { showAbout(*this, m_services.session.interpreter().version); });
}

void MainWindow::helpOnName()
{
    CodeEditor *editor = m_editor->currentEditor();
    const bool inEditor = editor != nullptr && editor->hasFocus();
    const QString name = inEditor ? editor->nameAtCaret() : m_prompt->assist().nameAtCaret();
    if (name.isEmpty()) {
        statusBar()->showMessage(tr("Put the caret on a name in the editor or at the prompt, and press F1."),
                                 HintMs);
        return;
    }
    m_prompt->assist().askHelp(name);
}

void MainWindow::setZoom(int percent)
{
    m_services.theme.setZoomPercent(percent);
    m_services.course.settings.setZoomPercent(m_services.theme.zoomPercent());
    statusBar()->showMessage(tr("Zoom %1 %").arg(m_services.theme.zoomPercent()), MessageMs);
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
    QAction *contrast = (*m_actions)[ActionId::HighContrast];
    contrast->setChecked(theme.hasHighContrast());
    connect(contrast, &QAction::toggled, this, [this](bool high) {
        m_services.theme.setHighContrast(high);
        m_services.course.settings.setUsesHighContrast(high);
    });
    connect((*m_actions)[ActionId::ZoomIn], &QAction::triggered, this,
            [this] { setZoom(m_services.theme.zoomPercent() + ZoomStep); });
    connect((*m_actions)[ActionId::ZoomOut], &QAction::triggered, this,
            [this] { setZoom(m_services.theme.zoomPercent() - ZoomStep); });
    connect((*m_actions)[ActionId::ZoomReset], &QAction::triggered, this, [this] { setZoom(100); });
    connect((*m_actions)[ActionId::Settings], &QAction::triggered, this, &MainWindow::showSettings);
    connect((*m_actions)[ActionId::Environments], &QAction::triggered, this, &MainWindow::showEnvironments);
}

void MainWindow::showSettings()
{
    Core::Settings &settings = m_services.course.settings;
    auto *dialog = new SettingsDialog(settings, m_services.theme, *m_actions, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SettingsDialog::pythonChanged, this, &MainWindow::useChosenPython);
    connect(dialog, &SettingsDialog::restartRequested, m_run, &RunController::restart);
    connect(dialog, &SettingsDialog::promptOutputChanged, this, [this, &settings] {
        m_prompt->keepOutput(m_services.course.paths.cache, settings.promptOutputMegabytes(),
                             settings.promptKeptMegabytes());
    });
    dialog->open();
}

void MainWindow::useChosenPython()
{
    const Core::Settings &settings = m_services.course.settings;
    m_services.session.useFromRestart(settings.environment(),
                                      qint64(settings.memoryLimitMegabytes()) * BytesInMegabyte);
}

void MainWindow::showEnvironments()
{
    const QString version = m_services.session.interpreter().version;
    const Workspace::OwnPython own{
        QStringLiteral("/usr/bin/python%1").arg(version.section(QLatin1Char('.'), 0, 1)), version};
    auto *dialog =
        new EnvironmentsDialog(m_services.theme, m_services.course.settings, m_files->folder(), own, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &EnvironmentsDialog::environmentChanged, this, [this] {
        useChosenPython();
        showNotice(tr("The prompt uses the environment from its next start on: Run, Restart the Prompt."));
    });
    dialog->open();
}

void MainWindow::setWithoutHelp(bool without)
{
    m_assist->setEnabled(!without);
    m_problems->setEnabled(!without);
}

} // namespace Skillet::Ui
