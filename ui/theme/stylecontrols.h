// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/scheme.h"

#include <QRect>

class QPainter;
class QPainterPath;
class QStyle;
class QStyleOption;
class QStyleOptionButton;
class QStyleOptionComboBox;
class QStyleOptionProgressBar;
class QStyleOptionSlider;
class QStyleOptionSpinBox;
class QWidget;

/// How the things one presses, ticks, types into and drags are drawn. No state; everything comes from the
/// scheme and the style option.
namespace Skillet::Ui::StyleControls {

/// A filled box with a one pixel border and round corners. An invalid colour leaves its part out.
void box(QPainter *painter, const QRect &rect, double radius, const QColor &fill, const QColor &border);
/// Two pixels in the accent, inside `rect`.
void focusRing(const Scheme &scheme, QPainter *painter, const QRect &rect, double radius);
/// An open arrow head in the middle of `rect`.
void chevron(const Scheme &scheme, QPainter *painter, const QRect &rect, Qt::ArrowType direction,
             const QColor &color);
void tick(const Scheme &scheme, QPainter *painter, const QRect &rect, const QColor &color);

[[nodiscard]] bool isPrimary(const QStyleOptionButton &option, const QWidget *widget);
void pushButton(const Scheme &scheme, QPainter *painter, const QStyleOptionButton &option,
                const QWidget *widget);
void toolButton(const Scheme &scheme, QPainter *painter, const QStyleOption &option);
void textField(const Scheme &scheme, QPainter *painter, const QStyleOption &option);
void checkBox(const Scheme &scheme, QPainter *painter, const QStyleOption &option);
void radioButton(const Scheme &scheme, QPainter *painter, const QStyleOption &option);
void comboBox(const Scheme &scheme, QPainter *painter, const QStyleOptionComboBox &option,
              const QRect &arrow);
void spinBox(const Scheme &scheme, QPainter *painter, const QStyleOptionSpinBox &option, const QRect &up,
             const QRect &down);
void slider(const Scheme &scheme, QPainter *painter, const QStyleOptionSlider &option, const QRect &handle);
void progressGroove(const Scheme &scheme, QPainter *painter, const QStyleOption &option);
void progressContents(const Scheme &scheme, QPainter *painter, const QStyleOptionProgressBar &option);
void scrollBar(const Scheme &scheme, QPainter *painter, const QStyleOptionSlider &option, const QRect &slider,
               const QWidget *widget);

} // namespace Skillet::Ui::StyleControls
