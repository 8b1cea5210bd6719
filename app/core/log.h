// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>
#include <QString>

namespace Skillet::Core {

Q_DECLARE_LOGGING_CATEGORY(logApp)
Q_DECLARE_LOGGING_CATEGORY(logRunner)
Q_DECLARE_LOGGING_CATEGORY(logCourse)
Q_DECLARE_LOGGING_CATEGORY(logProgress)
Q_DECLARE_LOGGING_CATEGORY(logUi)

/// Sends Qt's messages to standard error and, when it can be opened, to `file` as well. A file over
/// 1 MiB is kept aside as `file`.1 and a new one begun. Never fails: without a file there is standard error.
void startLogging(const QString &file);

} // namespace Skillet::Core
