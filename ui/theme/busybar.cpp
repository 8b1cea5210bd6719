// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/busybar.h"

#include <QPainter>

namespace Skillet::Ui {

namespace {

constexpr int stepMilliseconds = 40;
constexpr int stepsPerPass = 40;

} // namespace

BusyBar::BusyBar(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_timer.setInterval(stepMilliseconds);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        m_step = (m_step + 1) % stepsPerPass;
        update();
    });
    connect(&theme, &Theme::changed, this, &BusyBar::restyle);
    restyle();
}

void BusyBar::start()
{
    m_step = stepsPerPass / 4; // at once in view
    m_timer.start();
    update();
}

void BusyBar::stop()
{
    m_timer.stop();
    update();
}

bool BusyBar::isRunning() const
{
    return m_timer.isActive();
}

void BusyBar::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.fillRect(0, height() - 1, width(), 1, m_theme.color(ColorRole::Border));
    if (isRunning()) {
        const int piece = width() / 4;
        const int left = (width() + piece) * m_step / stepsPerPass - piece;
        painter.fillRect(left, 0, piece, height(), m_theme.color(ColorRole::Accent));
    }
}

void BusyBar::restyle()
{
    setFixedHeight(qMax(2, m_theme.scaled(3)));
}

} // namespace Skillet::Ui
