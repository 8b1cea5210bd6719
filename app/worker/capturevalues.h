// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/traceback.h"
#include "worker/pythonmodules.h"

#include <pybind11/pybind11.h>

#include <vector>

namespace Skillet::Worker {

/// The values of the names, and of attributes and subscripts that can be read without running code, in that
/// range of the file, as the frame sees them. Throws error_already_set.
[[nodiscard]] std::vector<Protocol::NamedValue> captureValues(pybind11::handle frame, pybind11::handle file,
                                                              const Protocol::SourceRange &range,
                                                              const PythonModules &modules);

} // namespace Skillet::Worker
