// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runner/traceback.h"

#include <QString>

namespace Skillet::Incident {

/// The text still has the frame's line, as it was when the error happened. A text that has changed since
/// would explain another program.
[[nodiscard]] bool stillHas(const QString &source, const Runner::TracebackFrame &frame);

/// The text of the frame's file; empty when it is not there, too long, or has changed since.
[[nodiscard]] QString savedSource(const Runner::TracebackFrame &frame);

} // namespace Skillet::Incident
