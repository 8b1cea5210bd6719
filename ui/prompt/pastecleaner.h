// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace Skillet::Ui {

/// Makes code copied from web pages, books and terminals fit for the prompt. Pure text in, text out.
class PasteCleaner final
{
public:
    struct Result
    {
        QString code;
        QStringList notices; ///< what was changed that the learner did not see, and what cannot be mended
    };

    /// Newlines become '\n' and those at the end go; `>>> `, `... ` and IPython's prompts go when every line
    /// that is not blank has them, or when the first has one (a copied session: lines of output between them
    /// go as well); indentation that all lines share goes; tabs in front of code become spaces; curly quotes,
    /// dashes and spaces that Python does not know become those that it does, outside of strings.
    [[nodiscard]] static Result clean(const QString &text);
    [[nodiscard]] static QString cleaned(const QString &text) { return clean(text).code; }
};

} // namespace Skillet::Ui
