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
#include "theme/noticebar.h"
#include "versionscontroller.h"
#include "workspace/textfile.h"

#include <QFileInfo>
#include <QStatusBar>

namespace Skillet::Ui {

namespace {
constexpr int ResultMs = 8000; // a sentence or two
const QLatin1String convertNotice("convert:");
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
    connect(m_notices, &NoticeBar::actionChosen, this, [this](const QString &id) {
        if (id.startsWith(convertNotice))
            convertFile(id.mid(convertNotice.size()));
    });
}

void MainWindow::openFile(const QString &file)
{
    const auto opened = m_editor->openFile(file);
    if (opened.ok())
        return;
    if (Workspace::isOtherText(file)) {
        m_notices->post(
            {NoticeKind::Warning,
             tr("%1 is text, but not in UTF-8, which Python expects: most likely an older Windows "
                "program wrote it. It can be read as that and saved as UTF-8.")
                 .arg(QFileInfo(file).fileName()),
             convertNotice + file, tr("Open and Con&vert")});
    } else {
        showProblem(opened.error());
    }
}

void MainWindow::convertFile(const QString &file)
{
    // Latin-1 has a character for every byte, Windows-1252 the right one for most.
    auto opened = m_editor->openFile(file, "cp1252");
    if (!opened.ok())
        opened = m_editor->openFile(file, "latin-1");
    if (!opened.ok())
        return showProblem(opened.error());
    statusBar()->showMessage(
        tr("Look at the letters beyond A to Z: if they are right, save the file (Ctrl+S), and it is UTF-8."),
        ResultMs);
}

} // namespace Skillet::Ui
