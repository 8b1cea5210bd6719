// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/preview.h"

#include "worker/lookup.h"
#include "worker/pythonerror.h"
#include "worker/secrets.h"

#include <algorithm>

namespace py = pybind11;

namespace Skillet::Worker {

namespace {

constexpr std::size_t MostCharacters = 200;
constexpr int DeepestContainer = 3;
constexpr Py_ssize_t MostElements = 12;
constexpr Py_ssize_t MostTextCharacters = 120;
/// Turning a larger integer into digits takes time that grows with its square.
constexpr std::int64_t MostBits = 1500;
const char *const Ellipsis = "\xE2\x80\xA6";

/// The beginning of a text, or null.
py::object headOf(PyObject *text)
{
    auto head = py::reinterpret_steal<py::object>(
        PyUnicode_Substring(text, 0, std::min(PyUnicode_GET_LENGTH(text), MostTextCharacters)));
    forgetException();
    return head;
}

/// The name of a field when the object is a named tuple.
std::string fieldName(PyObject *object, Py_ssize_t index)
{
    const py::str key("_fields");
    PyObject *names = PyTuple_CheckExact(object) ? nullptr : safeLookup(Py_TYPE(object)->tp_dict, key.ptr());
    if (!names || !PyTuple_CheckExact(names) || index >= PyTuple_GET_SIZE(names)
        || !PyUnicode_CheckExact(PyTuple_GET_ITEM(names, index)))
        return {};
    return utf8(headOf(PyTuple_GET_ITEM(names, index)));
}

/// Builds one preview. Characters are counted while they are added, so that the work is bounded too.
class Writer final
{
public:
    void value(PyObject *object, int depth);
    [[nodiscard]] std::string take();

private:
    [[nodiscard]] bool isFull() const { return m_characters >= MostCharacters; }
    void add(std::string_view text);
    void valueOf(const std::string &name, PyObject *object, int depth);
    void addRepr(PyObject *object);
    void text(PyObject *object);
    void bytes(PyObject *object);
    void integer(PyObject *object);
    bool scalar(PyObject *object);
    bool container(PyObject *object, int depth);
    void named(PyObject *object, int depth);
    void sequence(PyObject *object, int depth);
    void set(PyObject *object, int depth);
    void dictionary(PyObject *object, int depth);
    void instance(PyObject *object, int depth);
    bool instanceDictionary(PyObject *dictionary, int depth);

