// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/tabclosebutton.h"

#include <QCursor>
#include <QPainter>
#include <QStyle>
#include <QStyleOption>

namespace Skillet::Ui {

TabCloseButton::TabCloseButton(const Theme &theme, QWidget *parent)
    : QAbstractButton(parent)
    , m_theme(theme)
{
    setFocusPolicy(Qt::NoFocus); // Ctrl+W and the tab's menu close by keyboard
    setCursor(Qt::ArrowCursor);
    connect(&theme, &Theme::changed, this, [this] { resize(sizeHint()); });
    resize(sizeHint());
}

void TabCloseButton::setChanged(bool changed)
{
    m_changed = changed;
    update();
}

QSize TabCloseButton::sizeHint() const
{
    return {m_theme.scaled(18), m_theme.scaled(18)};
}

void TabCloseButton::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void TabCloseButton::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

void TabCloseButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    // A button made below a resting mouse is told of it, but not when a layout moves it away.
    const bool pointedAt = underMouse() && rect().contains(mapFromGlobal(QCursor::pos()));
    if (m_changed && !pointedAt) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.color(ColorRole::Accent));
        const double radius = m_theme.scaled(8) / 2.0;
        painter.drawEllipse(QRectF(rect()).center(), radius, radius);
        return;
    }
    QStyleOption option;
    option.initFrom(this);
    option.state.setFlag(QStyle::State_MouseOver, pointedAt);
    if (isDown())
        option.state |= QStyle::State_Sunken;
    style()->drawPrimitive(QStyle::PE_IndicatorTabClose, &option, &painter, this);
}

} // namespace Skillet::Ui
