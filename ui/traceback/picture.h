// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runner/traceback.h"

#include <QList>
#include <QString>

namespace Skillet::Ui {

/// One place in the chain of calls as it is drawn.
struct ChainEntry
{
    enum class Kind {
        Frame, ///< `frames` has one
        Library, ///< frames of libraries, folded into one line
        Repeat, ///< a note: the frame before it stands for `count` more
    };

    Kind kind = Kind::Frame;
    QList<int> frames; ///< indexes in ExceptionInfo::frames
    int count = 0; ///< calls this entry stands for

    friend bool operator==(const ChainEntry &, const ChainEntry &) = default;
};

/// The chain of an exception, oldest call first; a SyntaxError's own place is no call and not in it.
[[nodiscard]] QList<ChainEntry> chainOf(const Runner::ExceptionInfo &exception);

/// What the learner calls the place: `orders.py, line 8`, or `typed at the prompt, line 1`.
[[nodiscard]] QString placeName(const Runner::TracebackFrame &frame);
/// `in total`, `at the top level`, `in a generator expression in total`; empty for a SyntaxError's place.
[[nodiscard]] QString functionName(const Runner::TracebackFrame &frame);
/// The frame names a file; `<python-input-3>` and the like cannot be opened.
[[nodiscard]] bool opensInEditor(const Runner::TracebackFrame &frame);
[[nodiscard]] bool isTypedAtPrompt(const Runner::TracebackFrame &frame);

/// `KeyError: 'pirce'`
[[nodiscard]] QString headlineInWords(const Runner::ExceptionInfo &exception);
/// A value's kind in words: `list, 3 items`.
[[nodiscard]] QString kindOfValue(const Runner::NamedValue &value);
/// `orders = [...]`, in words for a screen reader and a tool tip.
[[nodiscard]] QString valueInWords(const Runner::NamedValue &value);
/// The whole frame in words, in reading order: place, line, failing part, values.
[[nodiscard]] QString frameInWords(const Runner::TracebackFrame &frame);
/// How a further exception of the traceback goes with the others, as a heading: it led to the one shown
/// before it, or is one of a group's.
[[nodiscard]] QString linkInWords(const Runner::Traceback &traceback, qsizetype index);
/// How many groups the exception is in. Bounded, whatever the numbers say.
[[nodiscard]] int depthOf(const Runner::Traceback &traceback, qsizetype index);

} // namespace Skillet::Ui
