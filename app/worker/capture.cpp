// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/capture.h"

#include "worker/captureframes.h"
#include "worker/capturesyntax.h"
#include "worker/lookup.h"
#include "worker/preview.h"
#include "worker/pythonerror.h"
#include "worker/undisturbed.h"

#include <algorithm>
#include <tuple>

namespace py = pybind11;

namespace Skillet::Worker {

namespace {

using Protocol::ChainLink;
using Protocol::ExceptionInfo;
using Protocol::Traceback;

constexpr std::size_t LongestChain = 30;
constexpr Py_ssize_t MostMembers = 30; // of one group
constexpr std::size_t MostExceptions = 100; // in all
constexpr int DeepestGroup = 10;
constexpr Py_ssize_t LongestMessage = 4000;
/// For the exceptions' own text: str() of a learner's class may never come to an end.
constexpr auto PatienceForText = std::chrono::milliseconds(1000);

std::string qualifiedType(py::handle exception)
{
    PyTypeObject *type = Py_TYPE(exception.ptr());
    if ((type->tp_flags & Py_TPFLAGS_HEAPTYPE) == 0)
        return type->tp_name; // static types carry their module in the name
    const auto name = py::reinterpret_steal<py::object>(PyType_GetQualName(type));
    const py::str key("__module__");
    const std::string module =
        utf8(type->tp_dict ? safeLookup(type->tp_dict, key.ptr()) : nullptr, LongestName);
    forgetException();
    if (module.empty() || module == "__main__" || module == "builtins")
        return utf8(name, LongestName);
    return module + "." + utf8(name, LongestName);
}

/// The exception behind this one in the chain, or null, and how it led here.
std::pair<py::object, ChainLink> behind(const py::object &exception)
{
    auto cause = py::reinterpret_steal<py::object>(PyException_GetCause(exception.ptr()));
    if (cause)
        return {std::move(cause), ChainLink::Cause};
    if (reinterpret_cast<PyBaseExceptionObject *>(exception.ptr())->suppress_context)
        return {py::object(), ChainLink::None};
    return {py::reinterpret_steal<py::object>(PyException_GetContext(exception.ptr())), ChainLink::Context};
}

/// Follows chains and groups, and keeps each exception once, however they refer to each other.
class Tree final
{
public:
    explicit Tree(const PythonModules &modules)
        : m_modules(modules)
    { }

    void addChain(const py::object &newest, int memberOf, int depth)
    {
        py::object current = newest;
        ChainLink link = ChainLink::None;
        for (std::size_t length = 0; current && length < LongestChain && isNew(current); ++length) {
            const auto index = static_cast<int>(m_exceptions.size());
            add(current, link, memberOf);
            addMembers(current, index, depth);
            std::tie(current, link) = behind(current);
        }
    }

    [[nodiscard]] Capture takeCapture() { return std::move(m_capture); }
    /// As in the capture.
    [[nodiscard]] py::list exceptions() const
    {
        py::list list;
        for (const py::object &exception : m_exceptions)
            list.append(exception);
        return list;
    }

private:
    [[nodiscard]] bool isNew(const py::object &exception) const
    {
        return m_exceptions.size() < MostExceptions
            && std::none_of(m_exceptions.begin(), m_exceptions.end(),
                            [&](const py::object &known) { return known.is(exception); });
    }

    void add(const py::object &exception, ChainLink link, int memberOf)
    {
        ExceptionInfo info;
        info.type = qualifiedType(exception);
        info.link = link;
        info.memberOf = memberOf;
        const auto trace = py::reinterpret_steal<py::object>(PyException_GetTraceback(exception.ptr()));
        FramePictures found = captureFrames(trace, m_modules);
        info.frames = std::move(found.pictures);
        if (!found.problem.empty())
            m_capture.traceback.problem = std::move(found.problem);
        if (PyErr_GivenExceptionMatches(exception.ptr(), PyExc_SyntaxError))
            addSyntax(exception, info);
        m_exceptions.push_back(exception);
        m_capture.traceback.exceptions.push_back(std::move(info));
        m_capture.frames.push_back(std::move(found.frames));
    }

    void addSyntax(const py::object &exception, ExceptionInfo &info)
    {
        try {
            captureSyntaxError(exception, m_modules, info);
        } catch (const py::error_already_set &error) {
            m_capture.traceback.problem = reinterpret_cast<PyTypeObject *>(error.type().ptr())->tp_name;
            forgetException();
        }
    }

