// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>

namespace Skillet::Runner {

/// A timer that runs out once, `milliseconds` after its start().
[[nodiscard]] inline QTimer *singleShot(QObject *owner, int milliseconds)
{
    auto *timer = new QTimer(owner);
    timer->setSingleShot(true);
    timer->setInterval(milliseconds);
    return timer;
}

} // namespace Skillet::Runner
