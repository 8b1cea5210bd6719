// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident/foundtraceback.h"

#include <QRegularExpression>

#include <string_view>
#include <vector>

namespace Skillet::Incident {

/// Longer lines are not worth a pattern.
inline constexpr std::size_t MaxPatternLine = 2000;

[[nodiscard]] QRegularExpressionMatch matchOf(const QRegularExpression &pattern, std::string_view text);

[[nodiscard]] Runner::TracebackFrame frameAt(const QString &file, int line, const QString &function);

/// Type and message of the exception, or one more line of its message.
void setType(Runner::ExceptionInfo &exception, std::string_view text);

/// What was printed first led to what was printed last, which ended the run.
[[nodiscard]] FoundTraceback lastFirst(const std::vector<Runner::ExceptionInfo> &printed);

} // namespace Skillet::Incident
