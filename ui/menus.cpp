// SPDX-License-Identifier: GPL-3.0-or-later
#include "menus.h"

#include "actions.h"
#include "theme/theme.h"

#include <QDir>
#include <QDockWidget>
#include <QFileInfo>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QToolBar>
#include <QToolButton>

namespace Skillet::Ui {

namespace {

void addAll(QMenu *menu, const Actions &actions, std::initializer_list<ActionId> ids)
{
    for (const ActionId id : ids) {
        menu->addAction(actions[id]);
    }
}

} // namespace

Menus::Menus(QMainWindow &window, const Actions &actions, const Theme &theme,
             const QList<QDockWidget *> &docks)
    : QObject(&window)
    , m_window(window)
    , m_actions(actions)
    , m_theme(theme)
{
    buildFileMenu();
    buildEditMenu();
    buildCodeMenu();
    buildRunMenu();
    buildLearnMenu();
    buildViewMenu(docks);
    buildHelpMenu();
    buildToolBar();
}

void Menus::buildFileMenu()
{
    QMenu *menu = m_window.menuBar()->addMenu(tr("&File"));
    addAll(menu, m_actions, {ActionId::NewFile});
    m_templates = menu->addMenu(tr("New from a Te&mplate"));
    addAll(menu, m_actions, {ActionId::OpenFile, ActionId::OpenFolder});
    m_recent = menu->addMenu(m_theme.icon(QStringLiteral("document-open-recent")), tr("Open &Recent"));
    menu->addSeparator();
    addAll(menu, m_actions,
           {ActionId::Save, ActionId::SaveAs, ActionId::EarlierVersions, ActionId::CompareWithDisk,
            ActionId::CloseTab});
    m_format = menu->addMenu(tr("Fi&le Format"));
    addAll(m_format, m_actions, {ActionId::IndentWithSpaces, ActionId::IndentWithTabs});
    m_format->addSeparator();
    addAll(m_format, m_actions,
           {ActionId::EndLinesUnix, ActionId::EndLinesWindows, ActionId::EndLinesOldMac});
    m_format->addSeparator();
    addAll(m_format, m_actions, {ActionId::WithoutMark, ActionId::WithMark});
    menu->addSeparator();
    addAll(menu, m_actions, {ActionId::OpenTraceback, ActionId::PasteTraceback});
    menu->addSeparator();
    addAll(menu, m_actions, {ActionId::OpenWorkspace});
    menu->addSeparator();
    addAll(menu, m_actions, {ActionId::Quit});
}

void Menus::buildEditMenu()
{
    QMenu *menu = m_window.menuBar()->addMenu(tr("&Edit"));
    addAll(menu, m_actions, {ActionId::Undo, ActionId::Redo});
    menu->addSeparator();
    addAll(menu, m_actions, {ActionId::Cut, ActionId::Copy, ActionId::Paste, ActionId::SelectAll});
    menu->addSeparator();
    addAll(menu, m_actions,
           {ActionId::Find, ActionId::FindNext, ActionId::FindPrevious, ActionId::Replace, ActionId::GoToLine,
            ActionId::ToggleComment});
    QMenu *lines = menu->addMenu(tr("&Lines"));
    addAll(lines, m_actions,
           {ActionId::MoveLinesUp, ActionId::MoveLinesDown, ActionId::DuplicateLines, ActionId::DeleteLines,
            ActionId::JoinLines});
    QMenu *places = menu->addMenu(tr("Fo&lds and Marks"));
    addAll(places, m_actions, {ActionId::ToggleFold, ActionId::FoldAll, ActionId::UnfoldAll});
    places->addSeparator();
    addAll(places, m_actions, {ActionId::ToggleBookmark, ActionId::PreviousBookmark, ActionId::NextBookmark});
    menu->addSeparator();
    addAll(menu, m_actions, {ActionId::Settings});
}

void Menus::buildCodeMenu()
{
    QMenu *menu = m_window.menuBar()->addMenu(tr("&Code"));
    addAll(menu, m_actions,
           {ActionId::GoToSymbol, ActionId::GoToDefinition, ActionId::FindUses, ActionId::GoBack});
    menu->addSeparator();
    addAll(menu, m_actions, {ActionId::RenameName, ActionId::FormatFile});
    menu->addSeparator();
    addAll(menu, m_actions, {ActionId::PreviousProblem, ActionId::NextProblem, ActionId::StyleHints});
}

void Menus::buildRunMenu()
{
    QMenu *menu = m_window.menuBar()->addMenu(tr("&Run"));
    addAll(menu, m_actions,
           {ActionId::RunFile, ActionId::RunModule, ActionId::RunSelection, ActionId::RunBlock,
            ActionId::RunInTerminal, ActionId::RunSettings, ActionId::Stop});
    addAll(menu->addMenu(tr("&Tests")), m_actions,
           {ActionId::RunTests, ActionId::RunTestAtCaret, ActionId::RunAllTests, ActionId::RunFailedTests,
            ActionId::StopTests});
    menu->addSeparator();
    addAll(menu, m_actions,
           {ActionId::RestartPrompt, ActionId::RestartReplay, ActionId::ClearPrompt, ActionId::Environments});
    menu->addSeparator();
    addAll(
        menu, m_actions,
        {ActionId::FindInPrompt, ActionId::SearchHistory, ActionId::SaveTranscript, ActionId::SaveProgram});
    menu->addSeparator();
    addAll(menu, m_actions, {ActionId::PreviousError, ActionId::NextError, ActionId::AskHere});
    addAll(menu->addMenu(tr("S&hare the Error")), m_actions,
           {ActionId::CopyTraceback, ActionId::CopyTracebackMarkdown, ActionId::SaveTracebackPicture});
    menu->addSeparator();
    addAll(menu, m_actions, {ActionId::CompleteAfterDot});
}

void Menus::buildLearnMenu()
{
    QMenu *menu = m_window.menuBar()->addMenu(tr("&Learn"));
    addAll(menu, m_actions, {ActionId::Check, ActionId::Hint, ActionId::ResetExercise});
    menu->addSeparator();
    addAll(menu, m_actions, {ActionId::PreviousItem, ActionId::NextItem});
    menu->addSeparator();
    addAll(menu, m_actions, {ActionId::WithoutHelp, ActionId::YouFirst});
}

void Menus::buildViewMenu(const QList<QDockWidget *> &docks)
{
    QMenu *menu = m_window.menuBar()->addMenu(tr("&View"));
    addAll(menu, m_actions,
           {ActionId::ShowRoadmap, ActionId::ShowLesson, ActionId::ShowEditor, ActionId::ShowPrompt,
            ActionId::ShowChecks, ActionId::ShowTraceback, ActionId::ShowNames, ActionId::ShowFiles,
            ActionId::ShowOutline, ActionId::ShowUses, ActionId::ShowTests});
    menu->addSeparator();
    QMenu *panes = menu->addMenu(tr("&Panes"));
    for (const QDockWidget *dock : docks) {
        QAction *toggle = dock->toggleViewAction();
        toggle->setStatusTip(tr("Show or hide this pane"));
        panes->addAction(toggle);
    }
    addAll(menu, m_actions, {ActionId::ResetLayout});
    menu->addSeparator();
    QMenu *themes = menu->addMenu(m_theme.icon(QStringLiteral("contrast")), tr("&Theme"));
    addAll(themes, m_actions, {ActionId::ThemeDesktop, ActionId::ThemeLight, ActionId::ThemeDark});
    themes->addSeparator();
    addAll(themes, m_actions, {ActionId::HighContrast});
    addAll(menu, m_actions, {ActionId::ZoomIn, ActionId::ZoomOut, ActionId::ZoomReset});
    menu->addSeparator();
    addAll(menu, m_actions, {ActionId::WrapLines, ActionId::ShowBlanks, ActionId::SplitEditor});
    menu->addSeparator();
    addAll(menu, m_actions, {ActionId::FullScreen});
}

void Menus::buildHelpMenu()
{
    QMenu *menu = m_window.menuBar()->addMenu(tr("&Help"));
    addAll(menu, m_actions, {ActionId::HelpOnName, ActionId::Shortcuts});
    menu->addSeparator();
    addAll(menu, m_actions, {ActionId::About});
}

void Menus::buildToolBar()
{
    auto *bar = m_window.addToolBar(tr("Toolbar"));
    bar->setObjectName(QStringLiteral("toolBar"));
    bar->setAccessibleName(tr("Toolbar"));
    bar->setMovable(false);
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    const auto addTool = [bar](QAction *action) {
        bar->addAction(action);
        if (auto *button = qobject_cast<QToolButton *>(bar->widgetForAction(action))) {
            button->setAccessibleName(action->text().remove(QLatin1Char('&')));
        }
    };
    for (const ActionId id : {ActionId::RunFile, ActionId::Stop, ActionId::Check}) {
        addTool(m_actions[id]);
    }
    bar->addSeparator();
    for (const ActionId id : {ActionId::Hint, ActionId::PreviousItem, ActionId::NextItem}) {
        addTool(m_actions[id]);
    }
    auto *space = new QWidget(bar);
    space->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(space);
    for (const ActionId id : {ActionId::NewFile, ActionId::OpenFile, ActionId::Save}) {
        addTool(m_actions[id]);
        if (auto *button = qobject_cast<QToolButton *>(bar->widgetForAction(m_actions[id]))) {
            button->setToolButtonStyle(Qt::ToolButtonIconOnly);
        }
    }
    const auto fit = [bar, this] { bar->setIconSize(QSize(m_theme.scaled(18), m_theme.scaled(18))); };
    connect(&m_theme, &Theme::changed, bar, fit);
    fit();
}

void Menus::setRecentFiles(const QStringList &files)
{
    m_recent->clear();
    m_recent->setEnabled(!files.isEmpty());
    int number = 0;
    for (const QString &file : files) {
        const QFileInfo info(file);
        QString folder = info.absolutePath();
        if (folder.startsWith(QDir::homePath())) {
            folder.replace(0, QDir::homePath().size(), QStringLiteral("~"));
        }
        QString label = tr("%1 in %2").arg(info.fileName(), folder);
        label.replace(QLatin1Char('&'), QStringLiteral("&&"));
        if (++number < 10) // the rest has no digit left
            label.prepend(QStringLiteral("&%1  ").arg(number));
        connect(m_recent->addAction(label), &QAction::triggered, this,
                [this, file] { Q_EMIT recentFileChosen(file); });
    }
    m_recent->addSeparator();
    connect(m_recent->addAction(tr("&Clear This List")), &QAction::triggered, this,
            &Menus::recentFilesCleared);
}

} // namespace Skillet::Ui
