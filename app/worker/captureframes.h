// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/traceback.h"
#include "worker/pythonmodules.h"

#include <pybind11/pybind11.h>

#include <vector>

namespace Skillet::Worker {

/// The frames of a traceback (null: none), oldest first, without the worker's own. Recursion is folded, also
/// through several functions; a chain that stays long is cut in the middle. Throws error_already_set.
[[nodiscard]] std::vector<Protocol::TracebackFrame> captureFrames(pybind11::handle traceback,
                                                                  const PythonModules &modules);

} // namespace Skillet::Worker
