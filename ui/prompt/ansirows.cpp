// SPDX-License-Identifier: GPL-3.0-or-later
// The part of AnsiText for more rows than one: the cursor goes up to lines that were finished before.
#include "prompt/ansitext.h"

#include <algorithm>
#include <utility>

namespace Skillet::Ui {

// The row that the cursor comes to; its column stays.
void AnsiText::load(const StyledLine &line)
{
    const qsizetype column = m_cursor;
    m_text = line.text;
    m_cells.assign(static_cast<size_t>(m_text.size()), 0);
    for (const LookRun &run : line.runs)
        std::fill_n(m_cells.begin() + run.start, run.length, indexOf(run.look));
    m_cursor = 0;
    expandTabs();
    m_cursor = column;
}

void AnsiText::moveUp(int rows)
{
    for (int i = 0; i < std::max(rows, 1); ++i) {
        // A line that was broken for its length is no row of its own.
        if (m_recent.isEmpty() || m_recent.last().wraps || m_below.size() >= MostRows)
            return;
        m_below.prepend(render(false));
        load(m_recent.takeLast());
        if (m_lines.isEmpty())
            ++m_takenBack;
        else
            m_lines.removeLast();
    }
}

void AnsiText::moveDown(int rows)
{
    for (int i = 0; i < std::max(rows, 1) && !m_below.isEmpty(); ++i) {
        const qsizetype column = m_cursor;
        finishLine(false);
        m_cursor = column;
    }
}

int AnsiText::takenBack()
{
    return std::exchange(m_takenBack, 0) + std::exchange(m_lent, 0);
}

// Rows at and below the cursor are shown too, but for the last, which is the current line: they come again.
QList<StyledLine> AnsiText::takeLines()
{
    QList<StyledLine> lines = std::exchange(m_lines, {});
    if (!m_below.isEmpty()) {
        m_lent = static_cast<int>(m_below.size());
        lines.append(render(false));
        lines += m_below.first(m_below.size() - 1);
    }
    return lines;
}

StyledLine AnsiText::currentLine() const
{
    return m_below.isEmpty() ? render(false) : m_below.last();
}

void AnsiText::settle()
{
    if (!m_below.isEmpty()) {
        if (m_lent == 0) {
            m_lines.append(render(false));
            m_lines += m_below.first(m_below.size() - 1);
        }
        load(m_below.last());
        m_cursor = m_text.size();
    }
    m_below.clear();
    m_recent.clear();
    m_lent = 0;
}

} // namespace Skillet::Ui
