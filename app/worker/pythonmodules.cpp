// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/pythonmodules.h"

namespace py = pybind11;

namespace Skillet::Worker {

PythonModules PythonModules::load()
{
    const auto own = [](const char *name) { return py::module_::import(name); };
    return {own("skillet_worker.program"), own("skillet_worker.sources"), own("skillet_worker.statements")};
}

bool PythonModules::isLoaded(const char *module)
{
    PyObject *modules = PyImport_GetModuleDict(); // borrowed, as the next
    PyObject *found = modules && PyDict_Check(modules) ? PyDict_GetItemString(modules, module) : nullptr;
    return found != nullptr;
}

void PythonModules::warmUp() const
{
    try {
        sources.attr("prepare_linecache")();
        py::module_::import("skillet_worker.streams").attr("prepare_getpass")();
        py::module_::import("skillet_worker.plain");
        py::module_::import("skillet_worker.names");
    } catch (const py::error_already_set &) {
        // Each of these is loaded again, or done without, where it is used.
        PyErr_Clear();
    }
}

} // namespace Skillet::Worker
