// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/arrays.h"

#include "worker/lookup.h"
#include "worker/preview.h"
#include "worker/pythonerror.h"

#include <array>
#include <string_view>

namespace py = pybind11;

namespace Skillet::Worker {

namespace {

constexpr Py_ssize_t MostElements = 8;
const char *const Ellipsis = "\xE2\x80\xA6";

bool isNamed(PyTypeObject *type, const char *name)
{
    return std::string_view(type->tp_name) == name;
}

/// A type that is compiled in: nobody could make it, or change it, from Python.
bool isCompiled(PyTypeObject *type, const char *name)
{
    return (type->tp_flags & Py_TPFLAGS_HEAPTYPE) == 0 && isNamed(type, name);
}

/// An attribute that a compiled type computes, such as an array's shape.
py::object computed(PyObject *object, PyTypeObject *type, const char *name)
{
    const py::str key(name);
    PyObject *descriptor = type->tp_dict ? safeLookup(type->tp_dict, key.ptr()) : nullptr;
    if (!descriptor || !Py_IS_TYPE(descriptor, &PyGetSetDescr_Type))
        return {};
    auto value = py::reinterpret_steal<py::object>(
        PyGetSetDescr_Type.tp_descr_get(descriptor, object, reinterpret_cast<PyObject *>(type)));
    forgetException();
    return value;
}

py::object stored(py::handle object, const char *name)
{
    const py::object attributes = instanceAttributes(object);
    const py::str key(name);
    PyObject *value = attributes ? safeLookup(attributes.ptr(), key.ptr()) : nullptr;
    return value ? py::reinterpret_borrow<py::object>(value) : py::object();
}

std::string shapeText(const py::tuple &shape)
{
    std::string text;
    for (const py::handle size : shape)
        text += (text.empty() ? "" : " x ") + preview(size);
    return text;
}

std::int64_t firstOf(const py::tuple &shape)
{
    return shape.empty() ? -1 : shape[0].cast<std::int64_t>();
}

py::tuple arrayShape(PyObject *array)
{
    const py::object shape = computed(array, Py_TYPE(array), "shape");
    return shape && PyTuple_CheckExact(shape.ptr()) ? py::reinterpret_borrow<py::tuple>(shape) : py::tuple();
}

/// The first elements of an array, as a list of what Python itself knows.
py::object headOf(PyObject *array)
{
    const auto slice = py::slice(0, MostElements, 1);
    const auto head =
        py::reinterpret_steal<py::object>(Py_TYPE(array)->tp_as_mapping->mp_subscript(array, slice.ptr()));
    forgetException();
    const py::str key("tolist");
    PyObject *method = head && Py_TYPE(head.ptr()) == Py_TYPE(array)
        ? safeLookup(Py_TYPE(array)->tp_dict, key.ptr())
        : nullptr;
    if (!method || !Py_IS_TYPE(method, &PyMethodDescr_Type))
        return {};
    auto elements = py::reinterpret_steal<py::object>(PyObject_CallOneArg(method, head.ptr()));
    forgetException();
    return elements;
}

std::string elementsText(PyObject *array, const py::tuple &shape)
{
    // Higher dimensions could hold any number of elements under a short first one.
    if (shape.size() != 1)
        return {};
    const py::object head = headOf(array);
    if (!head || !PyList_CheckExact(head.ptr()))
        return {};
    std::string text = preview(head);
    if (firstOf(shape) > MostElements && !text.empty() && text.back() == ']')
        text = text.substr(0, text.size() - 1) + ", " + Ellipsis + "]";
    return text;
}

ArrayDescription describeNumpy(PyObject *array)
{
    const py::tuple shape = arrayShape(array);
    return {firstOf(shape), shapeText(shape), elementsText(array, shape)};
}

/// How many labels an index of pandas' has; -1: not known.
std::int64_t labelCount(py::handle index)
{
    if (const py::object range = stored(index, "_range"); range && PyRange_Check(range.ptr()))
        return PyObject_Length(range.ptr());
    if (const py::object data = stored(index, "_data");
        data && isCompiled(Py_TYPE(data.ptr()), "numpy.ndarray"))
        return firstOf(arrayShape(data.ptr()));
    return -1;
}

std::string labelsText(py::handle index)
{
    const py::object data = stored(index, "_data");
    if (!data || !isCompiled(Py_TYPE(data.ptr()), "numpy.ndarray"))
        return {};
    return elementsText(data.ptr(), arrayShape(data.ptr()));
}

/// The axes of what holds a table's data: the columns if any, then the rows.
py::object axesOf(PyObject *table)
{
    const py::object manager = stored(table, "_mgr");
    PyObject *order = manager ? Py_TYPE(manager.ptr())->tp_mro : nullptr;
    for (Py_ssize_t at = 0; order && at < PyTuple_GET_SIZE(order); ++at) {
        auto *base = reinterpret_cast<PyTypeObject *>(PyTuple_GET_ITEM(order, at));
        const py::object axes = computed(manager.ptr(), base, "axes");
        if (axes && PyList_CheckExact(axes.ptr()))
            return axes;
    }
    const py::object axes = manager ? stored(manager, "axes") : py::object();
    return axes && PyList_CheckExact(axes.ptr()) ? axes : py::object();
}

std::optional<ArrayDescription> describePandas(PyObject *table)
{
    const py::object axes = axesOf(table);
    const Py_ssize_t dimensions = axes ? PyList_GET_SIZE(axes.ptr()) : 0;
    if (dimensions < 1 || dimensions > 2)
        return std::nullopt;
    const std::int64_t rows = labelCount(PyList_GET_ITEM(axes.ptr(), dimensions - 1));
    if (rows < 0)
        return std::nullopt;
    ArrayDescription description{rows, std::to_string(rows), {}};
    if (dimensions == 2) {
        PyObject *columns = PyList_GET_ITEM(axes.ptr(), 0);
        const std::int64_t count = labelCount(columns);
        description.shape += count < 0 ? "" : " x " + std::to_string(count);
        description.preview = labelsText(columns);
    }
    return description;
}

bool isPandas(PyObject *value)
{
    PyTypeObject *type = Py_TYPE(value);
    if (!isNamed(type, "DataFrame") && !isNamed(type, "Series"))
        return false;
    const py::str key("__module__");
    PyObject *module = type->tp_dict ? safeLookup(type->tp_dict, key.ptr()) : nullptr;
    return module && PyUnicode_CheckExact(module) && utf8(module).starts_with("pandas.");
}

} // namespace

std::optional<ArrayDescription> describeArray(py::handle value)
{
    try {
        if (isCompiled(Py_TYPE(value.ptr()), "numpy.ndarray"))
            return describeNumpy(value.ptr());
        if (isPandas(value.ptr()))
            return describePandas(value.ptr());
    } catch (const std::exception &) {
        forgetException();
    }
    return std::nullopt;
}

} // namespace Skillet::Worker
