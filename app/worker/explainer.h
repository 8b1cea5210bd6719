// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/assistance.h"
#include "protocol/requests.h"
#include "worker/options.h"
#include "worker/pythonmodules.h"

#include <pybind11/pybind11.h>

namespace Skillet::Worker {

/// Says in plain words what an error means, in the analyst, where no code of the learner's ever runs.
class Explainer final
{
public:
    Explainer(const PythonModules &modules, const Options &options);

    /// Loads the rules, so that the first answer does not wait for them. Never throws.
    void warmUp();

    /// Never throws: whatever goes wrong, the answer then has no words in it.
    [[nodiscard]] Protocol::Explanation explain(const Protocol::AskExplanation &question);

private:
    [[nodiscard]] Protocol::Explanation ask(const Protocol::AskExplanation &question);

    [[nodiscard]] const pybind11::object &load();

    const PythonModules &m_modules;
    const Options &m_options;
    pybind11::object m_wire; // the module; empty: not loaded yet
};

} // namespace Skillet::Worker
