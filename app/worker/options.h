// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/messages.h"

#include <cstdint>
#include <string>
#include <variant>

namespace Skillet::Worker {

/// What the workbench says when it starts a worker.
struct Options
{
    Protocol::Role role = Protocol::Role::Prompt;
    int protocolFd = -1;
    int stdoutReadFd = -1; ///< read end of the pipe whose write end is descriptor 1
    int stderrReadFd = -1; ///< read end of the pipe whose write end is descriptor 2
    std::string pythonPath; ///< folder that holds the worker's own Python packages
    std::uint64_t memoryLimit = 0; ///< bytes, see limitMemory(); 0: none
    std::uint32_t forkLimit = 0; ///< forks within a second, see limitForks(); 0: none
    std::string environment; ///< folder of the virtual environment to use; empty: none
    std::string pythonHome; ///< tests only: another place to look for Python's standard library
};

/// The options, or a sentence that says what is wrong with the arguments.
[[nodiscard]] std::variant<Options, std::string> parseOptions(int count, char **arguments);

} // namespace Skillet::Worker
