// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "course/course.h"
#include "progress/store.h"
#include "runner/checkresult.h"

#include <QString>

namespace Skillet::Ui {

/// What is recorded of a finished check: outcome, class of the error, and the code that was checked, read
/// from `file`. The number of hints used is left at 0.
[[nodiscard]] Progress::Attempt attemptOf(const Course::Course &course, const Course::Exercise &exercise,
                                          const Runner::CheckResult &result, const QString &file);

} // namespace Skillet::Ui
