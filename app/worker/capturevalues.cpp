// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/capturevalues.h"

#include "worker/lookup.h"
#include "worker/preview.h"
#include "worker/pythonerror.h"
#include "worker/secrets.h"

namespace py = pybind11;

namespace Skillet::Worker {

namespace {

using Protocol::NamedValue;

constexpr Py_ssize_t LongestKey = 200;

py::object borrowed(PyObject *object)
{
    return object ? py::reinterpret_borrow<py::object>(object) : py::object();
}

/// Looks names up as the frame's code would, but without running any code.
class Scope final
{
public:
    explicit Scope(PyFrameObject *frame)
        : m_frame(frame)
        , m_globals(py::reinterpret_steal<py::object>(PyFrame_GetGlobals(frame)))
        , m_builtins(py::reinterpret_steal<py::object>(PyFrame_GetBuiltins(frame)))
    {
        const auto code =
            py::reinterpret_steal<py::object>(reinterpret_cast<PyObject *>(PyFrame_GetCode(frame)));
        m_isFunction = (reinterpret_cast<PyCodeObject *>(code.ptr())->co_flags & CO_OPTIMIZED) != 0;
#if PY_VERSION_HEX >= 0x030D0000
        // A function's locals are a proxy from 3.13 on: single variables are asked for instead.
        if (m_isFunction)
            return;
#endif
        m_locals = py::reinterpret_steal<py::object>(PyFrame_GetLocals(frame));
        forgetException();
    }

    [[nodiscard]] py::object find(py::handle name) const
    {
        if (py::object value = findLocal(name))
            return value;
        return findIn(m_globals, name);
    }

    /// Otherwise a name that is not found may be there all the same.
    [[nodiscard]] bool findsAll() const
    {
        return isSearched(m_locals) && isSearched(m_globals);
    }

    [[nodiscard]] bool isBuiltin(py::handle name) const
    {
        return static_cast<bool>(findIn(m_builtins, name));
    }

private:
    [[nodiscard]] static bool isSearched(const py::object &dictionary)
    {
        return !dictionary || !PyDict_Check(dictionary.ptr()) || isSearchedWhole(dictionary.ptr());
    }

    [[nodiscard]] static py::object findIn(const py::object &dictionary, py::handle name)
    {
        // A class body may have a namespace of the learner's making: asking it would run their code.
        if (!dictionary || !PyDict_CheckExact(dictionary.ptr()))
            return {};
        return borrowed(safeLookup(dictionary.ptr(), name.ptr()));
    }

    [[nodiscard]] py::object findLocal(py::handle name) const
    {
#if PY_VERSION_HEX >= 0x030D0000
        if (m_isFunction) {
            auto value = py::reinterpret_steal<py::object>(PyFrame_GetVar(m_frame, name.ptr()));
            forgetException();
            return value;
        }
#endif
        return findIn(m_locals, name);
    }

