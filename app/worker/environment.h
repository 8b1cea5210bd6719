// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

namespace Skillet::Worker {

/// Why the virtual environment in `folder` cannot be used by the Python that is built in here, as a sentence
/// for the learner with the way out; nothing when it can. Python itself would go on with another folder's
/// packages, or with none, and say nothing.
[[nodiscard]] std::optional<std::string> environmentProblem(const std::string &folder);

/// The environment's own Python, for `sys.executable`.
[[nodiscard]] std::string environmentPython(const std::string &folder);

/// What the environment's `activate` does for the programs that are started from here.
void activateEnvironment(const std::string &folder);

} // namespace Skillet::Worker
