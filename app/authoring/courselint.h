// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "course/courseloader.h"

#include <QList>

namespace Skillet::Authoring {

/// Problems of a course that was loaded, besides those that the loader found: texts (see markdownlint.h),
/// items that lie in a module's folder and are not listed, prerequisites that come later, and a module that
/// says other things of itself than course.toml. Runs no code of the course.
[[nodiscard]] QList<Course::Problem> lintCourse(const Course::LoadedCourse &loaded);

} // namespace Skillet::Authoring
