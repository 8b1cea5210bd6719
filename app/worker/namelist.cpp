// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/namelist.h"

#include "worker/arrays.h"
#include "worker/lookup.h"
#include "worker/preview.h"
#include "worker/pythonerror.h"
#include "worker/secrets.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace py = pybind11;

namespace Skillet::Worker {

namespace {

using Protocol::NameEntry;
using Protocol::NameKind;

constexpr std::size_t MostNames = 1000;
constexpr std::size_t LongestName = 200; // bytes

NameKind kindOf(PyObject *value)
{
    if (PyType_Check(value))
        return NameKind::Class;
    if (PyModule_Check(value))
        return NameKind::Module;
    if (PyFunction_Check(value) || PyCFunction_Check(value) || PyMethod_Check(value))
        return NameKind::Function;
    return NameKind::Variable;
}

/// `Counter` as `collections.Counter`; builtin classes and the learner's own by their bare name.
std::string fullTypeName(PyObject *value)
{
    PyTypeObject *type = Py_TYPE(value);
    std::string name = typeName(value);
    std::string module;
    if ((type->tp_flags & Py_TPFLAGS_HEAPTYPE) == 0) {
        const std::string_view dotted = type->tp_name;
        const auto dot = dotted.rfind('.');
        module = dot == std::string_view::npos ? "" : dotted.substr(0, dot);
    } else if (type->tp_dict) {
        const auto key = py::str("__module__");
        if (PyObject *stored = safeLookup(type->tp_dict, key.ptr()); stored && PyUnicode_CheckExact(stored))
            module = utf8(stored);
    }
    module = module.substr(0, module.find('.'));
    return module.empty() || module == "__main__" || module == "builtins" || module.front() == '_'
        ? name
        : module + "." + name;
}

NameEntry describe(const std::string &name, PyObject *value)
{
    NameEntry entry;
    entry.name = name;
    entry.kind = kindOf(value);
    entry.type = fullTypeName(value);
    if (auto array = describeArray(value)) {
        entry.length = array->length;
        entry.shape = array->shape;
        entry.preview = array->preview;
    } else {
        entry.length = safeLength(value);
        entry.preview = isSecret(name, value) ? Masked : preview(value);
    }
    return entry;
}

} // namespace

Protocol::Names nameList(const py::dict &names)
{
    Protocol::Names list;
    // A snapshot: what describes a value may let another thread of the learner's at the namespace.
    std::vector<std::pair<py::object, py::object>> found;
    PyObject *key = nullptr;
    PyObject *value = nullptr;
    Py_ssize_t position = 0;
    while (PyDict_Next(names.ptr(), &position, &key, &value)) {
        if (!PyUnicode_CheckExact(key) || PyUnicode_GET_LENGTH(key) == 0
            || PyUnicode_READ_CHAR(key, 0) == '_')
            continue;
        if (found.size() < MostNames)
            found.emplace_back(py::reinterpret_borrow<py::object>(key),
                               py::reinterpret_borrow<py::object>(value));
        else
            ++list.omitted;
    }
    for (const auto &[name, object] : found) {
        std::string text = utf8(name);
        if (text.size() <= LongestName)
            list.entries.push_back(describe(text, object.ptr()));
        else
            ++list.omitted;
    }
    return list;
}

} // namespace Skillet::Worker
