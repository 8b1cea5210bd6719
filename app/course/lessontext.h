// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>

#include <variant>

namespace Skillet::Course {

/// Largest file of a course.
inline constexpr qint64 LargestCourseFile = 1024 * 1024;

/// A text file of a course, parted. Front matter is TOML between two lines `+++`, the first of them line 1.
struct SplitText
{
    QByteArray frontMatter; ///< without its fences; begins on line 2
    QByteArray body; ///< all of the text when there is no front matter
    bool hasFrontMatter = false;
};

/// Why a file is not a text of a course.
struct TextFailure
{
    Core::ErrorCode code = Core::ErrorCode::Failed;
    int line = 0; ///< from 1; 0 = the file as a whole
    QString message; ///< does not name the file
};

/// Reads and parts `file`: at most 1 MiB of UTF-8; CR LF becomes LF and a byte order mark is dropped.
[[nodiscard]] std::variant<SplitText, TextFailure> readSplitText(const QString &file);

/// A lesson's or task's Markdown without front matter. Errors: NotFound, PermissionDenied, Invalid (not
/// UTF-8, over 1 MiB).
[[nodiscard]] Core::Result<QString> readText(const QString &file);

} // namespace Skillet::Course
