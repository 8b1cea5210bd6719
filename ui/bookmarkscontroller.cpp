// SPDX-License-Identifier: GPL-3.0-or-later
#include "bookmarkscontroller.h"

#include "actions.h"
#include "core/settings.h"
#include "editor/bookmarks.h"
#include "editor/codeeditor.h"
#include "editor/editorarea.h"

#include <QAction>

namespace Skillet::Ui {

BookmarksController::BookmarksController(EditorArea &area, const Actions &actions, Core::Settings &settings,
                                         QObject *parent)
    : QObject(parent)
    , m_area(area)
    , m_settings(settings)
{
    connect(actions[ActionId::ToggleBookmark], &QAction::triggered, this, &BookmarksController::toggle);
    connect(actions[ActionId::NextBookmark], &QAction::triggered, this, [this] { step(true); });
    connect(actions[ActionId::PreviousBookmark], &QAction::triggered, this, [this] { step(false); });
    connect(&m_area, &EditorArea::currentChanged, this, &BookmarksController::restoreCurrent);
    connect(&m_area, &EditorArea::fileSaved, this, &BookmarksController::keep); // lines may have moved
}

void BookmarksController::restoreCurrent()
{
    CodeEditor *editor = m_area.currentEditor();
    if (editor == nullptr || m_restored.contains(editor))
        return;
    m_restored.insert(editor);
    connect(editor, &QObject::destroyed, this, [this](const QObject *gone) { m_restored.remove(gone); });
    const QList<int> lines = m_settings.bookmarks(m_area.currentFile());
    if (!lines.isEmpty() && !m_area.currentFile().isEmpty())
        editor->bookmarks().setLines(lines);
}

void BookmarksController::keep(const QString &path)
{
    const CodeEditor *editor = m_area.editorFor(path);
    if (editor != nullptr && m_restored.contains(editor)
        && m_settings.bookmarks(path) != editor->bookmarks().lines())
        m_settings.setBookmarks(path, editor->bookmarks().lines());
}

void BookmarksController::toggle()
{
    CodeEditor *editor = m_area.currentEditor();
    if (editor == nullptr)
        return;
    const int line = editor->caretPlace().line;
    const bool marked = editor->bookmarks().toggle(line);
    if (!m_area.currentFile().isEmpty())
        keep(m_area.currentFile());
    Q_EMIT told(marked ? tr("Line %1 is marked. Alt+Page Down brings you back to it.").arg(line)
                       : tr("Line %1 is not marked any more.").arg(line));
}

void BookmarksController::step(bool forward)
{
    CodeEditor *editor = m_area.currentEditor();
    if (editor == nullptr)
        return;
    const int here = editor->caretPlace().line;
    const int line = forward ? editor->bookmarks().after(here) : editor->bookmarks().before(here);
    if (line == 0)
        Q_EMIT told(tr("No line of this file is marked. Ctrl+B marks the one with the caret."));
    else
        editor->goTo(line, 0);
}

} // namespace Skillet::Ui
