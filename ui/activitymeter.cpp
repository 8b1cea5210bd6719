// SPDX-License-Identifier: GPL-3.0-or-later
#include "activitymeter.h"

#include <QApplication>
#include <QDateTime>
#include <QEvent>

namespace Skillet::Ui {

namespace {
constexpr qint64 MsPerMinute = 60'000;
} // namespace

ActivityMeter::ActivityMeter(QObject *parent)
    : QObject(parent)
{
    qApp->installEventFilter(this);
}

bool ActivityMeter::eventFilter(QObject *watched, QEvent *event)
{
    const QEvent::Type type = event->type();
    if (type == QEvent::KeyPress || type == QEvent::MouseButtonPress || type == QEvent::Wheel) {
        const qint64 minute = QDateTime::currentMSecsSinceEpoch() / MsPerMinute;
        if (minute != m_lastMinute) {
            m_lastMinute = minute;
            Q_EMIT minuteBegan();
        }
    }
    return QObject::eventFilter(watched, event);
}

} // namespace Skillet::Ui
