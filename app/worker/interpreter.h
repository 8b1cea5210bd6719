// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

namespace Skillet::Worker {

/// Starts the distribution's Python in this process and this thread, as `python3` would start at a terminal,
/// but deaf to PYTHON* variables. `home` may name another place for the standard library; empty: the usual
/// one. `environment` may name the folder of a virtual environment. Returns nothing, or why Python did not
/// start, as a sentence for the learner.
[[nodiscard]] std::optional<std::string> startPython(const std::string &home, const std::string &environment);

/// Finds the worker's own package in `folder`. Returns nothing, or why it cannot be used.
[[nodiscard]] std::optional<std::string> findOwnPackage(const std::string &folder);

/// "3.11.2"
[[nodiscard]] std::string pythonVersion();

} // namespace Skillet::Worker
