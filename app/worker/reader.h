// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/assistance.h"
#include "protocol/reading.h"
#include "protocol/requests.h"
#include "worker/options.h"
#include "worker/pump.h"
#include "worker/pythonmodules.h"

#include <pybind11/pybind11.h>

#include <chrono>

namespace Skillet::Worker {

/// Reads programs for completion and for what is wrong in them, in the analyst, without running them. Each
/// answer never throws and takes a bounded time: what is not known by then is empty.
class Reader final
{
public:
    Reader(Pump &pump, const PythonModules &modules, const Options &options);

    [[nodiscard]] Protocol::Completions completions(const Protocol::AskCompletions &question);
    [[nodiscard]] Protocol::CallTip callTip(const Protocol::AskCallTip &question);
    [[nodiscard]] Protocol::Problems problems(const Protocol::AskProblems &question);
    [[nodiscard]] Protocol::Outline outline(const Protocol::AskOutline &question);
    [[nodiscard]] Protocol::Places places(const Protocol::AskPlaces &question);

private:
    void load(pybind11::object &module, const char *name);
    /// What `fill` makes of an answer with the Python side's `module`, in time.
    template <typename Answer, typename Fill>
    Answer ask(const pybind11::object &module, std::uint32_t request, Fill fill);
    /// The answer of that function about the place in the question.
    template <typename Answer, typename Question>
    Answer askAtCaret(const char *function, const Question &question);

    Pump &m_pump;
    const PythonModules &m_modules;
    const Options &m_options;
    pybind11::object m_reading; // these are modules; empty: not loaded yet
    pybind11::object m_problems;
    pybind11::object m_outline;
    pybind11::object m_places;
    std::chrono::milliseconds m_patience;
};

} // namespace Skillet::Worker
