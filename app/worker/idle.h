// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "worker/streams.h"

#include <chrono>
#include <pybind11/pybind11.h>

namespace Skillet::Worker {

/// Keeps alive what the learner's inputs left behind, while the prompt waits for the next: windows of Tk, and
/// tasks of the prompt's event loop.
class Idle final
{
public:
    explicit Idle(Streams &streams)
        : m_streams(streams)
    { }

    /// Does a little of it. Returns how long to wait until the next turn; 0: as long as may be, for there is
    /// nothing to do. Never throws. Needs the GIL.
    [[nodiscard]] std::chrono::milliseconds turn();

private:
    Streams &m_streams;
    pybind11::object m_turn; // empty until something can be there
};

} // namespace Skillet::Worker
