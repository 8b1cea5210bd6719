// SPDX-License-Identifier: GPL-3.0-or-later
#include "prompt/repainthold.h"

#include <QCoreApplication>
#include <QEvent>

#include <utility>

namespace Skillet::Ui {

RepaintHold::RepaintHold(QWidget &widget)
    : QObject(&widget)
    , m_widget(widget)
{
    m_limit.setSingleShot(true);
    m_limit.setTimerType(Qt::PreciseTimer);
    m_limit.setInterval(LimitMs);
    connect(&m_limit, &QTimer::timeout, this, &RepaintHold::end);
}

void RepaintHold::begin()
{
    if (isHeld())
        return;
    m_window = m_widget.window();
    m_window->installEventFilter(this);
    m_limit.start();
}

void RepaintHold::end()
{
    m_limit.stop();
    if (!m_window)
        return;
    QWidget *window = std::exchange(m_window, nullptr);
    window->removeEventFilter(this);
    // The window asks only once until it has painted, so it is for us to ask again.
    if (std::exchange(m_isDue, false))
        QCoreApplication::postEvent(window, new QEvent(QEvent::UpdateRequest), Qt::LowEventPriority);
}

bool RepaintHold::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_window && event->type() == QEvent::UpdateRequest) {
        m_isDue = true;
        return true;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace Skillet::Ui
