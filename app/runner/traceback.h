// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/traceback.h"

#include <QLatin1String>
#include <QList>
#include <QMetaType>
#include <QString>
#include <QStringList>

namespace Skillet::Runner {

/// A range in a source file. Lines from 1; columns in UTF-16 code units from 0, as QString counts. -1:
/// unknown.
struct SourceRange
{
    int line = -1;
    int endLine = -1;
    int column = -1;
    int endColumn = -1;

    friend bool operator==(const SourceRange &, const SourceRange &) = default;
};

/// A frame of an error that was shown, to evaluate in.
struct FrameReference
{
    quint64 incident = 0; ///< Traceback::incident; 0: no frame
    int exception = -1; ///< index in Traceback::exceptions
    int frame = -1; ///< index in ExceptionInfo::frames

    [[nodiscard]] bool isNull() const { return incident == 0 || exception < 0 || frame < 0; }

    friend bool operator==(const FrameReference &, const FrameReference &) = default;
};

struct NamedValue
{
    QString name;
    QString type;
    QString preview;
    qint64 length = -1;
    bool known = true;

    friend bool operator==(const NamedValue &, const NamedValue &) = default;
};

struct TracebackFrame
{
    QString file;
    QString function; ///< qualified name, `<module>`, or syntaxFunction
    SourceRange range;
    QString sourceLine;
    bool isLearners = true; ///< false: standard library or installed package
    QList<NamedValue> values;
    int repeated = 0; ///< that many more frames of the same function and line follow, folded away

    friend bool operator==(const TracebackFrame &, const TracebackFrame &) = default;
};

/// TracebackFrame::function of the place a SyntaxError points to, which no call led to.
inline constexpr QLatin1String syntaxFunction("<syntax>");

enum class ChainLink { None, Cause, Context };

struct ExceptionInfo
{
    QString type;
    QString message;
    QStringList notes;
    QList<TracebackFrame> frames; ///< oldest first; a SyntaxError's own place is the last of them
    bool isSyntaxError = false;
    ChainLink link = ChainLink::None;
    int memberOf = -1; ///< index of the exception group in the traceback that it is in; -1: in none

    /// Index in `frames` of the learner's own frame closest to the failure, -1 when there is none.
    [[nodiscard]] qsizetype whereToLook() const;

    friend bool operator==(const ExceptionInfo &, const ExceptionInfo &) = default;
};

/// exceptions[0] ended the run; each further one is the cause or context of the one before it.
struct Traceback
{
    QList<ExceptionInfo> exceptions;
    QString plainText;
    bool isWritten = false; ///< by the program itself, in its own words: not to be written again

    quint64 incident = 0; ///< number under which the worker keeps its frames; 0: it does not
    bool isWarning = false; ///< the program was only warned, and went on

    [[nodiscard]] bool isEmpty() const { return exceptions.isEmpty(); }
    /// For Session::enterFrame(). Null when that frame cannot be asked: the traceback came as text, or there
    /// is no frame behind it (syntaxFunction).
    [[nodiscard]] FrameReference frameReference(qsizetype exception, qsizetype frame) const;

    friend bool operator==(const Traceback &, const Traceback &) = default;
};

/// From the wire's form: text decoded, byte columns converted to UTF-16 columns of the source line. Columns
/// that do not fit the line (it came from a hostile or confused worker) become unknown.
[[nodiscard]] Traceback fromProtocol(const Protocol::Traceback &traceback);

} // namespace Skillet::Runner

Q_DECLARE_METATYPE(Skillet::Runner::FrameReference)
Q_DECLARE_METATYPE(Skillet::Runner::Traceback)
