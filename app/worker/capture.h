// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/traceback.h"
#include "worker/pump.h"
#include "worker/pythonmodules.h"

#include <pybind11/pybind11.h>

#include <vector>

namespace Skillet::Worker {

/// An error as a picture to send, and its live frames: frames[i][j] is that of exceptions[i].frames[j].
struct Capture
{
    Protocol::Traceback traceback;
    std::vector<std::vector<pybind11::object>> frames;
};

/// The exception with its chain as a picture to send. Frames of the worker's own Python are left out. Values
/// are read without running code of the learner's; only the message asks the exception itself (`str()`),
/// under the watchdog. Never throws. \pre no exception is set
[[nodiscard]] Capture captureTraceback(const pybind11::object &exception, const PythonModules &modules,
                                       Pump &pump);

} // namespace Skillet::Worker
