// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/stylecontrols.h"

#include <QAbstractScrollArea>
#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>

namespace Skillet::Ui::StyleControls {

namespace {

using R = ColorRole;

bool has(const QStyleOption &option, QStyle::StateFlag flag)
{
    return option.state.testFlag(flag);
}

/// The thin bar in the middle of a progress bar's rectangle.
QRect progressLine(const Scheme &scheme, const QRect &rect)
{
    const int height = qMin(rect.height(), scheme.scaled(6));
    return {rect.left(), rect.center().y() - height / 2, rect.width(), height};
}

} // namespace

void box(QPainter *painter, const QRect &rect, double radius, const QColor &fill, const QColor &border)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    if (border.isValid()) {
        painter->setPen(border);
        painter->drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    } else {
        painter->setPen(Qt::NoPen);
        painter->drawRoundedRect(rect, radius, radius);
    }
    painter->restore();
}

void focusRing(const Scheme &scheme, QPainter *painter, const QRect &rect, double radius)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(scheme.color(R::Accent), 2));
    painter->drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), radius, radius);
    painter->restore();
}

void chevron(const Scheme &scheme, QPainter *painter, const QRect &rect, Qt::ArrowType direction,
             const QColor &color)
{
    const double reach = qMin(scheme.scaled(8), qMin(rect.width(), rect.height())) / 2.0;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->translate(QRectF(rect).center());
    switch (direction) {
    case Qt::LeftArrow:
        painter->rotate(90);
        break;
    case Qt::RightArrow:
        painter->rotate(-90);
        break;
    case Qt::UpArrow:
        painter->rotate(180);
        break;
    default:
        break;
    }
    painter->setPen(QPen(color, qMax(1.4, reach * 0.38), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->setBrush(Qt::NoBrush);
    const QPointF points[] = {{-reach, -reach / 2}, {0, reach / 2}, {reach, -reach / 2}};
    painter->drawPolyline(points, 3);
    painter->restore();
}

void tick(const Scheme &scheme, QPainter *painter, const QRect &rect, const QColor &color)
{
    const double unit = qMin(scheme.scaled(18), qMin(rect.width(), rect.height())) / 18.0;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->translate(QRectF(rect).center());
    painter->setPen(QPen(color, 2 * unit, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->setBrush(Qt::NoBrush);
    const QPointF points[] = {{-4 * unit, 0.2 * unit}, {-1.2 * unit, 3 * unit}, {4.2 * unit, -3 * unit}};
    painter->drawPolyline(points, 3);
    painter->restore();
}

bool isPrimary(const QStyleOptionButton &option, const QWidget *widget)
{
    return option.features.testFlag(QStyleOptionButton::DefaultButton)
        || (widget && widget->property("primary").toBool());
}

void pushButton(const Scheme &scheme, QPainter *painter, const QStyleOptionButton &option,
                const QWidget *widget)
{
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool over = enabled && has(option, QStyle::State_MouseOver);
    const bool down = has(option, QStyle::State_Sunken) || has(option, QStyle::State_On);
    const double radius = scheme.scaled(designRadius);
    const bool primary = isPrimary(option, widget);
    QColor fill;
    QColor border;
    if (primary && enabled) {
        fill = scheme.mixed(R::Accent, R::Text, down ? 0.22 : over ? 0.1 : 0);
    } else if (option.features.testFlag(QStyleOptionButton::Flat)) {
        fill = down ? scheme.color(R::AccentSoft) : over ? scheme.mixed(R::Surface, R::Text, 0.07) : QColor();
    } else {
        fill = scheme.mixed(R::Surface, R::Text, !enabled ? 0.03 : down ? 0.12 : over ? 0.05 : 0);
        border = enabled ? scheme.mixed(R::Border, R::Muted, over ? 0.5 : 0.25) : scheme.color(R::Border);
    }
    box(painter, option.rect, radius, fill, border);
    if (!has(option, QStyle::State_HasFocus) || !has(option, QStyle::State_KeyboardFocusChange)) {
        return;
    }
    if (primary && enabled) {
        box(painter, option.rect.adjusted(3, 3, -3, -3), radius - 2, QColor(), scheme.color(R::OnAccent));
    } else {
        focusRing(scheme, painter, option.rect, radius - 1);
    }
}

void toolButton(const Scheme &scheme, QPainter *painter, const QStyleOption &option)
{
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool on = has(option, QStyle::State_On);
    const double radius = scheme.scaled(designRadius);
    QColor fill;
    if (has(option, QStyle::State_Sunken)) {
        fill = scheme.mixed(R::Ground, R::Text, 0.14);
    } else if (on) {
        fill = scheme.color(R::AccentSoft);
    } else if (enabled && has(option, QStyle::State_MouseOver)) {
        fill = scheme.mixed(R::Ground, R::Text, 0.08);
    }
    if (fill.isValid()) {
        box(painter, option.rect, radius, fill, on ? scheme.color(R::Accent) : QColor());
    }
    if (has(option, QStyle::State_HasFocus) && has(option, QStyle::State_KeyboardFocusChange)) {
        focusRing(scheme, painter, option.rect, radius - 1);
    }
}

void textField(const Scheme &scheme, QPainter *painter, const QStyleOption &option)
{
    const bool enabled = has(option, QStyle::State_Enabled);
    const double radius = scheme.scaled(designRadius);
    const bool over = enabled && has(option, QStyle::State_MouseOver);
    box(painter, option.rect, radius, enabled ? scheme.color(R::Surface) : scheme.color(R::Ground),
        enabled ? scheme.mixed(R::Border, R::Muted, over ? 0.6 : 0.35) : scheme.color(R::Border));
    if (enabled && has(option, QStyle::State_HasFocus)) {
        focusRing(scheme, painter, option.rect, radius - 1);
    }
}

void checkBox(const Scheme &scheme, QPainter *painter, const QStyleOption &option)
{
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool set = has(option, QStyle::State_On) || has(option, QStyle::State_NoChange);
    const QColor edge = enabled ? scheme.color(R::Muted) : scheme.color(R::Border);
    const QColor filled = enabled ? scheme.color(R::Accent) : scheme.color(R::Muted);
    box(painter, option.rect, scheme.scaled(4), set ? filled : scheme.color(R::Surface), set ? filled : edge);
    if (has(option, QStyle::State_On)) {
        tick(scheme, painter, option.rect, scheme.color(R::OnAccent));
    } else if (set) {
        const int inset = option.rect.width() / 4;
        const QRect bar(option.rect.left() + inset, option.rect.center().y(), option.rect.width() - 2 * inset,
                        2);
        painter->fillRect(bar, scheme.color(R::OnAccent));
    }
}

void radioButton(const Scheme &scheme, QPainter *painter, const QStyleOption &option)
{
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool on = has(option, QStyle::State_On);
    const QColor accent = enabled ? scheme.color(R::Accent) : scheme.color(R::Muted);
    const double radius = option.rect.height() / 2.0;
    box(painter, option.rect, radius, scheme.color(R::Surface), on ? accent : scheme.color(R::Muted));
    if (on) {
        const int inset = qMax(3, option.rect.height() / 4);
        box(painter, option.rect.adjusted(inset, inset, -inset, -inset), radius, accent, QColor());
    }
}

void comboBox(const Scheme &scheme, QPainter *painter, const QStyleOptionComboBox &option, const QRect &arrow)
{
    const bool enabled = has(option, QStyle::State_Enabled);
    if (option.frame) {
        textField(scheme, painter, option);
    }
    chevron(scheme, painter, arrow, Qt::DownArrow, scheme.color(enabled ? R::Muted : R::Border));
}

void spinBox(const Scheme &scheme, QPainter *painter, const QStyleOptionSpinBox &option, const QRect &up,
             const QRect &down)
{
    if (option.frame) {
        textField(scheme, painter, option);
    }
    if (option.buttonSymbols == QAbstractSpinBox::NoButtons) {
        return;
    }
    const auto arrow = [&](const QRect &rect, Qt::ArrowType type, QAbstractSpinBox::StepEnabledFlag flag) {
        const bool enabled = has(option, QStyle::State_Enabled) && option.stepEnabled.testFlag(flag);
        chevron(scheme, painter, rect, type, scheme.color(enabled ? R::Muted : R::Border));
    };
    arrow(up, Qt::UpArrow, QAbstractSpinBox::StepUpEnabled);
    arrow(down, Qt::DownArrow, QAbstractSpinBox::StepDownEnabled);
}

void slider(const Scheme &scheme, QPainter *painter, const QStyleOptionSlider &option, const QRect &handle)
{
    const bool enabled = has(option, QStyle::State_Enabled);
    const int thick = scheme.scaled(4);
    const QPoint middle = option.rect.center();
    const QRect groove = option.orientation == Qt::Horizontal
        ? QRect(option.rect.left(), middle.y() - thick / 2, option.rect.width(), thick)
        : QRect(middle.x() - thick / 2, option.rect.top(), thick, option.rect.height());
    box(painter, groove, thick / 2.0, scheme.color(R::Border), QColor());
    QRect knob(0, 0, scheme.scaled(16), scheme.scaled(16));
    knob.moveCenter(handle.center());
    box(painter, knob, knob.width() / 2.0, scheme.color(enabled ? R::Accent : R::Muted), QColor());
    if (has(option, QStyle::State_HasFocus) && has(option, QStyle::State_KeyboardFocusChange)) {
        focusRing(scheme, painter, option.rect, scheme.scaled(4));
    }
}

void progressGroove(const Scheme &scheme, QPainter *painter, const QStyleOption &option)
{
    const QRect line = progressLine(scheme, option.rect);
    box(painter, line, line.height() / 2.0, scheme.color(R::Border), QColor());
}

void progressContents(const Scheme &scheme, QPainter *painter, const QStyleOptionProgressBar &option)
{
    QRect line = progressLine(scheme, option.rect);
    const int range = option.maximum - option.minimum;
    if (range > 0) {
        const double share = qBound(0.0, (option.progress - option.minimum) / double(range), 1.0);
        if (share <= 0) {
            return;
        }
        line.setWidth(qMax(line.height(), qRound(line.width() * share)));
        if (option.direction == Qt::RightToLeft) {
            line.moveRight(option.rect.right());
        }
    } else {
        // No end known: a piece in the middle says that work goes on.
        line.adjust(line.width() / 3, 0, -line.width() / 3, 0);
    }
    box(painter, line, line.height() / 2.0, scheme.color(R::Accent), QColor());
}

void scrollBar(const Scheme &scheme, QPainter *painter, const QStyleOptionSlider &option, const QRect &slider,
               const QWidget *widget)
{
    // The track takes the colour of what is scrolled, so that only the thumb is seen.
    const QWidget *ancestor = widget ? widget->parentWidget() : nullptr;
    const auto *area = qobject_cast<const QAbstractScrollArea *>(ancestor);
    if (!area && ancestor) {
        area = qobject_cast<const QAbstractScrollArea *>(ancestor->parentWidget());
    }
    if (area) {
        const QWidget *viewport = area->viewport();
        painter->fillRect(option.rect, viewport->palette().color(viewport->backgroundRole()));
    }
    if (option.maximum <= option.minimum) {
        return;
    }
    const bool active = has(option, QStyle::State_MouseOver) || has(option, QStyle::State_Sunken);
    const int inset = scheme.scaled(active ? 2 : 3);
    const QRect thumb = option.orientation == Qt::Vertical ? slider.adjusted(inset, 2, -inset, -2)
                                                           : slider.adjusted(2, inset, -2, -inset);
    const bool pressed = has(option, QStyle::State_Sunken);
    const QColor color = scheme.mixed(R::Border, R::Muted, pressed ? 0.9 : active ? 0.65 : 0.35);
    box(painter, thumb, qMin(thumb.width(), thumb.height()) / 2.0, color, QColor());
}

} // namespace Skillet::Ui::StyleControls
