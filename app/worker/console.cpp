// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/console.h"

#include "worker/pythonerror.h"

#include <cstring>

namespace py = pybind11;

namespace Skillet::Worker {

namespace {

/// What the prompt takes and a file does not.
constexpr int PromptFlags = PyCF_ALLOW_TOP_LEVEL_AWAIT;
constexpr int IncompleteFlags = PyCF_DONT_IMPLY_DEDENT | PyCF_ALLOW_INCOMPLETE_INPUT;

/// Nothing but blanks and comments: there is nothing to run.
bool isBlank(const std::string &source)
{
    bool comment = false;
    for (const char byte : source) {
        if (byte == '\n')
            comment = false;
        else if (byte == '#')
            comment = true;
        else if (!comment && std::strchr(" \t\r\f", byte) == nullptr)
            return false;
    }
    return true;
}

/// New reference, or null with an exception set.
PyObject *compileOnce(const std::string &source, const py::str &name, int start, int flags)
{
    if (source.find('\0') != std::string::npos) {
        PyErr_SetString(PyExc_SyntaxError, "source code cannot contain null bytes");
        return nullptr;
    }
    PyCompilerFlags compilerFlags = {};
    compilerFlags.cf_flags = PyCF_SOURCE_IS_UTF8 | PyCF_IGNORE_COOKIE | flags;
    compilerFlags.cf_feature_version = PY_MINOR_VERSION;
    return Py_CompileStringObject(source.c_str(), name.ptr(), start, &compilerFlags, -1);
}

py::object compiled(const std::string &source, const py::str &name, int start, int flags)
{
    PyObject *code = compileOnce(source, name, start, flags);
    if (!code)
        throw py::error_already_set();
    return py::reinterpret_steal<py::object>(code);
}

int futureFlags(const py::object &code)
{
    if (!code || code.is_none())
        return 0;
    return reinterpret_cast<PyCodeObject *>(code.ptr())->co_flags & PyCF_MASK;
}

/// What one compile says. The exception, if any, is dropped.
struct Trial
{
    bool compiles = false;
    bool incomplete = false;
    bool severalStatements = false;
    bool isOpen = false; ///< ends within a bracket or a string
};

Trial attempt(const std::string &source, int start, int flags)
{
    const py::str name("<stdin>");
    PyObject *code = compileOnce(source, name, start, flags);
    if (code) {
        Py_DECREF(code);
        return {.compiles = true};
    }
    const py::object exception = takeException();
    Trial trial;
    if (PyErr_GivenExceptionMatches(exception.ptr(), PyExc_SyntaxError)) {
        const auto message =
            py::reinterpret_steal<py::object>(PyObject_GetAttrString(exception.ptr(), "msg"));
        const std::string text = utf8(message);
        PyErr_Clear();
        trial.incomplete = text.find("incomplete input") != std::string::npos;
        trial.isOpen = text.find("was never closed") != std::string::npos
            || text.find("unterminated") != std::string::npos;
        trial.severalStatements = text.find("multiple statements") != std::string::npos;
    }
    return trial;
}

/// An empty line ends a statement, whole or not, unless a bracket or a string is open.
bool isEndedByBlankLine(const std::string &source, int start, int flags)
{
    if (source.empty() || source.back() != '\n')
        return false;
    const Trial trial = attempt(source + "\n", start, flags | PyCF_ONLY_AST);
    return !trial.compiles && !trial.isOpen;
}

/// Warnings, as for `"\d"`, are shown once when the code runs, not at each look at half of it.
class WarningsOff final
{
public:
    WarningsOff()
    {
        // Not by simplefilter(): Python would then forget which warnings it has shown already.
        m_filters = py::module_::import("warnings").attr("filters");
        m_saved = py::reinterpret_steal<py::object>(
            PyList_GetSlice(m_filters.ptr(), 0, PyList_Size(m_filters.ptr())));
        const py::tuple ignoreAll =
            py::make_tuple("ignore", py::none(), py::handle(PyExc_Warning), py::none(), 0);
        if (!m_saved || PyList_Insert(m_filters.ptr(), 0, ignoreAll.ptr()) != 0)
            throw py::error_already_set();
    }
    ~WarningsOff()
    {
        PyList_SetSlice(m_filters.ptr(), 0, PyList_Size(m_filters.ptr()), m_saved.ptr());
        PyErr_Clear();
    }
    WarningsOff(const WarningsOff &) = delete;
    WarningsOff &operator=(const WarningsOff &) = delete;

private:
    py::object m_filters;
    py::object m_saved;
};

} // namespace

Protocol::CompletenessState Console::completeness(const std::string &source) const
{
    using State = Protocol::CompletenessState;
    if (isBlank(source))
        return State::Complete;
    const WarningsOff quiet;
    const int flags = m_futureFlags | PromptFlags | IncompleteFlags;
    int start = Py_single_input;
    Trial trial = attempt(source, start, flags);
    if (trial.severalStatements) {
        start = Py_file_input;
        trial = attempt(source, start, flags);
    }
    if (trial.compiles)
        return State::Complete;
    // What parses and does not compile, as `return` outside a function, is for the run to tell, when its
    // block has ended.
    const int parseOnly = flags | PyCF_ONLY_AST;
    if (attempt(source, start, parseOnly).compiles)
        return State::Invalid;
    trial = attempt(source + "\n", start, parseOnly);
    const bool mayGoOn = trial.compiles || trial.incomplete;
    return mayGoOn && !isEndedByBlankLine(source, start, m_futureFlags) ? State::Incomplete : State::Invalid;
}

Console::Code Console::compilePrompt(const std::string &source, const py::str &name)
{
    if (isBlank(source))
        return {py::none(), py::none()};
    try {
        Code result{py::none(), compiled(source + "\n", name, Py_single_input, m_futureFlags | PromptFlags)};
        keepFutureFlags(result);
        return result;
    } catch (const py::error_already_set &) {
        if (!attempt(source + "\n", Py_single_input, m_futureFlags | PromptFlags).severalStatements)
            throw;
    }
    return compileLines(source, name);
}

Console::Code Console::compilePasted(const std::string &source, const py::str &name)
{
    const auto pair =
        m_modules.statements
            .attr("compile_pasted")(pythonText(source + "\n"), name, m_futureFlags | PromptFlags)
            .cast<py::tuple>();
    Code result{pair[0], pair[1]};
    keepFutureFlags(result);
    return result;
}

Console::Code Console::compileLines(const std::string &source, const py::str &name)
{
    Code result{py::none(),
                m_modules.statements.attr("compile_lines")(pythonText(source + "\n"), name,
                                                           m_futureFlags | PromptFlags)};
    keepFutureFlags(result);
    return result;
}

Console::Code Console::compileFile(const std::string &source, const py::str &name)
{
    return takeProgram(compiled(source + "\n", name, Py_file_input, 0));
}

Console::Code Console::takeProgram(const py::object &code)
{
    m_futureFlags = 0; // those of the program are its own
    return {code, py::none()};
}

bool Console::awaits(const py::object &code)
{
    return (reinterpret_cast<PyCodeObject *>(code.ptr())->co_flags & CO_COROUTINE) != 0;
}

void Console::keepFutureFlags(const Code &code)
{
    m_futureFlags |= futureFlags(code.first) | futureFlags(code.last);
}

} // namespace Skillet::Worker
