// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/messages.h"
#include "worker/options.h"
#include "worker/pump.h"
#include "worker/pythonmodules.h"
#include "worker/streams.h"

#include <pybind11/pybind11.h>

#include <string>
#include <vector>

namespace Skillet::Worker {

/// Runs an exercise's checks on a learner's files, in a worker that lives for that alone.
class Checker final
{
public:
    Checker(Pump &pump, Streams &streams, const PythonModules &modules, const Options &options);

    /// Names of the sandbox's measures; call it once.
    [[nodiscard]] std::vector<std::string> protect();

    /// Loads the check runner, so that the attempt does not wait for it. Never throws.
    void warmUp() const;

    /// Sends the report, then RunFinished.
    void run(std::uint32_t run, const Protocol::CheckAttempt &attempt);

private:
    Protocol::RunFinished check(const Protocol::CheckAttempt &attempt);
    void confine(const Protocol::CheckAttempt &attempt);
    Protocol::CheckReport reportFrom(const pybind11::dict &result);
    Protocol::RunFinished fail(const pybind11::object &exception);

    Pump &m_pump;
    Streams &m_streams;
    const PythonModules &m_modules;
    const Options &m_options;
    std::string m_scratch;
};

} // namespace Skillet::Worker
