// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/assistance.h"
#include "protocol/requests.h"

#include <pybind11/pybind11.h>

namespace Skillet::Worker {

/// Says what Python knows about names, for who is typing. Looks only at what objects store and runs none of
/// the learner's code. Each answer never throws: what cannot be known, or fails, is empty. Needs the GIL.
class Assistant final
{
public:
    Assistant() = default;

    /// Loads what the answers need. Early, because the learner may break anything later. Never throws.
    void warmUp();

    [[nodiscard]] Protocol::Completions completions(const Protocol::AskCompletions &question,
                                                    const pybind11::dict &names) const;
    [[nodiscard]] Protocol::CallTip callTip(const Protocol::AskCallTip &question,
                                            const pybind11::dict &names) const;
    [[nodiscard]] Protocol::HelpShown help(const Protocol::AskHelp &question,
                                           const pybind11::dict &names) const;
    [[nodiscard]] static Protocol::Names names(const Protocol::AskNames &question,
                                               const pybind11::dict &names);

private:
    // Functions of the worker's own package; empty: they could not be loaded.
    pybind11::object m_complete;
    pybind11::object m_callTip;
    pybind11::object m_help;
    pybind11::object m_preview;
};

} // namespace Skillet::Worker
