// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident/foundtraceback.h"
#include "incident/textline.h"

#include <vector>

namespace Skillet::Incident {

/// `Cell In[3], line 1`, `File ~/x.py:5, in f(x)`, `<ipython-input-1-0f> in <module>`
[[nodiscard]] bool isIPythonPlace(std::string_view text);
/// Where the place of a cell stands in the line, behind a prompt perhaps; npos: there is none.
[[nodiscard]] std::size_t cellAt(std::string_view text);
[[nodiscard]] FoundTraceback readIPythonForm(const std::vector<TextLine> &lines);

} // namespace Skillet::Incident
