// SPDX-License-Identifier: GPL-3.0-or-later
#include "traceback/rail.h"

#include <QPainter>

namespace Skillet::Ui {

Rail::Rail(const Theme &theme, Qt::Orientation orientation, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    if (orientation == Qt::Horizontal)
        setFixedHeight(1);
    else
        setFixedWidth(theme.scaled(2));
}

void Rail::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), m_theme.color(ColorRole::Border));
}

} // namespace Skillet::Ui
