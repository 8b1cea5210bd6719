// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/capturesyntax.h"

#include "worker/captureframes.h"
#include "worker/pythonerror.h"

#include <limits>

namespace py = pybind11;

namespace Skillet::Worker {

namespace {

/// A number of at least `least`, or -1. The learner may have set the attribute to anything.
std::int32_t number(PyObject *object, std::int32_t least)
{
    if (!object || !PyLong_CheckExact(object))
        return -1;
    int overflow = 0;
    const long long value = PyLong_AsLongLongAndOverflow(object, &overflow);
    if (overflow != 0 || value < least || value > std::numeric_limits<std::int32_t>::max())
        return -1;
    return static_cast<std::int32_t>(value);
}

/// Where a column that counts characters from 1 is in UTF-8 bytes from 0; -1 when the line is too short for
/// it.
std::int32_t byteColumn(const std::string &line, std::int32_t character)
{
    if (character < 1)
        return -1;
    std::int32_t seen = 0;
    for (std::size_t at = 0; at < line.size(); ++at) {
        const bool starts = (static_cast<unsigned char>(line[at]) & 0xC0U) != 0x80U;
        if (starts && ++seen == character)
            return static_cast<std::int32_t>(at);
    }
    return seen + 1 == character ? static_cast<std::int32_t>(line.size()) : -1;
}

} // namespace

void captureSyntaxError(const py::object &exception, const PythonModules &modules,
                        Protocol::ExceptionInfo &info)
{
    const auto *error = reinterpret_cast<PySyntaxErrorObject *>(exception.ptr());
    info.isSyntaxError = true;
    info.syntaxFile = utf8(error->filename, LongestFileName);
    Protocol::SourceRange &range = info.syntaxRange;
    range.line = number(error->lineno, 1);
    range.endLine = number(error->end_lineno, 1);
    const auto lineOf = [&](std::int32_t line) {
        return line < 1 || info.syntaxFile.empty()
            ? std::string()
            : utf8(modules.sources.attr("line")(py::handle(error->filename), line), LongestLine);
    };
    info.syntaxLine = utf8(error->text, LongestLine);
    info.syntaxLine.resize(std::min(info.syntaxLine.find_first_of("\r\n"), info.syntaxLine.size()));
    if (info.syntaxLine.empty())
        info.syntaxLine = lineOf(range.line);
    const std::string endLine =
        range.endLine > range.line && range.line > 0 ? lineOf(range.endLine) : info.syntaxLine;
    range.column = byteColumn(info.syntaxLine, number(error->offset, 1));
    range.endColumn = byteColumn(endLine, number(error->end_offset, 1));
    const bool oneLine = range.endLine <= range.line;
    if (range.endColumn < 0 || range.column < 0 || (oneLine && range.endColumn <= range.column)) {
        range.endColumn = -1;
        range.endLine = -1;
    }
}

} // namespace Skillet::Worker
