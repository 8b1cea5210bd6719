// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runner/traceback.h"

#include <QList>
#include <QString>

namespace Skillet::Incident {

/// A small piece of Python whose answer, in the frame of an error, tells more about it.
struct Probe
{
    /// What it asks, to be put into words.
    enum class Question {
        Type, ///< what kind of thing `subject` is
        Length, ///< how many items it has
        Keys, ///< which keys it has
        Last, ///< its last item
        Characters, ///< its characters, also those that are not seen
        Names, ///< the names that exist there
        Attributes, ///< names of `subject` that are like the missing one
        File, ///< which file a module is from
        Folder, ///< where the program looks for files
        Files, ///< which files are there
        Search, ///< where modules are looked for first

    };

    QString code; ///< ends at once and changes nothing, unless the learner's own types see to that
    Question question = Question::Type;
    QString subject; ///< an expression on the failing line; empty for questions about no value

    friend bool operator==(const Probe &, const Probe &) = default;
};

/// The most telling ones for the frame at `frame` of `raised`, two at most. None for a program that did not
/// compile.
[[nodiscard]] QList<Probe> probesFor(const Runner::ExceptionInfo &raised, qsizetype frame);

} // namespace Skillet::Incident
