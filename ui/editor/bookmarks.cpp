// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/bookmarks.h"

#include "editor/scintilla.h"

namespace Skillet::Ui {

namespace {

constexpr unsigned int mask = 1U << Bookmarks::marker;

} // namespace

Bookmarks::Bookmarks(QsciScintilla &editor, const Theme &theme)
    : QObject(&editor)
    , m_editor(editor)
    , m_theme(theme)
{
    m_editor.markerDefine(QsciScintilla::Bookmark, marker);
}

void Bookmarks::applyTheme()
{
    m_editor.setMarkerForegroundColor(m_theme.color(ColorRole::Accent), marker);
    m_editor.setMarkerBackgroundColor(m_theme.color(ColorRole::Accent), marker);
}

QList<int> Bookmarks::lines() const
{
    QList<int> marked;
    for (int line = m_editor.markerFindNext(0, mask); line >= 0;
         line = m_editor.markerFindNext(line + 1, mask))
        marked.append(line + 1);
    return marked;
}

void Bookmarks::setLines(const QList<int> &lines)
{
    m_editor.markerDeleteAll(marker);
    for (const int line : lines) {
        if (line >= 1 && line <= m_editor.lines())
            m_editor.markerAdd(line - 1, marker);
    }
}

bool Bookmarks::toggle(int line)
{
    const bool wasMarked = (m_editor.markersAtLine(line - 1) & mask) != 0;
    if (wasMarked)
        m_editor.markerDelete(line - 1, marker);
    else
        m_editor.markerAdd(line - 1, marker);
    return !wasMarked;
}

int Bookmarks::after(int line) const
{
    // QScintilla counts from 0, so this begins below the line.
    int found = m_editor.markerFindNext(line, mask);
    if (found < 0)
        found = m_editor.markerFindNext(0, mask);
    return found + 1;
}

int Bookmarks::before(int line) const
{
    int found = line < 2 ? -1 : m_editor.markerFindPrevious(line - 2, mask);
    if (found < 0)
        found = m_editor.markerFindPrevious(m_editor.lines() - 1, mask);
    return found + 1;
}

} // namespace Skillet::Ui
