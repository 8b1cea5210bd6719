// SPDX-License-Identifier: GPL-3.0-or-later
// The part of MainWindow that gives the editor its commands and its helpers.
#include "actions.h"
#include "bookmarkscontroller.h"
#include "core/paths.h"
#include "core/settings.h"
#include "diskcomparison.h"
#include "editor/editorarea.h"
#include "editorassistcontroller.h"
#include "editorcommands.h"
#include "fileformatcontroller.h"
#include "mainwindow.h"
#include "menus.h"
#include "problemscontroller.h"
#include "statusline.h"
#include "templates/templatesmenu.h"
#include "versionscontroller.h"

#include <QStatusBar>

namespace Skillet::Ui {

namespace {
constexpr int ResultMs = 8000; // a sentence or two
} // namespace

void MainWindow::connectEditor()
{
    new EditorCommands(*m_editor, *m_actions, m_services.course.settings, this);
    auto *bookmarks = new BookmarksController(*m_editor, *m_actions, m_services.course.settings, this);
    connect(bookmarks, &BookmarksController::told, this,
            [this](const QString &words) { statusBar()->showMessage(words, ResultMs); });
    new FileFormatController(*m_editor, *statusBar(), m_services.theme, *m_actions, m_menus->format(), this);
    auto *disk = new DiskComparison(m_services.theme, m_services.highlighter, *m_editor, *m_actions, this);
    connect(disk, &DiskComparison::problemOccurred, this, &MainWindow::showProblem);
    m_assist = new EditorAssistController(m_services.analyst, *m_editor, m_services.theme, this);
    m_problems = new ProblemsController(m_services.analyst, *m_editor, this);
    m_problems->connectActions(*m_actions);
    connect(m_problems, &ProblemsController::wordsChanged, m_status, &StatusLine::setWords);
    auto *versions = new VersionsController(m_services.theme, m_services.highlighter,
                                            m_services.course.paths.history(), *m_editor, this);
    versions->connectActions(*m_actions);
    connect(versions, &VersionsController::problemOccurred, this, &MainWindow::showProblem);
    auto *templates = new TemplatesMenu(m_menus->templates(), m_services.course.paths.workspace, this);
    connect(templates, &TemplatesMenu::chosen, this,
            [this](const QString &text, const QString &name) { m_editor->newFile(text, name); });
    connect(templates, &TemplatesMenu::problemOccurred, this, &MainWindow::showProblem);
}

} // namespace Skillet::Ui
