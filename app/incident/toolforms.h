// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident/foundtraceback.h"
#include "incident/textline.h"

#include <vector>

namespace Skillet::Incident {

[[nodiscard]] bool isPytestStart(std::string_view text);
/// `test_x.py:12: ZeroDivisionError`
[[nodiscard]] bool isPytestPlace(std::string_view text);
[[nodiscard]] FoundTraceback readPytestForm(const std::vector<TextLine> &lines);

/// A line of the box that the library rich draws.
[[nodiscard]] bool isBoxLine(std::string_view text);
[[nodiscard]] FoundTraceback readRichForm(const std::vector<TextLine> &lines);

/// faulthandler's dump: the thread that broke, its newest call printed first.
[[nodiscard]] FoundTraceback readFaultForm(const std::vector<TextLine> &lines);

/// `x.py:3: DeprecationWarning: text`, or an error in pytest's one-line form
[[nodiscard]] bool readWarning(std::string_view text);
[[nodiscard]] FoundTraceback readWarningForm(const std::vector<TextLine> &lines);

/// `SyntaxError: Non-UTF-8 code starting with '\xe9' in file x.py on line 2, ...`: all that CPython prints of
/// a file that it cannot decode, without a header or a place of its own.
[[nodiscard]] bool isUnreadableSource(std::string_view text);
[[nodiscard]] FoundTraceback readUnreadableSource(const std::vector<TextLine> &lines);

} // namespace Skillet::Incident
