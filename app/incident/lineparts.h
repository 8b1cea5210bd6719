// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runner/traceback.h"

#include <QString>

#include <optional>
#include <string_view>

namespace Skillet::Incident {

/// The place of `Traceback (most recent call last)` in a line; npos when there is none.
[[nodiscard]] std::size_t headerAt(std::string_view line);

/// `File "x.py", line 3, in f`: CPython's form; faulthandler leaves out the second comma.
[[nodiscard]] std::optional<Runner::TracebackFrame> readFileLine(std::string_view line);

/// `ValueError: text`, `KeyboardInterrupt`: type and message.
struct ExceptionLine
{
    QString type;
    QString message;
};
[[nodiscard]] std::optional<ExceptionLine> readExceptionLine(std::string_view line);

/// `[ERROR] KeyError: 'Records'`, printed above a traceback that has no such line below.
[[nodiscard]] std::optional<ExceptionLine> readErrorHeading(std::string_view line);

/// The sentence between two chained tracebacks; None: it is something else.
[[nodiscard]] Runner::ChainLink readChainSentence(std::string_view line);

/// `    ~~^~~`: nothing but marks and blanks.
[[nodiscard]] bool isCaretLine(std::string_view line);

/// Puts the columns that `carets` marks under `source` (both as printed, indented alike) into the frame.
void setSource(Runner::TracebackFrame &frame, std::string_view source, std::string_view carets);

/// Says so of an exception that is a SyntaxError, and of the place that it points to: no call led there.
void markSyntaxError(Runner::ExceptionInfo &exception);

/// A file of the standard library or of an installed package.
[[nodiscard]] bool isLibraryFile(const QString &file);

[[nodiscard]] QString toText(std::string_view bytes);

} // namespace Skillet::Incident
