// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/linediff.h"

#include <QAbstractListModel>

namespace Skillet::Ui {

/// The rows of a difference: changed lines with three lines around them, and a fold for each longer unchanged
/// stretch between.
class DiffModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        StateRole = Qt::UserRole, ///< a Workspace::LineState as int
        BeforeRole, ///< number in the text before, from 1; 0: not in it
        AfterRole,
        FoldedRole, ///< number of lines that a fold stands for; 0: the row is a line
    };

    using QAbstractListModel::QAbstractListModel;

    void setDiff(Workspace::LineDiff diff);
    /// Shows the lines of a fold; no fold: nothing happens.
    void unfold(int row);
    /// -1 when nothing differs.
    [[nodiscard]] int firstChange() const;
    /// Of the lines not folded at first; cut lines count as cut.
    [[nodiscard]] QString longestText() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Row
    {
        int line = 0; ///< in m_diff.lines; of a fold the first
        int folded = 0;
    };

    [[nodiscard]] QString textOf(const Row &row) const;
    [[nodiscard]] QString spoken(const Row &row) const;

    Workspace::LineDiff m_diff;
    QList<Row> m_rows;
};

} // namespace Skillet::Ui
