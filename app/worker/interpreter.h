// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "worker/options.h"

#include <optional>
#include <string>

namespace Skillet::Worker {

/// Starts the distribution's Python in this process and this thread, as `python3` would start at a terminal,
/// but deaf to PYTHON* variables. Returns nothing, or why it did not start, as a sentence for the learner.
[[nodiscard]] std::optional<std::string> startPython(const Options &options);

/// Finds the worker's own package in `folder`. Returns nothing, or why it cannot be used.
[[nodiscard]] std::optional<std::string> findOwnPackage(const std::string &folder);

/// "3.11.2"
[[nodiscard]] std::string pythonVersion();

} // namespace Skillet::Worker
