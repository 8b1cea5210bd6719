// SPDX-License-Identifier: GPL-3.0-or-later
#include "prompt/ansitext.h"

#include "fuzztarget.h"

#include <algorithm>

using namespace Skillet::Ui;

namespace {

QList<StyledLine> allLines(AnsiText &terminal)
{
    QList<StyledLine> lines = terminal.takeLines();
    lines.append(terminal.currentLine());
    return lines;
}

void checkLine(const StyledLine &line)
{
    require(line.text.size() <= AnsiText::MaxLine, "no line is longer than allowed");
    require(!line.text.contains(u'\n') && !line.text.contains(QChar::ParagraphSeparator),
            "a line holds no line's end");
    qsizetype end = 0;
    for (const LookRun &run : line.runs) {
        require(run.start >= end && run.length > 0, "the looks are in order");
        end = run.start + run.length;
    }
    require(end <= line.text.size(), "and lie within the text");
}

} // namespace

/// The first byte tells in what pieces the others are fed: what is seen must not depend on it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    const qsizetype step = qsizetype{1} + data[0];
    const QString text =
        QString::fromUtf8(reinterpret_cast<const char *>(data) + 1, static_cast<qsizetype>(size) - 1);

    AnsiText whole;
    whole.feed(text, ColorRole::Text);
    AnsiText cut;
    for (qsizetype at = 0, end = 0; at < text.size(); at = end) {
        end = std::min(at + step, text.size());
        if (end < text.size() && text[end].isLowSurrogate())
            ++end; // who feeds it never splits a character
        cut.feed(QStringView(text).sliced(at, end - at), ColorRole::Text);
    }
    const QList<StyledLine> lines = allLines(whole);
    for (const StyledLine &line : lines)
        checkLine(line);
    require(lines == allLines(cut), "lines do not depend on how the text arrives");
    return 0;
}
