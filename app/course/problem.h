// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

} // namespace Skillet::Course
