// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Skillet::Ui {

/// Makes code copied from web pages, books and terminals fit for the prompt. Pure text in, text out.
class PasteCleaner final
{
public:
    /// Newlines become '\n' and those at the end go; `>>> ` and `... ` go when every line that is not blank
    /// has them, or when the first has one (a copied session: lines of output between them go as well);
    /// indentation that all lines share goes; non-breaking spaces in front of code become spaces.
    [[nodiscard]] static QString cleaned(const QString &text);
};

} // namespace Skillet::Ui
