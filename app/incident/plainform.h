// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident/foundtraceback.h"
#include "incident/textline.h"

#include <vector>

namespace Skillet::Incident {

/// Reads the lines of one block in CPython's own form: frames, carets, chains, groups, syntax errors.
/// Nothing but exceptions, memberOf and complete are set. What cannot be understood is left out.
[[nodiscard]] FoundTraceback readPlainForm(const std::vector<TextLine> &lines);

} // namespace Skillet::Incident