    [[maybe_unused]] PyFrameObject *m_frame;
    py::object m_globals;
    py::object m_builtins;
    py::object m_locals;
    bool m_isFunction = false;
};

/// What the class says about an attribute, or null. Runs no code.
py::object inClass(PyTypeObject *type, py::handle name)
{
    PyObject *order = type->tp_mro;
    for (Py_ssize_t index = 0; order && index < PyTuple_GET_SIZE(order); ++index) {
        auto *base = reinterpret_cast<PyTypeObject *>(PyTuple_GET_ITEM(order, index));
        if (!base->tp_dict)
            continue;
        if (PyObject *value = safeLookup(base->tp_dict, name.ptr()))
            return borrowed(value);
    }
    return {};
}

py::object attribute(const py::object &object, py::handle name)
{
    if (PyModule_Check(object.ptr()))
        return borrowed(safeLookup(PyModule_GetDict(object.ptr()), name.ptr()));
    PyTypeObject *type = Py_TYPE(object.ptr());
    if (type->tp_getattro != PyObject_GenericGetAttr)
        return {};
    const py::object shared = inClass(type, name);
    if (shared && Py_IS_TYPE(shared.ptr(), &PyMemberDescr_Type)) {
        auto slot = py::reinterpret_steal<py::object>(
            PyMemberDescr_Type.tp_descr_get(shared.ptr(), object.ptr(), reinterpret_cast<PyObject *>(type)));
        forgetException();
        return slot;
    }
    if (shared && Py_TYPE(shared.ptr())->tp_descr_set)
        return {}; // a property or the like
    if (const py::object attributes = instanceAttributes(object)) {
        if (PyObject *value = safeLookup(attributes.ptr(), name.ptr()))
            return borrowed(value);
    }
    return shared && !Py_TYPE(shared.ptr())->tp_descr_get ? shared : py::object();
}

py::object item(const py::object &object, py::handle key)
{
    if (!key || !(PyUnicode_CheckExact(key.ptr()) || PyLong_CheckExact(key.ptr())))
        return {};
    if (PyDict_Check(object.ptr())
        && Py_TYPE(object.ptr())->tp_as_mapping->mp_subscript == PyDict_Type.tp_as_mapping->mp_subscript)
        return borrowed(safeLookup(object.ptr(), key.ptr()));
    const bool isList = PyList_CheckExact(object.ptr());
    if ((!isList && !PyTuple_CheckExact(object.ptr())) || !PyLong_CheckExact(key.ptr()))
        return {};
    int overflow = 0;
    long long index = PyLong_AsLongLongAndOverflow(key.ptr(), &overflow);
    const Py_ssize_t size = Py_SIZE(object.ptr());
    if (index < 0)
        index += size;
    if (overflow != 0 || index < 0 || index >= size)
        return {};
    return borrowed(isList ? PyList_GET_ITEM(object.ptr(), index) : PyTuple_GET_ITEM(object.ptr(), index));
}

struct Followed
{
    py::object value;
    bool isSecret = false; ///< the key says so, as in users[field] where field is 'password'
};

Followed follow(const Scope &scope, const py::object &start, const py::list &steps)
{
    py::object value = start;
    py::object key;
    for (const py::handle step : steps) {
        const auto pair = py::reinterpret_borrow<py::tuple>(step);
        const std::string kind = utf8(pair[0]);
        const py::object what = pair[1];
        key = kind == "attribute" || kind == "item" ? what : scope.find(what);
        value = kind == "attribute" ? attribute(value, what) : item(value, key);
        if (!value)
            return {};
    }
    const bool isName =
        key && PyUnicode_CheckExact(key.ptr()) && PyUnicode_GET_LENGTH(key.ptr()) < LongestKey;
    return {value, isName && isSecret(utf8(key), value)};
}

bool isCode(py::handle value)
{
    return PyFunction_Check(value.ptr()) || PyCFunction_Check(value.ptr()) || PyMethod_Check(value.ptr())
        || PyType_Check(value.ptr()) || PyModule_Check(value.ptr());
}

void addExpression(std::vector<NamedValue> &values, const Scope &scope, const py::tuple &expression)
{
    const py::object name = expression[1];
    const py::list steps = expression[2];
    const bool called = expression[3].cast<bool>();
    NamedValue named{.name = utf8(expression[0]), .type = {}, .preview = {}, .length = -1, .known = true};
    const py::object start = scope.find(name);
    if (!start) {
        if (steps.empty() && scope.findsAll() && !scope.isBuiltin(name)) {
            named.known = false;
            values.push_back(std::move(named));
        }
        return;
    }
    const auto [value, isSecretByKey] = follow(scope, start, steps);
    if (!value || (called && isCode(value)))
        return;
    named.type = typeName(value);
    named.preview = isSecretByKey || isSecret(named.name, value) ? Masked : preview(value);
    named.length = safeLength(value);
    values.push_back(std::move(named));
}

} // namespace

std::vector<NamedValue> captureValues(py::handle frame, py::handle file, const Protocol::SourceRange &range,
                                      const PythonModules &modules)
{
    const int lastLine = std::max(range.line, range.endLine);
    const py::object lines = modules.sources.attr("lines")(file, range.line, lastLine);
    const py::list expressions =
        py::module_::import("skillet_worker.names").attr("in_range")(lines, range.column, range.endColumn);
    const Scope scope(reinterpret_cast<PyFrameObject *>(frame.ptr()));
    std::vector<NamedValue> values;
    for (const py::handle expression : expressions)
        addExpression(values, scope, py::reinterpret_borrow<py::tuple>(expression));
    return values;
}

} // namespace Skillet::Worker
