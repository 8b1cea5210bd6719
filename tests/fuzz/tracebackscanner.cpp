// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/tracebackscanner.h"

#include "fuzztarget.h"

#include <algorithm>

using namespace Skillet;
using namespace Skillet::Incident;

namespace {

void checkRange(const Runner::TracebackFrame &frame)
{
    const Runner::SourceRange &range = frame.range;
    const bool isKnown = range.column >= 0;
    require(isKnown == (range.endColumn >= 0), "a range has both ends or none");
    require(range.column <= frame.sourceLine.size(), "a range begins in its line");
    require(!isKnown || range.endLine >= range.line, "a range does not end above its beginning");
    if (isKnown && range.endLine == range.line)
        require(range.endColumn >= range.column && range.endColumn <= frame.sourceLine.size(),
                "a range of one line lies within it");
}

void checkFound(const FoundTraceback &found, qint64 size)
{
    const QList<Runner::ExceptionInfo> &exceptions = found.traceback.exceptions;
    require(!exceptions.isEmpty(), "what is found is a traceback");
    require(found.offset >= 0 && found.length > 0 && found.offset + found.length <= size,
            "its place lies within the text");
    require(found.line > 0 && found.lines > 0, "it has lines");
    require(found.memberOf.size() == exceptions.size(), "each exception has its group, or none");
    for (qsizetype i = 0; i < exceptions.size(); ++i) {
        require(found.memberOf[i] >= -1 && found.memberOf[i] < i, "a group comes before its members");
        for (const Runner::TracebackFrame &frame : exceptions[i].frames)
            checkRange(frame);
    }
}

} // namespace

/// The first byte tells in what pieces the others are fed: what is found must not depend on it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    const qsizetype step = qsizetype{1} + data[0];
    const QByteArrayView text(reinterpret_cast<const char *>(data) + 1, static_cast<qsizetype>(size) - 1);
    const QList<FoundTraceback> whole = findTracebacks(text);
    for (const FoundTraceback &found : whole)
        checkFound(found, text.size());
    TracebackScanner scanner;
    for (qsizetype at = 0; at < text.size(); at += step)
        scanner.feed(text.sliced(at, std::min(step, text.size() - at)));
    scanner.finish();
    require(scanner.takeFound() == whole, "what is found does not depend on how the text arrives");
    return 0;
}
