// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/traceback.h"
#include "worker/pythonmodules.h"

#include <pybind11/pybind11.h>

#include <string>
#include <vector>

namespace Skillet::Worker {

/// In characters. What is longer was made so by a program, and nobody reads it.
inline constexpr Py_ssize_t LongestFileName = 4096;
inline constexpr Py_ssize_t LongestName = 1000;
inline constexpr Py_ssize_t LongestLine = 100'000;

/// Some frames of a traceback, and the live ones that they are pictures of: one of each.
struct FramePictures
{
    std::vector<Protocol::TracebackFrame> pictures;
    std::vector<pybind11::object> frames;
    std::string problem; ///< why some of them lack their source or values; mostly empty
};

/// The frames of a traceback (null: none), oldest first, without the worker's own. Recursion is folded, also
/// through several functions; a chain that stays long is cut in the middle. Never throws: a Stop may come at
/// any time, and the learner may have broken what is needed to look closely.
[[nodiscard]] FramePictures captureFrames(pybind11::handle traceback, const PythonModules &modules);

} // namespace Skillet::Worker
