// SPDX-License-Identifier: GPL-3.0-or-later
#include "traceback/placebutton.h"

#include <QKeyEvent>
#include <QPainter>

namespace Skillet::Ui {

PlaceButton::PlaceButton(const Theme &theme, QWidget *parent)
    : QAbstractButton(parent)
    , m_theme(theme)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    // Cards lie on the window; labels in them take their colours from that.
    setBackgroundRole(QPalette::Window);
}

void PlaceButton::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        click();
        return;
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Left:
    case Qt::Key_Right:
        event->ignore();
        return;
    default:
        QAbstractButton::keyPressEvent(event);
    }
}

void PlaceButton::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void PlaceButton::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

void PlaceButton::drawFocus(QPainter &painter, const QRectF &box, qreal radius) const
{
    if (!hasFocus())
        return;
    const qreal stroke = std::max(m_theme.scaled(2), 1);
    painter.setPen(QPen(m_theme.color(ColorRole::Accent), stroke));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(box.adjusted(stroke / 2, stroke / 2, -stroke / 2, -stroke / 2), radius, radius);
}

} // namespace Skillet::Ui
