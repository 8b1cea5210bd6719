// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <pybind11/pybind11.h>

namespace Skillet::Worker {

/// Functions of the worker's own package, fetched once: the learner may replace anything in sys.modules
/// later.
struct PythonModules
{
    pybind11::module_ program;
    pybind11::module_ sources;
    pybind11::module_ statements;

    /// Throws error_already_set.
    [[nodiscard]] static PythonModules load();

    /// Whether somebody has imported that module. Never throws.
    [[nodiscard]] static bool isLoaded(const char *module);

    /// Loads what is wanted later, so that the first use does not wait for it. Never throws.
    void warmUp() const;
};

} // namespace Skillet::Worker
