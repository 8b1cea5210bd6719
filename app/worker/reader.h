// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/assistance.h"
#include "protocol/requests.h"
#include "worker/options.h"
#include "worker/pump.h"
#include "worker/pythonmodules.h"

#include <pybind11/pybind11.h>

#include <chrono>

namespace Skillet::Worker {

/// Reads programs for completion, in the analyst, without running them. Each answer never throws and takes a
/// bounded time: what is not known by then is empty.
class Reader final
{
public:
    Reader(Pump &pump, const PythonModules &modules, const Options &options);

    [[nodiscard]] Protocol::Completions completions(const Protocol::AskCompletions &question);
    [[nodiscard]] Protocol::CallTip callTip(const Protocol::AskCallTip &question);

private:
    void load();
    /// The answer of that function of the Python side, in time.
    template <typename Answer, typename Question>
    Answer ask(const char *function, const Question &question);

    Pump &m_pump;
    const PythonModules &m_modules;
    const Options &m_options;
    pybind11::object m_reading; // the module; empty: not loaded yet
    std::chrono::milliseconds m_patience;
};

} // namespace Skillet::Worker
