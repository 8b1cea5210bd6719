// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/stylechrome.h"

#include "theme/stylecontrols.h"

#include <QPainter>
#include <QStyleOption>
#include <QTabBar>

namespace Skillet::Ui::StyleChrome {

namespace {

using R = ColorRole;

bool has(const QStyleOption &option, QStyle::StateFlag flag)
{
    return option.state.testFlag(flag);
}

int mnemonicFlags(const QStyle *style, const QStyleOption &option)
{
    const bool shown = style->styleHint(QStyle::SH_UnderlineShortcut, &option, nullptr) != 0;
    return Qt::TextSingleLine | Qt::TextDontClip | Qt::AlignVCenter
        | (shown ? Qt::TextShowMnemonic : Qt::TextHideMnemonic);
}

void menuMark(const Scheme &scheme, QPainter *painter, const QStyleOptionMenuItem &option,
              const QRect &column)
{
    const int side = scheme.scaled(16);
    QRect place(0, 0, side, side);
    place.moveCenter(column.center());
    if (option.checkType != QStyleOptionMenuItem::NotCheckable) {
        if (option.checked && option.checkType == QStyleOptionMenuItem::Exclusive) {
            const int inset = side / 4;
            StyleControls::box(painter, place.adjusted(inset, inset, -inset, -inset), side,
                               scheme.color(R::Accent), QColor());
        } else if (option.checked) {
            StyleControls::tick(scheme, painter, place, scheme.color(R::Accent));
        }
        return;
    }
    if (!option.icon.isNull()) {
        option.icon.paint(painter, place, Qt::AlignCenter,
                          has(option, QStyle::State_Enabled) ? QIcon::Normal : QIcon::Disabled);
    }
}

} // namespace

void menuItem(const Scheme &scheme, QPainter *painter, const QStyleOptionMenuItem &option,
              const QStyle *style)
{
    const QRect row = option.rect;
    if (option.menuItemType == QStyleOptionMenuItem::Separator) {
        const int inset = scheme.scaled(8);
        painter->fillRect(row.left() + inset, row.center().y(), row.width() - 2 * inset, 1,
                          scheme.color(R::Border));
        return;
    }
    const bool enabled = has(option, QStyle::State_Enabled);
    if (has(option, QStyle::State_Selected) && enabled) {
        StyleControls::box(painter, row, scheme.scaled(4), scheme.color(R::Selection), QColor());
    }
    QRect column = row;
    column.setWidth(scheme.scaled(menuIconColumn));
    QRect text = row.adjusted(column.width(), 0, -scheme.scaled(menuRightMargin) / 2, 0);
    column = QStyle::visualRect(option.direction, row, column);
    text = QStyle::visualRect(option.direction, row, text);
    menuMark(scheme, painter, option, column);

    const QStringList parts = option.text.split(QLatin1Char('\t'));
    painter->save();
    painter->setFont(option.font);
    painter->setPen(option.palette.color(enabled ? QPalette::Active : QPalette::Disabled, QPalette::Text));
    painter->drawText(text, mnemonicFlags(style, option) | Qt::AlignLeft, parts.first());
    if (parts.size() > 1) {
        painter->setPen(scheme.color(R::Muted));
        painter->drawText(text, Qt::TextSingleLine | Qt::AlignVCenter | Qt::AlignRight, parts.at(1));
    }
    painter->restore();
    if (option.menuItemType == QStyleOptionMenuItem::SubMenu) {
        QRect arrow(row.right() - scheme.scaled(20), row.top(), scheme.scaled(16), row.height());
        arrow = QStyle::visualRect(option.direction, row, arrow);
        const auto direction = option.direction == Qt::RightToLeft ? Qt::LeftArrow : Qt::RightArrow;
        StyleControls::chevron(scheme, painter, arrow, direction, scheme.color(R::Muted));
    }
}

void menuBarItem(const Scheme &scheme, QPainter *painter, const QStyleOptionMenuItem &option,
                 const QStyle *style)
{
    painter->fillRect(option.rect, scheme.color(R::Ground));
    const bool enabled = has(option, QStyle::State_Enabled);
    if (enabled && (has(option, QStyle::State_Selected) || has(option, QStyle::State_Sunken))) {
        const double share = has(option, QStyle::State_Sunken) ? 0.12 : 0.08;
        StyleControls::box(painter, option.rect.adjusted(0, 2, 0, -2), scheme.scaled(4),
                           scheme.mixed(R::Ground, R::Text, share), QColor());
    }
    style->drawItemText(painter, option.rect, mnemonicFlags(style, option) | Qt::AlignCenter, option.palette,
                        enabled, option.text, QPalette::WindowText);
}

void tab(const Scheme &scheme, QPainter *painter, const QStyleOptionTab &option)
{
    const bool selected = has(option, QStyle::State_Selected);
    const bool over = has(option, QStyle::State_Enabled) && has(option, QStyle::State_MouseOver);
    const int line = scheme.scaled(2);
    QRect mark = option.rect;
    switch (option.shape) {
    case QTabBar::RoundedSouth:
    case QTabBar::TriangularSouth:
        mark.setBottom(mark.top() + line - 1);
        break;
    case QTabBar::RoundedWest:
    case QTabBar::TriangularWest:
        mark.setLeft(mark.right() - line + 1);
        break;
    case QTabBar::RoundedEast:
    case QTabBar::TriangularEast:
        mark.setRight(mark.left() + line - 1);
        break;
    default:
        mark.setTop(mark.bottom() - line + 1);
        break;
    }
    if (over && !selected) {
        StyleControls::box(painter, option.rect.adjusted(2, 3, -2, -3), scheme.scaled(4),
                           scheme.mixed(R::Ground, R::Text, 0.06), QColor());
    }
    if (selected) {
        painter->fillRect(mark, scheme.color(R::Accent));
    }
}

void tabBarBase(const Scheme &scheme, QPainter *painter, const QStyleOption &option)
{
    const auto *base = qstyleoption_cast<const QStyleOptionTabBarBase *>(&option);
    const bool below =
        !base || base->shape == QTabBar::RoundedNorth || base->shape == QTabBar::TriangularNorth;
    const QRect rect = option.rect;
    painter->fillRect(rect.left(), below ? rect.bottom() : rect.top(), rect.width(), 1,
                      scheme.color(R::Border));
}

void tabCloseButton(const Scheme &scheme, QPainter *painter, const QStyleOption &option)
{
    const bool over = has(option, QStyle::State_MouseOver) && has(option, QStyle::State_Enabled);
    if (over) {
        StyleControls::box(painter, option.rect, scheme.scaled(4), scheme.mixed(R::Ground, R::Text, 0.14),
                           QColor());
    }
    const double reach = option.rect.width() * 0.22;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(scheme.color(over ? R::Text : R::Muted), 1.4, Qt::SolidLine, Qt::RoundCap));
    painter->translate(QRectF(option.rect).center());
    painter->drawLine(QPointF(-reach, -reach), QPointF(reach, reach));
    painter->drawLine(QPointF(-reach, reach), QPointF(reach, -reach));
    painter->restore();
}

