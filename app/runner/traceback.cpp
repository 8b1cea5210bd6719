// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/traceback.h"

#include "core/log.h"
#include "runner/wire.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace Skillet::Runner {

namespace {

/// UTF-16 column of the byte offset `bytes` in `line`; -1 when it lies outside or inside a character.
int columnOf(std::string_view line, std::int32_t bytes)
{
    if (bytes < 0 || static_cast<std::size_t>(bytes) > line.size())
        return -1;
    const auto offset = static_cast<std::size_t>(bytes);
    if (offset < line.size() && (static_cast<unsigned char>(line[offset]) & 0xC0U) == 0x80U)
        return -1;
    return static_cast<int>(QString::fromUtf8(line.data(), static_cast<qsizetype>(offset)).size());
}

SourceRange convertRange(const Protocol::SourceRange &range, const std::string &line)
{
    SourceRange result;
    if (range.line < 1)
        return result;
    result.line = range.line;
    result.endLine = range.endLine >= range.line ? range.endLine : -1;
    if (line.empty())
        return result;
    result.column = columnOf(line, range.column);
    // The text of a later last line is not known, so its byte column cannot be converted.
    if (result.column >= 0 && result.endLine == result.line) {
        const int end = columnOf(line, range.endColumn);
        result.endColumn = end >= result.column ? end : -1;
    }
    return result;
}

NamedValue convertValue(const Protocol::NamedValue &value)
{
    return {Wire::text(value.name), Wire::text(value.type), Wire::text(value.preview), value.length,
            value.known};
}

TracebackFrame convertFrame(const Protocol::TracebackFrame &frame)
{
    TracebackFrame result;
    result.file = Wire::text(frame.file);
    result.function = Wire::text(frame.function);
    result.range = convertRange(frame.range, frame.sourceLine);
    result.sourceLine = Wire::text(frame.sourceLine);
    result.isLearners = frame.origin == Protocol::FrameOrigin::Learner;
    result.values.reserve(static_cast<qsizetype>(frame.values.size()));
    for (const Protocol::NamedValue &value : frame.values)
        result.values.append(convertValue(value));
    result.repeated = std::max(0, frame.repeated);
    return result;
}

/// The wire does not say whose file a SyntaxError is in; folders of packages are never the learner's.
bool liesInPackages(const QString &file)
{
    return file.contains(QLatin1String("/site-packages/")) || file.contains(QLatin1String("/dist-packages/"))
        || file.contains(QLatin1String("/lib/python3"));
}

bool hasSyntaxPlace(const Protocol::ExceptionInfo &exception)
{
    return exception.isSyntaxError
        && (!exception.syntaxFile.empty() || !exception.syntaxLine.empty()
            || exception.syntaxRange.line >= 1);
}

ChainLink convertLink(Protocol::ChainLink link)
{
    switch (link) {
    case Protocol::ChainLink::Cause:
        return ChainLink::Cause;
    case Protocol::ChainLink::Context:
        return ChainLink::Context;
    case Protocol::ChainLink::None:
        break;
    }
    return ChainLink::None;
}

ExceptionInfo convertException(const Protocol::ExceptionInfo &exception)
{
    ExceptionInfo result;
    result.type = Wire::text(exception.type);
    result.message = Wire::text(exception.message);
    for (const std::string &note : exception.notes)
        result.notes.append(Wire::text(note));
    for (const Protocol::TracebackFrame &frame : exception.frames)
        result.frames.append(convertFrame(frame));
    result.isSyntaxError = exception.isSyntaxError;
    result.link = convertLink(exception.link);
    result.memberOf = exception.memberOf;
    if (hasSyntaxPlace(exception)) {
        TracebackFrame place;
        place.file = Wire::text(exception.syntaxFile);
        place.function = QString(syntaxFunction);
        place.range = convertRange(exception.syntaxRange, exception.syntaxLine);
        place.sourceLine = Wire::text(exception.syntaxLine);
        place.isLearners = !liesInPackages(place.file);
        result.frames.append(place);
    }
    return result;
}

} // namespace

qsizetype ExceptionInfo::whereToLook() const
{
    for (qsizetype i = frames.size() - 1; i >= 0; --i) {
        if (frames.at(i).isLearners)
            return i;
    }
    return -1;
}

FrameReference Traceback::frameReference(qsizetype exception, qsizetype frame) const
{
    if (incident == 0 || exception < 0 || exception >= exceptions.size())
        return {};
    const QList<TracebackFrame> &frames = exceptions.at(exception).frames;
    if (frame < 0 || frame >= frames.size() || frames.at(frame).function == syntaxFunction)
        return {};
    return {incident, static_cast<int>(exception), static_cast<int>(frame)};
}

Traceback fromProtocol(const Protocol::Traceback &traceback)
{
    Traceback result;
    result.exceptions.reserve(static_cast<qsizetype>(traceback.exceptions.size()));
    for (const Protocol::ExceptionInfo &exception : traceback.exceptions)
        result.exceptions.append(convertException(exception));
    // A group stands before its members: what says otherwise comes from a confused worker.
    for (qsizetype i = 0; i < result.exceptions.size(); ++i) {
        ExceptionInfo &member = result.exceptions[i];
        member.memberOf = member.memberOf < i ? std::max(-1, member.memberOf) : -1;
    }
    if (!traceback.problem.empty())
        qCWarning(Core::logRunner).noquote() << "traceback is not whole:" << Wire::text(traceback.problem);
    result.plainText = Wire::text(traceback.plainText);
    result.isWritten = traceback.isWritten;
    result.incident = traceback.incident;
    return result;
}

} // namespace Skillet::Runner
