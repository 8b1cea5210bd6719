// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/prompttexts.h"

#include "worker/pythonerror.h"

namespace py = pybind11;

namespace Skillet::Worker {

namespace {

/// Of a longer text nobody would see the end.
constexpr Py_ssize_t MostCharacters = 200;

std::string textOf(const char *name, const std::string &missing)
{
    PyObject *value = PySys_GetObject(name); // borrowed
    if (!value)
        return missing;
    const auto kept = py::reinterpret_borrow<py::object>(value);
    auto text = py::reinterpret_steal<py::object>(PyObject_Str(kept.ptr()));
    if (text && PyUnicode_GetLength(text.ptr()) > MostCharacters)
        text = py::reinterpret_steal<py::object>(PyUnicode_Substring(text.ptr(), 0, MostCharacters));
    if (!text) {
        forgetException();
        return {};
    }
    return utf8(text);
}

} // namespace

void PromptTexts::tell(bool afterProgram)
{
    const Protocol::PromptsChanged usual;
    Protocol::PromptsChanged now;
    now.primary = textOf("ps1", afterProgram ? usual.primary : std::string());
    now.secondary = textOf("ps2", afterProgram ? usual.secondary : std::string());
    if (now == m_told)
        return;
    m_told = now;
    const py::gil_scoped_release release;
    m_pump.sendAfterOutput(now);
}

} // namespace Skillet::Worker
