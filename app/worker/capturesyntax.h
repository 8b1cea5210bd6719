// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/traceback.h"
#include "worker/pythonmodules.h"

#include <pybind11/pybind11.h>

namespace Skillet::Worker {

/// Fills in the place that a SyntaxError names. Throws error_already_set. \pre it is a SyntaxError
void captureSyntaxError(const pybind11::object &exception, const PythonModules &modules,
                        Protocol::ExceptionInfo &info);

} // namespace Skillet::Worker
