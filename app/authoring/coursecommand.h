// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/paths.h"

#include <QString>

namespace Skillet::Authoring {

enum class CourseTask { Check, New, Pack, Install };

/// What `skillet course` was asked to do.
struct CourseRequest
{
    CourseTask task = CourseTask::Check;
    QString folder; ///< of the course; Install: the pack
    QString pack = {}; ///< Pack: the file to make
};

/// `skillet course check`, `new`, `pack` and `install`.
/// \return the process's status: 0 when nothing is wrong, 1 when there are problems, 130 after Ctrl-C, or 2
/// when it cannot be done
[[nodiscard]] int runCourse(const CourseRequest &request, const Core::Paths &paths);

} // namespace Skillet::Authoring