    std::string m_text;
    std::size_t m_characters = 0;
};

void Writer::add(std::string_view text)
{
    for (const char byte : text) {
        const bool starts = (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
        if (starts && isFull())
            return;
        m_text.push_back(byte);
        m_characters += starts ? 1 : 0;
    }
}

/// \pre the repr of this exact type runs no code of the learner's
void Writer::addRepr(PyObject *object)
{
    const auto repr = py::reinterpret_steal<py::object>(PyObject_Repr(object));
    if (!repr)
        forgetException();
    else
        add(utf8(repr));
}

void Writer::text(PyObject *object)
{
    const py::object head = headOf(object);
    if (!head)
        return;
    addRepr(head.ptr());
    if (PyUnicode_GET_LENGTH(object) > MostTextCharacters)
        add(Ellipsis);
}

void Writer::bytes(PyObject *object)
{
    const bool isBytes = PyBytes_Check(object);
    const Py_ssize_t length = isBytes ? PyBytes_GET_SIZE(object) : PyByteArray_GET_SIZE(object);
    const char *data = isBytes ? PyBytes_AS_STRING(object) : PyByteArray_AS_STRING(object);
    const auto head = py::reinterpret_steal<py::object>(
        PyBytes_FromStringAndSize(data, std::min(length, MostTextCharacters)));
    if (!head) {
        forgetException();
        return;
    }
    addRepr(head.ptr());
    if (length > MostTextCharacters)
        add(Ellipsis);
}

void Writer::integer(PyObject *object)
{
    // The base class's own function: a subclass may have another.
    const auto bits = py::reinterpret_steal<py::object>(
        PyObject_CallMethod(reinterpret_cast<PyObject *>(&PyLong_Type), "bit_length", "O", object));
    const long long count = bits ? PyLong_AsLongLong(bits.ptr()) : -1;
    forgetException();
    if (count > MostBits) {
        add("<an integer of about " + std::to_string(count * 30103 / 100000 + 1) + " digits>");
        return;
    }
    const auto digits = py::reinterpret_steal<py::object>(PyLong_Type.tp_repr(object));
    forgetException();
    add(utf8(digits));
}

bool Writer::scalar(PyObject *object)
{
    if (object == Py_None || PyBool_Check(object) || PyFloat_CheckExact(object)
        || PyComplex_CheckExact(object) || object == Py_Ellipsis || object == Py_NotImplemented
        || PyRange_Check(object)) {
        addRepr(object);
    } else if (PyLong_CheckExact(object)) {
        integer(object);
    } else if (PyUnicode_CheckExact(object)) {
        text(object);
    } else if (PyBytes_CheckExact(object)) {
        bytes(object);
    } else {
        return false;
    }
    return true;
}

void Writer::sequence(PyObject *object, int depth)
{
    const bool isTuple = PyTuple_Check(object);
    add(isTuple ? "(" : "[");
    Py_ssize_t index = 0;
    for (; index < Py_SIZE(object) && index < MostElements && !isFull(); ++index) {
        if (index > 0)
            add(", ");
        if (isTuple)
            valueOf(fieldName(object, index), PyTuple_GET_ITEM(object, index), depth + 1);
        else
            value(PyList_GET_ITEM(object, index), depth + 1);
    }
    if (index < Py_SIZE(object))
        add(std::string(", ") + Ellipsis);
    if (isTuple && Py_SIZE(object) == 1)
        add(",");
    add(isTuple ? ")" : "]");
}

void Writer::set(PyObject *object, int depth)
{
    // Iterating by the type's own function: a subclass may have another.
    const bool isFrozen = PyFrozenSet_Check(object);
    PyTypeObject &type = isFrozen ? PyFrozenSet_Type : PySet_Type;
    const auto iterator = py::reinterpret_steal<py::object>(type.tp_iter(object));
    const Py_ssize_t size = PySet_GET_SIZE(object);
    if (size > 0)
        add("{");
    Py_ssize_t index = 0;
    for (; iterator && index < size && index < MostElements && !isFull(); ++index) {
        const auto element = py::reinterpret_steal<py::object>(PyIter_Next(iterator.ptr()));
        if (!element)
            break;
        if (index > 0)
            add(", ");
        value(element.ptr(), depth + 1);
    }
    forgetException();
    if (index < size)
        add(std::string(", ") + Ellipsis);
    add(size > 0 ? "}" : "set()");
}

void Writer::dictionary(PyObject *object, int depth)
{
    add("{");
    PyObject *key = nullptr;
    PyObject *item = nullptr;
    Py_ssize_t position = 0;
    Py_ssize_t index = 0;
    while (index < MostElements && !isFull() && PyDict_Next(object, &position, &key, &item)) {
        if (index++ > 0)
            add(", ");
        value(key, depth + 1);
        add(": ");
        valueOf(PyUnicode_CheckExact(key) ? utf8(headOf(key)) : std::string(), item, depth + 1);
    }
    if (index < PyDict_GET_SIZE(object))
        add(std::string(index > 0 ? ", " : "") + Ellipsis);
    add("}");
}

bool Writer::container(PyObject *object, int depth)
{
    const bool known =
        PyList_Check(object) || PyTuple_Check(object) || PyDict_Check(object) || PyAnySet_Check(object);
    if (!known)
        return false;
    if (depth >= DeepestContainer || Py_EnterRecursiveCall("") != 0) {
        forgetException();
        add(PyTuple_Check(object) ? "(" : PyList_Check(object) ? "[" : "{");
        add(Ellipsis);
        add(PyTuple_Check(object) ? ")" : PyList_Check(object) ? "]" : "}");
        return true;
    }
    if (PyList_Check(object) || PyTuple_Check(object))
        sequence(object, depth);
    else if (PyDict_Check(object))
        dictionary(object, depth);
    else
        set(object, depth);
    Py_LeaveRecursiveCall();
    return true;
}

/// Classes made from builtin ones: the class's name around the builtin part. The rest: what the object
/// stores.
void Writer::named(PyObject *object, int depth)
{
    const bool builtin = PyLong_Check(object) || PyUnicode_Check(object) || PyBytes_Check(object)
        || PyByteArray_Check(object) || PyList_Check(object) || PyTuple_Check(object) || PyDict_Check(object)
        || PyAnySet_Check(object) || PyFloat_Check(object);
    if (!builtin) {
        instance(object, depth);
        return;
    }
    add(typeName(object) + "(");
    if (PyLong_Check(object)) {
        integer(object);
    } else if (PyFloat_Check(object)) {
        const auto digits = py::reinterpret_steal<py::object>(PyFloat_Type.tp_repr(object));
        forgetException();
        add(utf8(digits));
    } else if (PyUnicode_Check(object)) {
        text(object);
    } else if (PyBytes_Check(object) || PyByteArray_Check(object)) {
        bytes(object);
    } else {
        (void)container(object, depth);
    }
    add(")");
}

void Writer::valueOf(const std::string &name, PyObject *object, int depth)
{
    if (isSecret(name, object))
        add(Masked);
    else
        value(object, depth);
}

bool Writer::instanceDictionary(PyObject *dictionary, int depth)
{
    bool any = false;
    PyObject *key = nullptr;
    PyObject *item = nullptr;
    Py_ssize_t position = 0;
    while (!isFull() && PyDict_Next(dictionary, &position, &key, &item)) {
        if (!PyUnicode_CheckExact(key))
            continue;
        const std::string name = utf8(headOf(key));
        add(any ? ", " : " ");
        add(name + "=");
        valueOf(name, item, depth + 1);
        any = true;
    }
    return any;
}

void Writer::instance(PyObject *object, int depth)
{
    if (PyType_Check(object)) {
        add("<class "
            + utf8(
                py::reinterpret_steal<py::object>(PyType_GetName(reinterpret_cast<PyTypeObject *>(object))))
            + ">");
    } else if (PyFunction_Check(object)) {
        add("<function " + utf8(reinterpret_cast<PyFunctionObject *>(object)->func_name) + ">");
    } else if (PyCFunction_Check(object)) {
        add(std::string("<built-in function ") + reinterpret_cast<PyCFunctionObject *>(object)->m_ml->ml_name
            + ">");
    } else if (PyModule_Check(object)) {
        const auto name = py::reinterpret_steal<py::object>(PyModule_GetNameObject(object));
        forgetException();
        add("<module " + utf8(name) + ">");
    } else {
        add("<" + typeName(object));
        const auto attributes = depth < DeepestContainer ? instanceAttributes(object) : py::object();
        if (!attributes || !instanceDictionary(attributes.ptr(), depth))
            add(" object");
        add(">");
    }
    forgetException();
}

void Writer::value(PyObject *object, int depth)
{
    if (isFull())
        return;
    const bool plainContainer = PyList_CheckExact(object) || PyTuple_CheckExact(object)
        || PyDict_CheckExact(object) || PySet_CheckExact(object);
    if (scalar(object) || (plainContainer && container(object, depth)))
        return;
    named(object, depth);
}

std::string Writer::take()
{
    // One character gives way, so that a cut is seen.
    if (isFull()) {
        while (!m_text.empty() && (static_cast<unsigned char>(m_text.back()) & 0xC0U) == 0x80U)
            m_text.pop_back();
        if (!m_text.empty())
            m_text.pop_back();
        m_text += Ellipsis;
    }
    return std::move(m_text);
}

} // namespace

std::string preview(py::handle value)
{
    Writer writer;
    writer.value(value.ptr(), 0);
    forgetException();
    return writer.take();
}

std::string typeName(py::handle value)
{
    const auto name = py::reinterpret_steal<py::object>(PyType_GetName(Py_TYPE(value.ptr())));
    forgetException();
    return utf8(name);
}

std::int64_t safeLength(py::handle value)
{
    PyObject *object = value.ptr();
    if (PyUnicode_Check(object))
        return PyUnicode_GET_LENGTH(object);
    if (PyDict_Check(object))
        return PyDict_GET_SIZE(object);
    if (PyAnySet_Check(object))
        return PySet_GET_SIZE(object);
    if (PyList_Check(object) || PyTuple_Check(object) || PyBytes_Check(object))
        return Py_SIZE(object);
    if (PyByteArray_Check(object))
        return PyByteArray_GET_SIZE(object);
    return -1;
}

} // namespace Skillet::Worker
