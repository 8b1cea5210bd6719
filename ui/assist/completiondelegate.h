// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/theme.h"

#include <QStyledItemDelegate>

namespace Skillet::Ui {

/// Draws a completion: icon, name, kind and detail, each in a column of its own.
class CompletionDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit CompletionDelegate(const Theme &theme, QObject *parent = nullptr);

    /// Makes the columns fit what `model` holds, and not be wider than `widest` together.
    void fit(const QAbstractItemModel &model, int widest);
    [[nodiscard]] int rowWidth() const;
    [[nodiscard]] int rowHeight() const;
    /// Where the name begins in a row.
    [[nodiscard]] int nameOffset() const;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

private:
    const Theme &m_theme;
    int m_name = 0; ///< widths of the columns
    int m_kind = 0;
    int m_detail = 0;
};

} // namespace Skillet::Ui
