// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "worker/pump.h"

#include <pybind11/pybind11.h>

namespace Skillet::Worker {

/// Figures and tables that the learner's code shows, in their place between its output. Costs nothing until
/// the code imports a library that draws. All of it needs the GIL.
class Display final
{
public:
    explicit Display(Pump &pump)
        : m_pump(pump)
    { }
    Display(const Display &) = delete;
    Display &operator=(const Display &) = delete;

    /// Lets code show pictures from here on. Never throws.
    void install();

    /// What one run may show is counted anew. Never throws.
    void beginRun();
    /// A statement at the prompt is through: the open figures that it changed are shown. Throws what drawing
    /// them throws.
    void showChanged();
    /// A program is through, or a statement failed: what it changed in open figures is not shown by itself.
    /// Never throws.
    void settle();

private:
    /// False when there is nobody to show it to.
    bool send(pybind11::handle mimeType, pybind11::handle data, pybind11::handle text);

    Pump &m_pump;
    pybind11::object m_showing; // empty until installed
};

} // namespace Skillet::Worker
