// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/assistance.h"
#include "runner/traceback.h"

#include <QMetaType>
#include <QString>
#include <QStringList>

namespace Skillet::Runner {

/// A line as it stands, and as it could stand: a trial has shown that the complaint is gone then.
struct Suggestion
{
    int line = -1; ///< from 1; -1: there is no suggestion
    QString before;
    QString after; ///< may hold newlines; empty: the line goes

    [[nodiscard]] bool isEmpty() const { return line < 1; }
    friend bool operator==(const Suggestion &, const Suggestion &) = default;
};

/// An error in plain words.
struct Explanation
{
    QString cause; ///< a stable id such as `type-error.text-plus-number`; empty: only the class is known
    QString title; ///< what happened, in one sentence; empty: nobody could explain it
    QString why; ///< why here; may be empty
    QStringList tries; ///< things to try, with code between backticks
    Suggestion suggestion;
    bool certain = true; ///< false: this may be the cause
    QString name; ///< the cause without this error's own values; empty: there are no choices
    QStringList others; ///< causes that it was not, as `name` puts them

    [[nodiscard]] bool isEmpty() const { return title.isEmpty(); }
    /// Must the title be told as a guess? One that asks ("Perhaps `name` is meant?") does so by itself.
    [[nodiscard]] bool mustSayMay() const { return !certain && !title.endsWith(QLatin1Char('?')); }
    friend bool operator==(const Explanation &, const Explanation &) = default;
};

/// An error, and what helps to explain it.
struct ExplanationQuestion
{
    Traceback traceback;
    QString source = {}; ///< text of the file to look at, or that does not compile; empty: not known
    QString pythonVersion = {}; ///< of the Python that raised it; empty: this one
    QString folder = {}; ///< the program's working folder; empty: not known
    bool wantsChoices = false; ///< Explanation::name and ::others as well
};

/// What is too long in an answer is cut.
[[nodiscard]] Explanation fromProtocol(const Protocol::Explanation &answer);

} // namespace Skillet::Runner

Q_DECLARE_METATYPE(Skillet::Runner::Explanation)
