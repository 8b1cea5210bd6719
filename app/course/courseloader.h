// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "course/course.h"

#include <QList>
#include <QString>

namespace Skillet::Course {

/// Something wrong in a course's files, for its author and, in short, for the learner.
struct Problem
{
    QString file;
    int line = 0; ///< from 1; 0 = the file as a whole
    QString message;

    /// `file:line: message`
    [[nodiscard]] QString toString() const;
};

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

/// A lesson's or task's Markdown. Errors: NotFound, PermissionDenied, Invalid (not UTF-8, over 1 MiB).
[[nodiscard]] Core::Result<QString> readText(const QString &file);

} // namespace Skillet::Course
