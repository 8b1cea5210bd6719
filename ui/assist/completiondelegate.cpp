// SPDX-License-Identifier: GPL-3.0-or-later
#include "assist/completiondelegate.h"

#include "assist/completionmodel.h"

#include <QFontMetrics>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace Skillet::Ui {

namespace {

constexpr int IconSide = 16;
constexpr int Gap = 8;
constexpr int WidestDetail = 320;
/// Rows that are measured; the widths of the rest are like these.
constexpr int Measured = 200;

} // namespace

CompletionDelegate::CompletionDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{ }

void CompletionDelegate::fit(const QAbstractItemModel &model, int widest)
{
    const QFontMetrics code(m_theme.font(FontRole::Code));
    const QFontMetrics small(m_theme.font(FontRole::InterfaceSmall));
    m_name = m_kind = m_detail = 0;
    const int rows = std::min(model.rowCount(), Measured);
    for (int row = 0; row < rows; ++row) {
        const QModelIndex index = model.index(row, 0);
        m_name = std::max(m_name, code.horizontalAdvance(index.data().toString()));
        m_kind = std::max(m_kind, small.horizontalAdvance(index.data(CompletionModel::KindRole).toString()));
        m_detail =
            std::max(m_detail, small.horizontalAdvance(index.data(CompletionModel::DetailRole).toString()));
    }
    m_name = std::min(m_name + 1, widest / 2);
    m_kind += 1;
    m_detail = std::min(m_detail > 0 ? m_detail + 1 : 0, m_theme.scaled(WidestDetail));
    m_detail = std::clamp(m_detail, 0, std::max(0, widest - (rowWidth() - m_detail)));
}

int CompletionDelegate::nameOffset() const
{
    return m_theme.scaled(Gap) + m_theme.scaled(IconSide) + m_theme.scaled(Gap) / 2;
}

int CompletionDelegate::rowWidth() const
{
    const int gap = m_theme.scaled(Gap);
    return nameOffset() + m_name + 2 * gap + m_kind + (m_detail > 0 ? 2 * gap + m_detail : 0) + gap;
}

int CompletionDelegate::rowHeight() const
{
    return QFontMetrics(m_theme.font(FontRole::Code)).height() + m_theme.scaled(6);
}

QSize CompletionDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {rowWidth(), rowHeight()};
}

void CompletionDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                               const QModelIndex &index) const
{
    painter->save();
    const bool chosen = option.state.testFlag(QStyle::State_Selected);
    if (chosen)
        painter->fillRect(option.rect, m_theme.color(ColorRole::Selection));
    const int gap = m_theme.scaled(Gap);
    const int side = m_theme.scaled(IconSide);
    QRect cell = option.rect;
    const QRect icon(cell.left() + gap, cell.top() + (cell.height() - side) / 2, side, side);
    index.data(Qt::DecorationRole).value<QIcon>().paint(painter, icon);

    const auto text = [&](int width, const QString &words, FontRole font, ColorRole color) {
        cell.setWidth(width);
        painter->setFont(m_theme.font(font));
        painter->setPen(m_theme.color(color));
        painter->drawText(cell, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                          painter->fontMetrics().elidedText(words, Qt::ElideRight, width));
        cell.moveLeft(cell.left() + width + 2 * gap);
    };
    // Muted is not made to be read on the selection's ground.
    const ColorRole quiet = chosen ? ColorRole::Text : ColorRole::Muted;
    cell.setLeft(cell.left() + nameOffset());
    text(m_name, index.data().toString(), FontRole::Code, ColorRole::Text);
    text(m_kind, index.data(CompletionModel::KindRole).toString(), FontRole::InterfaceSmall, quiet);
    if (m_detail > 0)
        text(m_detail, index.data(CompletionModel::DetailRole).toString(), FontRole::InterfaceSmall, quiet);
    painter->restore();
}

} // namespace Skillet::Ui
