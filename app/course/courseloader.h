// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "course/course.h"
#include "course/lessontext.h"
#include "course/problem.h"

#include <QList>
#include <QString>

namespace Skillet::Course {

/// What could be read, and what could not: a broken lesson or exercise is left out with a Problem, the rest
/// of the course stays usable.
struct LoadedCourse
{
    Course course;
    QList<Problem> problems;
};

/// Reads the course in `folder` (format: curriculum/README.md).
/// \return an Error naming file and line when course.toml itself is missing, broken or of a newer format.
[[nodiscard]] Core::Result<LoadedCourse> loadCourse(const QString &folder);

} // namespace Skillet::Course
