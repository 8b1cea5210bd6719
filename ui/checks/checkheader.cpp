// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/checkheader.h"

#include "checks/checkwords.h"
#include "theme/stylecontrols.h"

#include <QPainter>
#include <QPainterPath>

namespace Skillet::Ui {

namespace {

constexpr int markSide = 18;
constexpr int gap = 8;
constexpr int padding = 6;
constexpr int textFlags = Qt::TextWordWrap | Qt::AlignLeft | Qt::AlignVCenter;

} // namespace

CheckHeader::CheckHeader(const Theme &theme, const Runner::CheckOutcome &outcome, Details details,
                         QWidget *parent)
    : QAbstractButton(parent)
    , m_theme(theme)
    , m_title(outcome.title.isEmpty() ? outcome.id : outcome.title)
    , m_status(outcome.status)
{
    setAccessibleName(QStringLiteral("%1, %2").arg(m_title, CheckWords::status(outcome.status)));
    setCheckable(details == Details::Foldable);
    setFocusPolicy(details == Details::Foldable ? Qt::StrongFocus : Qt::NoFocus);
    setAttribute(Qt::WA_Hover);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&theme, &Theme::changed, this, &QWidget::updateGeometry);
}

QSize CheckHeader::sizeHint() const
{
    const int width = m_theme.scaled(320);
    return {width, heightForWidth(width)};
}

QSize CheckHeader::minimumSizeHint() const
{
    return {m_theme.scaled(120), m_theme.scaled(markSide + 2 * padding)};
}

bool CheckHeader::hasHeightForWidth() const
{
    return true;
}

int CheckHeader::heightForWidth(int width) const
{
    const QRect text = fontMetrics().boundingRect(titleRect(width, 10000), textFlags, m_title);
    return qMax(text.height(), m_theme.scaled(markSide)) + 2 * m_theme.scaled(padding);
}

QRect CheckHeader::titleRect(int width, int height) const
{
    const int left = m_theme.scaled(gap + markSide + gap);
    const int right = isCheckable() ? m_theme.scaled(gap + 16 + gap) : m_theme.scaled(gap);
    return {left, 0, qMax(1, width - left - right), height};
}

void CheckHeader::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    if (isCheckable() && underMouse()) {
        StyleControls::box(&painter, rect(), m_theme.scaled(4),
                           m_theme.scheme().mixed(ColorRole::Surface, ColorRole::Text, 0.05), QColor());
    }
    const int side = m_theme.scaled(markSide);
    const int top = m_theme.scaled(padding) + (fontMetrics().height() - side) / 2;
    paintMark(&painter, QRectF(m_theme.scaled(gap), qMax(top, 0), side, side));
    painter.setPen(
        m_theme.color(m_status == Runner::CheckStatus::NotRun ? ColorRole::Muted : ColorRole::Text));
    painter.drawText(titleRect(width(), height()), textFlags, m_title);
    if (isCheckable()) {
        const int arrow = m_theme.scaled(16);
        const QRect place(width() - m_theme.scaled(gap) - arrow, 0, arrow,
                          fontMetrics().height() + 2 * m_theme.scaled(padding));
        StyleControls::chevron(m_theme.scheme(), &painter, place,
                               isChecked() ? Qt::DownArrow : Qt::RightArrow, m_theme.color(ColorRole::Muted));
    }
    if (hasFocus()) {
        StyleControls::focusRing(m_theme.scheme(), &painter, rect(), m_theme.scaled(4));
    }
}

void CheckHeader::paintMark(QPainter *painter, const QRectF &place) const
{
    const double unit = place.width() / 18;
    const QPointF middle = place.center();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QPen stroke(m_theme.color(ColorRole::Surface), 2 * unit, Qt::SolidLine, Qt::RoundCap,
                      Qt::RoundJoin);
    painter->setPen(Qt::NoPen);
    switch (m_status) {
    case Runner::CheckStatus::Passed:
        painter->setBrush(m_theme.color(ColorRole::Ok));
        painter->drawEllipse(place);
        StyleControls::tick(m_theme.scheme(), painter, place.toRect(), m_theme.color(ColorRole::Surface));
        break;
    case Runner::CheckStatus::Failed: {
        painter->setBrush(m_theme.color(ColorRole::Error));
        painter->drawRoundedRect(place.adjusted(unit, unit, -unit, -unit), 4 * unit, 4 * unit);
        painter->setPen(stroke);
        const double reach = 3.2 * unit;
        painter->drawLine(middle - QPointF(reach, reach), middle + QPointF(reach, reach));
        painter->drawLine(middle + QPointF(reach, -reach), middle + QPointF(-reach, reach));
        break;
    }
    case Runner::CheckStatus::Error: {
        QPainterPath triangle(QPointF(middle.x(), place.top() + unit));
        triangle.lineTo(place.right(), place.bottom() - 1.5 * unit);
        triangle.lineTo(place.left(), place.bottom() - 1.5 * unit);
        triangle.closeSubpath();
        painter->fillPath(triangle, m_theme.color(ColorRole::Error));
        painter->setPen(stroke);
        painter->drawLine(middle + QPointF(0, -2 * unit), middle + QPointF(0, 1.6 * unit));
        painter->drawPoint(middle + QPointF(0, 5 * unit));
        break;
    }
    case Runner::CheckStatus::NotRun:
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(m_theme.color(ColorRole::Muted), 1.5 * unit));
        painter->drawEllipse(place.adjusted(unit, unit, -unit, -unit));
        painter->drawLine(middle - QPointF(3 * unit, 0), middle + QPointF(3 * unit, 0));
        break;
    }
    painter->restore();
}

} // namespace Skillet::Ui
