// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/diffmodel.h"

#include <algorithm>
#include <utility>

namespace Skillet::Ui {

using Workspace::DiffLine;
using Workspace::LineState;

namespace {

constexpr int LinesAround = 3;
constexpr int SmallestFold = 2; ///< a fold takes a row itself
constexpr qsizetype LongestText = 1000; ///< longer lines are cut: nobody reads them here

} // namespace

void DiffModel::setDiff(Workspace::LineDiff diff)
{
    beginResetModel();
    m_diff = std::move(diff);
    m_rows.clear();
    const int count = static_cast<int>(m_diff.lines.size());
    const auto isSame = [this](int line) { return m_diff.lines.at(line).state == LineState::Same; };
    for (int line = 0; line < count;) {
        int end = line;
        while (end < count && isSame(end))
            ++end;
        const int first = line == 0 ? line : line + LinesAround;
        const int last = end == count ? end : end - LinesAround;
        if (last - first >= SmallestFold) {
            for (; line < first; ++line)
                m_rows.append({line, 0});
            m_rows.append({first, last - first});
            line = last;
        }
        for (; line < end; ++line)
            m_rows.append({line, 0});
        for (; line < count && !isSame(line); ++line)
            m_rows.append({line, 0});
    }
    endResetModel();
}

void DiffModel::unfold(int row)
{
    if (row < 0 || row >= m_rows.size() || m_rows.at(row).folded == 0)
        return;
    const Row fold = m_rows.at(row);
    m_rows[row] = {fold.line, 0}; // the fold itself becomes its first line
    Q_EMIT dataChanged(index(row), index(row));
    beginInsertRows({}, row + 1, row + fold.folded - 1);
    QList<Row> lines;
    lines.reserve(fold.folded);
    for (int i = 1; i < fold.folded; ++i)
        lines.append({fold.line + i, 0});
    m_rows = m_rows.mid(0, row + 1) + lines + m_rows.mid(row + 1);
    endInsertRows();
}

int DiffModel::firstChange() const
{
    const auto found = std::find_if(m_rows.cbegin(), m_rows.cend(), [this](const Row &row) {
        return row.folded == 0 && m_diff.lines.at(row.line).state != LineState::Same;
    });
    return found == m_rows.cend() ? -1 : static_cast<int>(found - m_rows.cbegin());
}

QString DiffModel::longestText() const
{
    QString longest;
    for (const Row &row : m_rows) {
        if (row.folded == 0 && m_diff.text(m_diff.lines.at(row.line)).size() > longest.size())
            longest = textOf(row);
    }
    return longest;
}

int DiffModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QString DiffModel::textOf(const Row &row) const
{
    if (row.folded > 0)
        return tr("%1 lines unchanged").arg(row.folded);
    const QString &text = m_diff.text(m_diff.lines.at(row.line));
    return text.size() <= LongestText ? text : text.left(LongestText) + QChar(0x2026);
}

QString DiffModel::spoken(const Row &row) const
{
    if (row.folded > 0)
        return tr("%1; Enter shows them").arg(textOf(row));
    const DiffLine &line = m_diff.lines.at(row.line);
    switch (line.state) {
    case LineState::Removed:
        return tr("removed, line %1: %2").arg(line.before + 1).arg(textOf(row));
    case LineState::Added:
        return tr("added, line %1: %2").arg(line.after + 1).arg(textOf(row));
    case LineState::Same:
        break;
    }
    return tr("line %1: %2").arg(line.after + 1).arg(textOf(row));
}

QVariant DiffModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows.at(index.row());
    const DiffLine &line = m_diff.lines.at(row.line);
    switch (role) {
    case Qt::DisplayRole:
        return textOf(row);
    case Qt::AccessibleTextRole:
        return spoken(row);
    case Qt::ToolTipRole:
        return row.folded > 0 ? tr("Click, or press Enter, to see these lines") : QVariant();
    case StateRole:
        return static_cast<int>(line.state);
    case BeforeRole:
        return line.before + 1;
    case AfterRole:
        return line.after + 1;
    case FoldedRole:
        return row.folded;
    default:
        return {};
    }
}

} // namespace Skillet::Ui
