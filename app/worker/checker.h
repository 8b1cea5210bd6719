// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/messages.h"
#include "worker/options.h"
#include "worker/pump.h"
#include "worker/pythonmodules.h"
#include "worker/streams.h"

#include <pybind11/pybind11.h>

#include <optional>
#include <string>
#include <vector>

namespace Skillet::Worker {

/// Runs an exercise's checks on a learner's files, in a worker that lives for that alone. The checks run in
/// this process, the learner's code in children of it that cannot reach the exercise (see
/// skillet_check/player).
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
    /// Called by Python in each process before it runs code of the author's ("checks") or the learner's
    /// ("program", or "program with loopback"); those reach less.
    void confine(const std::string &who, const Protocol::CheckAttempt &attempt) const;
    void confineFiles(bool isChecks, const Protocol::CheckAttempt &attempt) const;
    [[nodiscard]] std::vector<std::string> readableFolders() const;
    /// The error as an encoded event, for the process with the checks.
    [[nodiscard]] pybind11::bytes picture(const pybind11::object &exception);
    Protocol::CheckReport reportFrom(const pybind11::dict &result);
    [[nodiscard]] std::optional<Protocol::Traceback> tracebackOf(const pybind11::object &exception);
    Protocol::RunFinished fail(const pybind11::object &exception);

    Pump &m_pump;
    Streams &m_streams;
    const PythonModules &m_modules;
    const Options &m_options;
    std::string m_scratch;
};

} // namespace Skillet::Worker
