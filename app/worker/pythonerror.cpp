// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/pythonerror.h"

namespace py = pybind11;

namespace Skillet::Worker {

py::object takeException()
{
#if PY_VERSION_HEX >= 0x030C0000
    return py::reinterpret_steal<py::object>(PyErr_GetRaisedException());
#else
    PyObject *type = nullptr;
    PyObject *value = nullptr;
    PyObject *trace = nullptr;
    PyErr_Fetch(&type, &value, &trace);
    PyErr_NormalizeException(&type, &value, &trace);
    if (trace)
        PyException_SetTraceback(value, trace);
    Py_XDECREF(type);
    Py_XDECREF(trace);
    return py::reinterpret_steal<py::object>(value);
#endif
}

std::string utf8(py::handle text)
{
    if (!text || !PyUnicode_Check(text.ptr()))
        return {};
    const auto bytes =
        py::reinterpret_steal<py::object>(PyUnicode_AsEncodedString(text.ptr(), "utf-8", "backslashreplace"));
    if (!bytes) {
        PyErr_Clear();
        return {};
    }
    return {PyBytes_AS_STRING(bytes.ptr()), static_cast<std::size_t>(PyBytes_GET_SIZE(bytes.ptr()))};
}

std::string utf8(py::handle text, Py_ssize_t most)
{
    if (!text || !PyUnicode_Check(text.ptr()) || PyUnicode_GET_LENGTH(text.ptr()) <= most)
        return utf8(text);
    const auto head = py::reinterpret_steal<py::object>(PyUnicode_Substring(text.ptr(), 0, most));
    if (!head) {
        PyErr_Clear();
        return {};
    }
    return utf8(head) + "\xE2\x80\xA6";
}

py::str pythonText(std::string_view text)
{
    PyObject *object = PyUnicode_DecodeUTF8(text.data(), static_cast<Py_ssize_t>(text.size()), "replace");
    if (!object)
        throw py::error_already_set();
    return py::reinterpret_steal<py::str>(object);
}

void forgetInterrupt()
{
    // Each call runs the handlers of all signals that are pending; a handler may raise.
    for (int attempt = 0; attempt < 3 && PyErr_CheckSignals() != 0; ++attempt)
        PyErr_Clear();
}

void forgetException()
{
    PyErr_Clear();
}

} // namespace Skillet::Worker
