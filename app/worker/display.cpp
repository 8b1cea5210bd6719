// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/display.h"

#include "worker/pythonerror.h"
#include "worker/pythonmodules.h"

namespace py = pybind11;

namespace Skillet::Worker {

namespace {

constexpr const char *Figures = "skillet_worker.figures";

} // namespace

void Display::install()
{
    try {
        const auto send =
            py::cpp_function([this](const py::object &mimeType, const py::object &data,
                                    const py::object &text) { return this->send(mimeType, data, text); });
        m_showing = py::module_::import("skillet_worker.showing");
        m_showing.attr("install")(send);
    } catch (const py::error_already_set &) {
        forgetException(); // a prompt without pictures is a prompt all the same
    }
}

void Display::beginRun()
{
    try {
        if (m_showing)
            m_showing.attr("begin_run")();
    } catch (const py::error_already_set &) {
        forgetException();
    }
}

void Display::showChanged()
{
    if (PythonModules::isLoaded(Figures))
        py::module_::import(Figures).attr("show_changed")();
}

void Display::settle()
{
    try {
        if (PythonModules::isLoaded(Figures))
            py::module_::import(Figures).attr("settle")();
    } catch (const py::error_already_set &) {
        forgetException();
    }
}

bool Display::send(py::handle mimeType, py::handle data, py::handle text)
{
    if (Pump::isForkedChild())
        return false;
    const Protocol::Displayed displayed{utf8(mimeType), utf8(data), utf8(text)};
    const py::gil_scoped_release release;
    m_pump.sendAfterOutput(displayed);
    return true;
}

} // namespace Skillet::Worker
