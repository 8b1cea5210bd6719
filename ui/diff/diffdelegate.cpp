// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/diffdelegate.h"

#include "diff/diffmodel.h"

#include <QFontMetrics>
#include <QPainter>
#include <QTextLayout>

namespace Skillet::Ui {

using Workspace::LineState;

namespace {

constexpr int TabColumns = 4;

QTextOption codeOption(const QFontMetrics &metrics)
{
    QTextOption option;
    option.setWrapMode(QTextOption::NoWrap);
    option.setTabStopDistance(metrics.horizontalAdvance(u' ') * TabColumns);
    return option;
}

} // namespace

DiffDelegate::DiffDelegate(const Theme &theme, const CodeHighlighter &highlighter, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_highlighter(highlighter)
{ }

void DiffDelegate::setExtent(const QString &longest, int highestNumber)
{
    m_longest = longest;
    m_highestNumber = highestNumber;
}

int DiffDelegate::numberWidth() const
{
    const QFontMetrics metrics(m_theme.font(FontRole::Code));
    return metrics.horizontalAdvance(QString::number(qMax(m_highestNumber, 10))) + m_theme.scaled(10);
}

int DiffDelegate::signWidth() const
{
    return QFontMetrics(m_theme.font(FontRole::Code)).horizontalAdvance(u'+') + m_theme.scaled(14);
}

QSize DiffDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    const QFontMetrics metrics(m_theme.font(FontRole::Code));
    const int tabs = static_cast<int>(m_longest.count(u'\t')) * TabColumns;
    const int text = metrics.horizontalAdvance(m_longest) + tabs * metrics.horizontalAdvance(u' ');
    return {2 * numberWidth() + signWidth() + text + m_theme.scaled(12),
            metrics.height() + m_theme.scaled(3)};
}

void DiffDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    painter->save();
    const bool isFold = index.data(DiffModel::FoldedRole).toInt() > 0;
    const auto state = static_cast<LineState>(index.data(DiffModel::StateRole).toInt());
    const QString text = index.data(Qt::DisplayRole).toString();
    if (isFold) {
        drawFold(*painter, option.rect, text);
    } else {
        if (state != LineState::Same)
            painter->fillRect(
                option.rect,
                m_theme.color(state == LineState::Added ? ColorRole::OkSoft : ColorRole::ErrorSoft));
        drawNumbers(*painter, option.rect, index);
        drawCode(*painter, option.rect.adjusted(2 * numberWidth() + signWidth(), 0, 0, 0), text);
    }
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(QPen(m_theme.color(ColorRole::Accent), m_theme.scaled(1)));
        painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
    }
    painter->restore();
}

void DiffDelegate::drawFold(QPainter &painter, const QRect &rect, const QString &text) const
{
    painter.fillRect(rect, m_theme.color(ColorRole::Ground));
    painter.setFont(m_theme.font(FontRole::InterfaceSmall));
    painter.setPen(m_theme.color(ColorRole::Muted));
    painter.drawText(rect.adjusted(2 * numberWidth(), 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft,
                     QStringLiteral("\u22ef  ") + text);
}

void DiffDelegate::drawNumbers(QPainter &painter, const QRect &rect, const QModelIndex &index) const
{
    painter.setFont(m_theme.font(FontRole::Code));
    painter.setPen(m_theme.color(ColorRole::Muted));
    QRect column(rect.left(), rect.top(), numberWidth(), rect.height());
    for (const int role : {DiffModel::BeforeRole, DiffModel::AfterRole}) {
        const int number = index.data(role).toInt();
        if (number > 0)
            painter.drawText(column.adjusted(0, 0, -m_theme.scaled(4), 0), Qt::AlignVCenter | Qt::AlignRight,
                             QString::number(number));
        column.translate(numberWidth(), 0);
    }
    const auto state = static_cast<LineState>(index.data(DiffModel::StateRole).toInt());
    if (state == LineState::Same)
        return;
    QFont bold = m_theme.font(FontRole::Code);
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(m_theme.color(ColorRole::Text));
    painter.drawText(QRect(column.left(), rect.top(), signWidth(), rect.height()), Qt::AlignCenter,
                     state == LineState::Added ? QStringLiteral("+") : QStringLiteral("\u2212"));
}

void DiffDelegate::drawCode(QPainter &painter, const QRect &rect, const QString &text) const
{
    QTextLayout layout(text, m_theme.font(FontRole::Code));
    layout.setTextOption(codeOption(QFontMetrics(layout.font())));
    QList<QTextLayout::FormatRange> formats;
    for (const CodeSpan &span : m_highlighter.spans(text, m_language)) {
        QTextLayout::FormatRange range;
        range.start = static_cast<int>(span.start);
        range.length = static_cast<int>(span.length);
        range.format.setForeground(span.color);
        if (span.bold)
            range.format.setFontWeight(QFont::Bold);
        range.format.setFontItalic(span.italic);
        formats.append(range);
    }
    layout.setFormats(formats);
    layout.beginLayout();
    layout.createLine().setLineWidth(1e6);
    layout.endLayout();
    painter.setPen(m_theme.color(ColorRole::Text));
    const qreal top = rect.top() + (rect.height() - layout.boundingRect().height()) / 2;
    layout.draw(&painter, QPointF(rect.left(), top));
}

} // namespace Skillet::Ui
