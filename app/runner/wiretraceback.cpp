// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/wiretraceback.h"

#include <algorithm>

namespace Skillet::Runner::Wire {

namespace {

// A text from anywhere may hold more than a frame of the protocol may carry, and than anybody looks at.
constexpr qsizetype mostExceptions = 50;
constexpr qsizetype mostFrames = 2000;
constexpr qsizetype mostNotes = 50;
constexpr qsizetype mostCharacters = 20'000;

std::string bytes(const QString &text)
{
    return QStringView(text).left(mostCharacters).toUtf8().toStdString();
}

std::int32_t byteColumn(const QString &line, int column)
{
    if (column < 0 || column > line.size())
        return -1;
    return static_cast<std::int32_t>(QStringView(line).left(column).toUtf8().size());
}

Protocol::SourceRange range(const SourceRange &range, const QString &line)
{
    return {range.line, range.endLine, byteColumn(line, range.column), byteColumn(line, range.endColumn)};
}

Protocol::TracebackFrame frame(const TracebackFrame &frame)
{
    Protocol::TracebackFrame result;
    result.file = bytes(frame.file);
    result.function = bytes(frame.function);
    result.range = range(frame.range, frame.sourceLine);
    result.sourceLine = bytes(frame.sourceLine);
    result.origin = frame.isLearners ? Protocol::FrameOrigin::Learner : Protocol::FrameOrigin::Library;
    for (const NamedValue &value : frame.values) {
        result.values.push_back(
            {bytes(value.name), bytes(value.type), bytes(value.preview), value.length, value.known});
    }
    result.repeated = frame.repeated;
    return result;
}

Protocol::ChainLink link(ChainLink link)
{
    switch (link) {
    case ChainLink::Cause:
        return Protocol::ChainLink::Cause;
    case ChainLink::Context:
        return Protocol::ChainLink::Context;
    case ChainLink::None:
        break;
    }
    return Protocol::ChainLink::None;
}

Protocol::ExceptionInfo exception(const ExceptionInfo &exception)
{
    Protocol::ExceptionInfo result;
    result.type = bytes(exception.type);
    result.message = bytes(exception.message);
    for (const QString &note : exception.notes.mid(0, mostNotes))
        result.notes.push_back(bytes(note));
    // The newest calls are those that count.
    const qsizetype from = std::max<qsizetype>(0, exception.frames.size() - mostFrames);
    for (qsizetype i = from; i < exception.frames.size(); ++i) {
        const TracebackFrame &place = exception.frames.at(i);
        if (place.function != syntaxFunction) {
            result.frames.push_back(frame(place));
            continue;
        }
        result.syntaxFile = bytes(place.file);
        result.syntaxRange = range(place.range, place.sourceLine);
        result.syntaxLine = bytes(place.sourceLine);
    }
    result.isSyntaxError = exception.isSyntaxError;
    result.link = link(exception.link);
    return result;
}

} // namespace

Protocol::Traceback traceback(const Traceback &traceback)
{
    Protocol::Traceback result;
    for (const ExceptionInfo &raised : traceback.exceptions.mid(0, mostExceptions))
        result.exceptions.push_back(exception(raised));
    return result;
}

} // namespace Skillet::Runner::Wire
