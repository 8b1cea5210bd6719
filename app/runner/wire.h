// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/messages.h"
#include "runner/session.h"

#include <QString>

#include <string>

/// Between the words of the protocol and those of the runner, where no type of its own does it (traceback.h,
/// checkresult.h). For the runner's own use.
namespace Skillet::Runner::Wire {

[[nodiscard]] inline QString text(const std::string &utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

[[nodiscard]] Protocol::FrameReference frameReference(const FrameReference &frame);
[[nodiscard]] Protocol::Execute execute(const Program &program);
[[nodiscard]] RunOutcome outcome(Protocol::RunEnd end);
[[nodiscard]] Completeness completeness(Protocol::CompletenessState state);

} // namespace Skillet::Runner::Wire