    void addMembers(const py::object &exception, int index, int depth)
    {
        if (depth >= DeepestGroup || !PyObject_TypeCheck(exception.ptr(), groupType()))
            return;
        PyObject *members = reinterpret_cast<PyBaseExceptionGroupObject *>(exception.ptr())->excs;
        if (!members || !PyTuple_Check(members))
            return;
        const Py_ssize_t count = std::min(PyTuple_GET_SIZE(members), MostMembers);
        for (Py_ssize_t member = 0; member < count; ++member)
            addChain(py::reinterpret_borrow<py::object>(PyTuple_GET_ITEM(members, member)), index, depth + 1);
    }

    [[nodiscard]] static PyTypeObject *groupType()
    {
        return reinterpret_cast<PyTypeObject *>(PyExc_BaseExceptionGroup);
    }

    const PythonModules &m_modules;
    Capture m_capture;
    std::vector<py::object> m_exceptions;
};

void addTexts(const py::object &exception, const py::list &shown, const PythonModules &modules,
              Traceback &traceback)
{
    modules.program.attr("make_interruptible")();
    const py::tuple described =
        py::module_::import("skillet_worker.plain").attr("describe")(exception, shown);
    traceback.plainText = utf8(described[0]);
    std::size_t index = 0;
    for (const py::handle part : described[1]) {
        if (index == traceback.exceptions.size())
            break;
        const auto pair = py::reinterpret_borrow<py::tuple>(part);
        ExceptionInfo &info = traceback.exceptions[index++];
        info.message = utf8(pair[0]);
        for (const py::handle note : pair[1])
            info.notes.push_back(utf8(note));
    }
}

/// For when Python's own words cannot be had.
std::string plainTextOf(const ExceptionInfo &info)
{
    std::string text = "Traceback (most recent call last):\n";
    for (const Protocol::TracebackFrame &frame : info.frames) {
        text += "  File \"" + frame.file + "\", line " + std::to_string(frame.range.line) + ", in "
            + frame.function + "\n    "
            + frame.sourceLine.substr(
                std::min(frame.sourceLine.find_first_not_of(" \t"), frame.sourceLine.size()))
            + "\n";
    }
    return text + info.type + (info.message.empty() ? "" : ": ") + info.message + "\n";
}

/// What str() gives of most exceptions, made of the arguments alone.
std::string plainMessage(const py::object &exception)
{
    PyObject *arguments = reinterpret_cast<PyBaseExceptionObject *>(exception.ptr())->args;
    if (!arguments || PyTuple_GET_SIZE(arguments) == 0)
        return {};
    PyObject *first = PyTuple_GET_ITEM(arguments, 0);
    if (PyObject_TypeCheck(exception.ptr(), reinterpret_cast<PyTypeObject *>(PyExc_BaseExceptionGroup))) {
        const Py_ssize_t members =
            safeLength(reinterpret_cast<PyBaseExceptionGroupObject *>(exception.ptr())->excs);
        return utf8(first) + " (" + std::to_string(members) + " sub-exception" + (members == 1 ? ")" : "s)");
    }
    const bool isText = PyUnicode_CheckExact(first) && PyUnicode_GET_LENGTH(first) < LongestMessage
        && !PyErr_GivenExceptionMatches(exception.ptr(), PyExc_KeyError);
    return isText ? utf8(first) : preview(first);
}

} // namespace

Capture captureTraceback(const py::object &exception, const PythonModules &modules, Pump &pump)
{
    Tree tree(modules);
    {
        // Values first: asking for texts may run code that changes them.
        const Undisturbed undisturbed;
        tree.addChain(exception, -1, 0);
    }
    Capture capture = tree.takeCapture();
    Traceback &traceback = capture.traceback;
    pump.armWatchdog(PatienceForText);
    try {
        addTexts(exception, tree.exceptions(), modules, traceback);
    } catch (const py::error_already_set &error) {
        traceback.problem = reinterpret_cast<PyTypeObject *>(error.type().ptr())->tp_name;
        forgetException();
    }
    pump.disarmWatchdog();
    forgetInterrupt();
    ExceptionInfo &first = traceback.exceptions.front();
    if (traceback.plainText.empty()) {
        first.message = plainMessage(exception);
        traceback.plainText = plainTextOf(first);
    }
    return capture;
}

} // namespace Skillet::Worker