void dockTitle(const Scheme &scheme, QPainter *painter, const QStyleOptionDockWidget &option,
               const QRect &text)
{
    painter->fillRect(option.rect, scheme.color(R::Ground));
    painter->save();
    QFont font = painter->font();
    font.setPixelSize(scheme.scaled(13));
    font.setWeight(QFont::DemiBold);
    painter->setFont(font);
    painter->setPen(scheme.color(R::Muted));
    const QRect place = text.adjusted(scheme.scaled(8), 0, 0, 0);
    const QString shown = painter->fontMetrics().elidedText(option.title, Qt::ElideRight, place.width());
    painter->drawText(place, Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine, shown);
    painter->restore();
}

void separator(const Scheme &scheme, QPainter *painter, const QStyleOption &option)
{
    const QRect rect = option.rect;
    const QColor color = has(option, QStyle::State_MouseOver) && has(option, QStyle::State_Enabled)
        ? scheme.color(R::Accent)
        : scheme.color(R::Border);
    if (rect.width() > rect.height()) {
        painter->fillRect(rect.left(), rect.center().y(), rect.width(), 1, color);
    } else {
        painter->fillRect(rect.center().x(), rect.top(), 1, rect.height(), color);
    }
}

void itemBackground(const Scheme &scheme, QPainter *painter, const QStyleOptionViewItem &option)
{
    if (option.backgroundBrush.style() != Qt::NoBrush) {
        painter->fillRect(option.rect, option.backgroundBrush);
    }
    QColor fill;
    if (has(option, QStyle::State_Selected)) {
        fill = scheme.color(R::Selection);
    } else if (has(option, QStyle::State_Enabled) && has(option, QStyle::State_MouseOver)) {
        fill = scheme.mixed(R::Surface, R::Text, 0.05);
    }
    if (fill.isValid()) {
        StyleControls::box(painter, option.rect.adjusted(1, 1, -1, -1), scheme.scaled(4), fill, QColor());
    }
}

void treeBranch(const Scheme &scheme, QPainter *painter, const QStyleOption &option)
{
    if (!has(option, QStyle::State_Children)) {
        return;
    }
    const auto closed = option.direction == Qt::RightToLeft ? Qt::LeftArrow : Qt::RightArrow;
    StyleControls::chevron(scheme, painter, option.rect,
                           has(option, QStyle::State_Open) ? Qt::DownArrow : closed, scheme.color(R::Muted));
}

void headerSection(const Scheme &scheme, QPainter *painter, const QStyleOptionHeader &option)
{
    const QRect rect = option.rect;
    const bool over = has(option, QStyle::State_MouseOver) && has(option, QStyle::State_Enabled);
    painter->fillRect(rect, scheme.mixed(R::Ground, R::Text, over ? 0.05 : 0));
    painter->fillRect(rect.left(), rect.bottom(), rect.width(), 1, scheme.color(R::Border));
}

void toolTip(const Scheme &scheme, QPainter *painter, const QStyleOption &option)
{
    painter->fillRect(option.rect, scheme.color(R::Surface));
    StyleControls::box(painter, option.rect, 0, QColor(), scheme.mixed(R::Border, R::Muted, 0.4));
}

} // namespace Skillet::Ui::StyleChrome
