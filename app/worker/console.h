// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/messages.h"
#include "worker/pythonmodules.h"

#include <pybind11/pybind11.h>

#include <string>

namespace Skillet::Worker {

/// Turns text into code as Python's own prompt does. `from __future__` imports at the prompt stay in force.
class Console final
{
public:
    /// Code to run one after the other; either may be none.
    struct Code
    {
        pybind11::object first;
        pybind11::object last; ///< shows its value when compiled for the prompt
    };

    /// Whether running this code gives a coroutine, for an await at the prompt.
    [[nodiscard]] static bool awaits(const pybind11::object &code);

    explicit Console(const PythonModules &modules)
        : m_modules(modules)
    { }

    /// Whether the lines typed so far (without the last newline) are complete. Needs the GIL.
    [[nodiscard]] Protocol::CompletenessState completeness(const std::string &source) const;

    /// All throw error_already_set, a SyntaxError mostly.
    [[nodiscard]] Code compilePrompt(const std::string &source, const pybind11::str &name);
    [[nodiscard]] Code compilePasted(const std::string &source, const pybind11::str &name);
    [[nodiscard]] Code compileLines(const std::string &source, const pybind11::str &name);
    [[nodiscard]] Code compileFile(const std::string &source, const pybind11::str &name);
    /// A program that is compiled already.
    [[nodiscard]] Code takeProgram(const pybind11::object &code);

private:
    void keepFutureFlags(const Code &code);

    const PythonModules &m_modules;
    int m_futureFlags = 0;
};

} // namespace Skillet::Worker
