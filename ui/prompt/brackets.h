// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace Skillet::Ui {

/// A bracket at the caret and the one that belongs to it; positions in UTF-16 code units.
struct BracketPair
{
    qsizetype at = 0;
    qsizetype partner = -1; ///< -1: there is none, or one of another kind is in the way

    friend bool operator==(const BracketPair &, const BracketPair &) = default;
};

/// The bracket in front of `caret`, or behind it; brackets in strings and comments do not count.
[[nodiscard]] std::optional<BracketPair> bracketPair(const QString &code, qsizetype caret);

} // namespace Skillet::Ui
