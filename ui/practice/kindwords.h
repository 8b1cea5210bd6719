// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "course/course.h"

#include <QString>

namespace Skillet::Ui {

/// What a kind of exercise is called: "Predict".
[[nodiscard]] QString kindTitle(Course::ExerciseKind kind);

} // namespace Skillet::Ui
