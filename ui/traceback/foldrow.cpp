// SPDX-License-Identifier: GPL-3.0-or-later
#include "traceback/foldrow.h"

#include "traceback/framerow.h"

#include <QFontMetrics>
#include <QPainter>
#include <QPainterPath>

namespace Skillet::Ui {

FoldRow::FoldRow(const Theme &theme, Kind kind, const QString &text, QWidget *parent)
    : PlaceButton(theme, parent)
    , m_kind(kind)
{
    setText(text);
    setAccessibleName(text);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    if (kind == Kind::Remark) {
        setFocusPolicy(Qt::NoFocus);
        setCursor(Qt::ArrowCursor);
        setEnabled(false);
    } else {
        setCheckable(true);
    }
}

void FoldRow::setUnfolded(bool unfolded)
{
    m_unfolded = unfolded;
    setChecked(unfolded);
    update();
}

void FoldRow::setRail(bool up, bool down)
{
    m_railUp = up;
    m_railDown = down;
    update();
}

QSize FoldRow::sizeHint() const
{
    const QFontMetrics metrics(theme().font(FontRole::Interface));
    return {FrameRow::railWidth(theme()) + metrics.horizontalAdvance(text()) + theme().scaled(40),
            metrics.height() + theme().scaled(8)};
}

QSize FoldRow::minimumSizeHint() const
{
    return {theme().scaled(120), sizeHint().height()};
}

void FoldRow::drawArrow(QPainter &painter, int left) const
{
    const qreal size = theme().scaled(4);
    const QPointF centre(left + size, height() / 2.0);
    QPainterPath arrow;
    if (m_unfolded) {
        arrow.moveTo(centre + QPointF(-size, -size / 2));
        arrow.lineTo(centre + QPointF(0, size / 2));
        arrow.lineTo(centre + QPointF(size, -size / 2));
    } else {
        arrow.moveTo(centre + QPointF(-size / 2, -size));
        arrow.lineTo(centre + QPointF(size / 2, 0));
        arrow.lineTo(centre + QPointF(-size / 2, size));
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme().color(ColorRole::Muted), std::max(theme().scaled(2), 1), Qt::SolidLine,
                        Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(arrow);
}

void FoldRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int rail = FrameRow::railWidth(theme());
    const QRect body = rect().adjusted(rail - theme().scaled(6), 0, 0, 0);
    if (isHot()) {
        painter.setPen(theme().color(ColorRole::Border));
        painter.setBrush(theme().color(ColorRole::Surface));
        painter.drawRoundedRect(QRectF(body).adjusted(0.5, 0.5, -0.5, -0.5), theme().scaled(6),
                                theme().scaled(6));
    }
    FrameRow::drawRail(painter, theme(), height(), m_railUp, m_railDown);
    int left = rail;
    if (m_kind == Kind::Foldable) {
        drawArrow(painter, left);
        left += theme().scaled(16);
    }
    QFont font = theme().font(FontRole::Interface);
    font.setItalic(m_kind == Kind::Remark);
    painter.setFont(font);
    painter.setPen(theme().color(ColorRole::Muted));
    painter.drawText(QRect(left, 0, width() - left, height()), Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetrics(font).elidedText(text(), Qt::ElideRight, width() - left));
    drawFocus(painter, body, theme().scaled(6));
}

} // namespace Skillet::Ui
