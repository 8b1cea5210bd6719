// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/capture.h"

#include "worker/pythonerror.h"

namespace py = pybind11;

namespace Skillet::Worker {

Protocol::Traceback captureTraceback(const py::object &exception, const PythonModules &, Pump &)
{
    Protocol::ExceptionInfo info;
    info.type = Py_TYPE(exception.ptr())->tp_name;
    const auto text = py::reinterpret_steal<py::object>(PyObject_Str(exception.ptr()));
    info.message = utf8(text);
    forgetException();
    Protocol::Traceback traceback;
    traceback.plainText = info.type + ": " + info.message + "\n";
    traceback.exceptions.push_back(std::move(info));
    return traceback;
}

} // namespace Skillet::Worker
