// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/capture.h"

#include "worker/captureframes.h"
#include "worker/capturesyntax.h"
#include "worker/preview.h"
#include "worker/pythonerror.h"

#include <algorithm>

namespace py = pybind11;

namespace Skillet::Worker {

namespace {

using Protocol::ChainLink;
using Protocol::ExceptionInfo;
using Protocol::Traceback;

constexpr std::size_t LongestChain = 30;
/// For the exceptions' own text: str() of a learner's class may never come to an end.
constexpr auto PatienceForText = std::chrono::milliseconds(1000);

std::string qualifiedType(py::handle exception)
{
    PyTypeObject *type = Py_TYPE(exception.ptr());
    if ((type->tp_flags & Py_TPFLAGS_HEAPTYPE) == 0)
        return type->tp_name; // static types carry their module in the name
    const auto name = py::reinterpret_steal<py::object>(PyType_GetQualName(type));
    const py::str key("__module__");
    const std::string module = utf8(type->tp_dict ? safeLookup(type->tp_dict, key.ptr()) : nullptr);
    forgetException();
    if (module.empty() || module == "__main__" || module == "builtins")
        return utf8(name);
    return module + "." + utf8(name);
}

void addPicture(const py::object &exception, const PythonModules &modules, Capture &capture)
{
    ExceptionInfo info;
    std::vector<py::object> frames;
    info.type = qualifiedType(exception);
    try {
        const auto trace = py::reinterpret_steal<py::object>(PyException_GetTraceback(exception.ptr()));
        FramePictures found = captureFrames(trace, modules);
        info.frames = std::move(found.pictures);
        frames = std::move(found.frames);
        if (PyErr_GivenExceptionMatches(exception.ptr(), PyExc_SyntaxError))
            captureSyntaxError(exception, modules, info);
    } catch (const py::error_already_set &) {
        // Broken builtins, or a recursion limit set too low for us: what has been found so far must do.
        forgetException();
    }
    capture.traceback.exceptions.push_back(std::move(info));
    capture.frames.push_back(std::move(frames));
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

void captureChain(const py::object &exception, const PythonModules &modules, Capture &capture)
{
    const std::vector<ExceptionInfo> &chain = capture.traceback.exceptions;
    std::vector<PyObject *> seen;
    py::object current = exception;
    ChainLink link = ChainLink::None;
    while (current && chain.size() < LongestChain
           && std::find(seen.begin(), seen.end(), current.ptr()) == seen.end()) {
        seen.push_back(current.ptr());
        addPicture(current, modules, capture);
        capture.traceback.exceptions.back().link = link;
        auto [next, how] = behind(current);
        current = std::move(next);
        link = how;
    }
}

void addTexts(const py::object &exception, const PythonModules &modules, Traceback &traceback)
{
    modules.program.attr("make_interruptible")();
    const py::tuple described = py::module_::import("skillet_worker.plain").attr("describe")(exception);
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

/// The first argument when it is plain text: what str() of most exceptions gives.
std::string plainMessage(const py::object &exception)
{
    PyObject *arguments = reinterpret_cast<PyBaseExceptionObject *>(exception.ptr())->args;
    if (!arguments || PyTuple_GET_SIZE(arguments) == 0)
        return {};
    return utf8(PyTuple_GET_ITEM(arguments, 0));
}

} // namespace

Capture captureTraceback(const py::object &exception, const PythonModules &modules, Pump &pump)
{
    Capture capture;
    Traceback &traceback = capture.traceback;
    // Values first: asking for texts may run code that changes them.
    captureChain(exception, modules, capture);
    pump.armWatchdog(PatienceForText);
    try {
        addTexts(exception, modules, traceback);
    } catch (const py::error_already_set &) {
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
