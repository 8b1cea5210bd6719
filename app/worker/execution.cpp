// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/execution.h"

#include "worker/capture.h"
#include "worker/pythonerror.h"

#include <unistd.h>

namespace py = pybind11;

namespace Skillet::Worker {

namespace {

using Protocol::FrameReference;
using Protocol::RunEnd;
using Protocol::RunFinished;
using Protocol::SourceKind;

void runCode(const py::object &code, const py::dict &names)
{
    if (code.is_none())
        return;
    const auto value =
        py::reinterpret_steal<py::object>(PyEval_EvalCode(code.ptr(), names.ptr(), names.ptr()));
    if (!value)
        throw py::error_already_set();
    if (Console::awaits(code))
        py::module_::import("skillet_worker.awaiting").attr("run")(value);
}

/// A MemoryError would keep what filled the memory.
bool isWorthKeeping(const py::object &exception)
{
    return PyErr_GivenExceptionMatches(exception.ptr(), PyExc_MemoryError) == 0;
}

/// For `pdb.pm()` and the curious, as Python's own prompt does.
void keepAsLast(const py::object &exception)
{
    if (!isWorthKeeping(exception))
        return;
    const auto trace = py::reinterpret_steal<py::object>(PyException_GetTraceback(exception.ptr()));
    PySys_SetObject("last_type", reinterpret_cast<PyObject *>(Py_TYPE(exception.ptr())));
    PySys_SetObject("last_value", exception.ptr());
    PySys_SetObject("last_traceback", trace ? trace.ptr() : Py_None);
#if PY_VERSION_HEX >= 0x030C0000
    PySys_SetObject("last_exc", exception.ptr());
#endif
}

bool isProgram(SourceKind kind)
{
    return kind == SourceKind::File || kind == SourceKind::Module;
}

py::list pythonTexts(const std::vector<std::string> &texts)
{
    py::list list;
    for (const std::string &text : texts)
        list.append(pythonText(text));
    return list;
}

void writeToStderr(const py::object &text)
{
    PyObject *stream = PySys_GetObject("stderr"); // borrowed
    if (stream && stream != Py_None && PyFile_WriteObject(text.ptr(), stream, Py_PRINT_RAW) == 0)
        PyFile_WriteString("\n", stream);
    forgetException();
}

/// Gives the exception to the learner's sys.excepthook, when they set one that works.
bool callOwnHook(const py::object &exception)
{
    PyObject *hook = PySys_GetObject("excepthook"); // borrowed, as the next
    PyObject *original = PySys_GetObject("__excepthook__");
    if (!hook || !original || hook == original)
        return false;
    const auto kept = py::reinterpret_borrow<py::object>(hook);
    const auto trace = py::reinterpret_steal<py::object>(PyException_GetTraceback(exception.ptr()));
    const auto answer = py::reinterpret_steal<py::object>(
        PyObject_CallFunctionObjArgs(kept.ptr(), reinterpret_cast<PyObject *>(Py_TYPE(exception.ptr())),
                                     exception.ptr(), trace ? trace.ptr() : Py_None, nullptr));
    forgetException();
    return static_cast<bool>(answer);
}

} // namespace

Execution::Execution(Pump &pump, Streams &streams, const PythonModules &modules,
                     const Descriptors &descriptors)
    : m_pump(pump)
    , m_streams(streams)
    , m_modules(modules)
    , m_descriptors(descriptors)
    , m_console(modules)
    , m_display(pump)
    , m_prompts(pump)
    , m_namespace(modules.program.attr("new_main")())
    , m_builtins(py::reinterpret_steal<py::object>(PyDict_Copy(PyEval_GetBuiltins())))
{
    m_modules.program.attr("prepare_prompt")();
}

void Execution::run(std::uint32_t run, const Protocol::Execute &request)
{
    {
        const py::gil_scoped_release release;
        m_pump.beginRun(run);
    }
    m_pump.offerInput();
    m_streams.beginPages();
    restoreOutput(m_descriptors);
    m_streams.mend();
    m_display.beginRun();
    forgetInterrupt();
    const RunFinished finished = evaluate(request);
    m_pump.waiveCredit();
    m_streams.flush();
    if (Pump::isForkedChild())
        endForkedChild(finished.end == RunEnd::Finished     ? 0
                           : finished.end == RunEnd::Exited ? finished.exitCode
                                                            : 1);
    if (finished.end != RunEnd::Exited || isProgram(request.kind)) {
        m_prompts.tell(isProgram(request.kind));
        m_streams.flush();
    }
    m_streams.mend();
    // An interrupt that came after the last line of the program must not hit the next one.
    forgetInterrupt();
    const py::gil_scoped_release release;
    m_pump.endRun(finished);
}

RunFinished Execution::evaluate(const Protocol::Execute &request)
{
    try {
        const FrameReference frame = isProgram(request.kind) ? FrameReference{} : request.frame;
        if (!has(frame))
            return refuseFrame();
        const Console::Code code = prepare(request);
        const py::dict names = ownNames(frame);
        runCode(code.first, names);
        runCode(code.last, names);
        if (isProgram(request.kind))
            m_display.settle();
        else
            m_display.showChanged();
        return {};
    } catch (py::error_already_set &error) {
        error.restore();
        return report(takeException(), request.kind);
    }
}

RunFinished Execution::refuseFrame()
{
    const py::gil_scoped_release release;
    m_pump.sendAfterOutput(Protocol::FrameState{});
    return {.end = RunEnd::Failed};
}

py::object Execution::placeOf(const FrameReference &frame) const
{
    return frame.incident == 0 ? py::object(m_namespace) : m_incidents.namesIn(frame);
}

bool Execution::has(const FrameReference &frame) const
{
    return static_cast<bool>(placeOf(frame));
}

py::dict Execution::ownNames(const FrameReference &frame) const
{
    const py::object place = placeOf(frame);
    return place ? py::reinterpret_borrow<py::dict>(place) : py::dict();
}

py::dict Execution::names(const FrameReference &frame) const
{
    return frame.incident == 0 ? m_namespace : m_incidents.allNamesIn(frame);
}

Console::Code Execution::prepare(const Protocol::Execute &request)
{
    if (!request.workingFolder.empty())
        (void)::chdir(request.workingFolder.c_str());
    if (request.kind == SourceKind::File)
        return prepareFile(request);
    if (request.kind == SourceKind::Module)
        return prepareModule(request);
    py::str name("<python-input>");
    try {
        const py::str text = pythonText(request.source);
        m_modules.program.attr("prepare_input")(text);
        if (request.file.empty()) {
            name = m_modules.sources.attr("register_prompt_input")(text);
        } else {
            name = pythonText(request.file);
            m_modules.sources.attr("register_part")(name, text);
        }
    } catch (const py::error_already_set &) {
        // The learner broke builtins: their input runs all the same, only its lines are not kept.
        forgetException();
    }
    if (request.kind == SourceKind::Pasted)
        return m_console.compilePasted(request.source, name);
    return request.kind == SourceKind::Lines ? m_console.compileLines(request.source, name)
                                             : m_console.compilePrompt(request.source, name);
}

void Execution::startProgram()
{
    // A program starts with whole builtins, whatever an earlier one did to them.
    PyDict_Update(PyEval_GetBuiltins(), m_builtins.ptr());
    m_streams.reset();
}

Console::Code Execution::prepareFile(const Protocol::Execute &request)
{
    startProgram();
    m_namespace = m_modules.program.attr("prepare_file")(
        pythonText(request.file), pythonTexts(request.arguments), pythonTexts(request.environment));
    const py::str file = m_namespace["__file__"];
    m_modules.sources.attr("register")(file, pythonText(request.source));
    return m_console.compileFile(request.source, file);
}

Console::Code Execution::prepareModule(const Protocol::Execute &request)
{
    startProgram();
    m_namespace = m_modules.program.attr("prepare_module")(pythonTexts(request.arguments),
                                                           pythonTexts(request.environment));
    return m_console.takeProgram(
        m_modules.program.attr("load_module")(pythonText(request.file), m_namespace));
}

RunFinished Execution::report(const py::object &exception, SourceKind kind)
{
    // The code has ended: what it left in buffers and pipes must not wait for credit, or stopping a flood
    // would hang.
    m_pump.waiveCredit();
    m_display.settle();
    if (PyErr_GivenExceptionMatches(exception.ptr(), PyExc_SystemExit)) {
        const RunFinished finished = exited(exception);
        if (!isProgram(kind) && !Pump::isForkedChild())
            leave();
        return finished;
    }
    m_streams.flush();
    keepAsLast(exception);
    const bool isWritten = callOwnHook(exception);
    Capture capture = captureTraceback(exception, m_modules, m_pump);
    Protocol::ExceptionRaised raised{std::move(capture.traceback)};
    raised.traceback.isWritten = isWritten;
    if (Pump::isForkedChild()) {
        if (!isWritten)
            writeToStderr(pythonText(raised.traceback.plainText));
        return {.end = RunEnd::Failed};
    }
    m_streams.flush();
    if (isWorthKeeping(exception))
        raised.traceback.incident = m_incidents.remember(std::move(capture.frames));
    {
        const py::gil_scoped_release release;
        m_pump.sendAfterOutput(raised);
    }
    const bool interrupted = PyErr_GivenExceptionMatches(exception.ptr(), PyExc_KeyboardInterrupt) != 0;
    return {.end = interrupted ? RunEnd::Interrupted : RunEnd::Failed};
}

RunFinished Execution::exited(const py::object &exception)
{
    RunFinished finished{.end = RunEnd::Exited, .exitCode = 0};
    const auto code = py::reinterpret_steal<py::object>(PyObject_GetAttrString(exception.ptr(), "code"));
    if (!code || code.is_none()) {
        forgetException();
    } else if (PyLong_Check(code.ptr())) {
        int overflow = 0;
        // As exit(3) takes it: the lowest 32 bits of what fits a long.
        const long number = PyLong_AsLongAndOverflow(code.ptr(), &overflow);
        finished.exitCode = overflow != 0 ? -1 : static_cast<std::int32_t>(number);
    } else {
        writeToStderr(code);
        finished.exitCode = 1;
    }
    return finished;
}

void Execution::leave()
{
    try {
        m_modules.program.attr("leave")();
    } catch (const py::error_already_set &) {
        forgetException(); // stopped while it waited for a thread
    }
}

void Execution::end()
{
    m_pump.waiveCredit();
    leave();
    m_streams.flush();
    endProcess(0);
}

void Execution::endForkedChild(int code)
{
    ::_exit(code);
}

} // namespace Skillet::Worker
