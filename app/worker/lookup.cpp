// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/lookup.h"

#include "worker/pythonerror.h"

namespace py = pybind11;

namespace Skillet::Worker {

namespace {

constexpr Py_ssize_t MostKeysSearched = 100'000;

bool isExactKey(PyObject *key)
{
    return PyUnicode_CheckExact(key) || PyLong_CheckExact(key);
}

bool sameKey(PyObject *one, PyObject *other)
{
    if (one == other)
        return true;
    if (Py_TYPE(one) != Py_TYPE(other) || !isExactKey(one))
        return false;
    const int same =
        PyObject_RichCompareBool(one, other, Py_EQ); // two exact strs or ints: no code of anybody's
    return same == 1;
}

} // namespace

py::object instanceAttributes(py::handle object)
{
    if (Py_TYPE(object.ptr())->tp_dictoffset == 0)
        return {};
    const auto dictionary = py::reinterpret_steal<py::object>(PyObject_GenericGetDict(object.ptr(), nullptr));
    if (!dictionary || !PyDict_CheckExact(dictionary.ptr())) {
        forgetException();
        return {};
    }
    return dictionary;
}

PyObject *safeLookup(PyObject *dictionary, PyObject *key)
{
    PyObject *candidate = nullptr;
    PyObject *value = nullptr;
    Py_ssize_t position = 0;
    for (Py_ssize_t count = 0;
         count < MostKeysSearched && PyDict_Next(dictionary, &position, &candidate, &value); ++count) {
        if (sameKey(candidate, key))
            return value;
    }
    return nullptr;
}

bool isSearchedWhole(PyObject *dictionary)
{
    return PyDict_GET_SIZE(dictionary) <= MostKeysSearched;
}

} // namespace Skillet::Worker
