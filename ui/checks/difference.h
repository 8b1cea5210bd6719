// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Skillet::Ui {

/// A stretch of a text in UTF-16 code units.
struct Stretch
{
    qsizetype start = 0;
    qsizetype length = 0;

    friend bool operator==(const Stretch &, const Stretch &) = default;
};

/// Where two texts differ: what is left of each without their common beginning and end, widened to whole
/// words and numbers.
struct Difference
{
    Stretch left;
    Stretch right;
};

[[nodiscard]] Difference difference(const QString &left, const QString &right);

} // namespace Skillet::Ui
