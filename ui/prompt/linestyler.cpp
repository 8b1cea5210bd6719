// SPDX-License-Identifier: GPL-3.0-or-later
#include "prompt/linestyler.h"

#include "theme/scheme.h"

#include <QTextBlock>
#include <QTextDocument>

#include <algorithm>
#include <utility>
#include <vector>

namespace Skillet::Ui {

namespace {

/// Made for one line and looked for among; a rainbow of more is made one by one.
constexpr size_t MostFormats = 16;

void setFormats(const QTextBlock &block, const QList<QTextLayout::FormatRange> &formats)
{
    QTextLayout *layout = block.layout();
    if (formats != layout->formats())
        layout->setFormats(formats);
}

QTextLayout::FormatRange rangeOf(qsizetype start, qsizetype length, const QTextCharFormat &format)
{
    QTextLayout::FormatRange range;
    range.start = static_cast<int>(start);
    range.length = static_cast<int>(length);
    range.format = format;
    return range;
}

} // namespace

const LineData *lineData(const QTextBlock &block)
{
    // Only this pane's classes set user data on this document's blocks.
    return static_cast<const LineData *>(block.userData());
}

LineKind lineKind(const QTextBlock &block)
{
    const LineData *data = lineData(block);
    return data ? data->kind : LineKind::Output;
}

LineStyler::LineStyler(const Theme &theme, const CodeHighlighter &highlighter)
    : m_theme(theme)
    , m_highlighter(highlighter)
{ }

QTextCharFormat LineStyler::formatOf(const TextLook &look) const
{
    QTextCharFormat format;
    QColor ground = m_theme.color(ColorRole::Surface);
    if (look.exactBackground)
        ground = QColor(*look.exactBackground);
    else if (look.background)
        ground = m_theme.color(*look.background);
    if (look.exactBackground || look.background)
        format.setBackground(ground);
    const bool free = look.exact || look.exactBackground;
    const QColor wanted = look.exact ? QColor(*look.exact) : m_theme.color(look.color);
    format.setForeground(free ? readableOn(ground, wanted) : wanted);
    if (look.bold)
        format.setFontWeight(QFont::Bold);
    if (look.italic)
        format.setFontItalic(true);
    if (look.underline || !look.link.isEmpty())
        format.setFontUnderline(true);
    return format;
}

void LineStyler::style(const QTextBlock &block) const
{
    const LineData *data = lineData(block);
    QList<QTextLayout::FormatRange> formats;
    if (data && data->slice.picture) {
        // The text under a picture is for finding, copying and reading aloud.
        QTextCharFormat hidden;
        hidden.setForeground(QColor(Qt::transparent));
        formats.append(rangeOf(0, block.length() - 1, hidden));
    } else if (data) {
        // Looks come again and again within a line, and to make a format is slow.
        std::vector<std::pair<const TextLook *, QTextCharFormat>> made;
        formats.reserve(data->runs.size());
        for (const LookRun &run : data->runs) {
            auto found = std::find_if(made.begin(), made.end(),
                                      [&](const auto &each) { return *each.first == run.look; });
            if (found == made.end() && made.size() < MostFormats)
                found = made.insert(made.end(), {&run.look, formatOf(run.look)});
            formats.append(
                rangeOf(run.start, run.length, found == made.end() ? formatOf(run.look) : found->second));
        }
    }
    setFormats(block, formats);
}

void LineStyler::styleCode(const QTextBlock &first, const QTextBlock &last) const
{
    QString code;
    for (QTextBlock block = first; block.isValid(); block = block.next()) {
        code += block.text();
        if (block == last)
            break;
        code += u'\n';
    }
    const QList<CodeSpan> spans = m_highlighter.spans(code, QStringLiteral("Python"));
    qsizetype offset = 0;
    qsizetype next = 0; // of the spans; those before it end before `offset`
    for (QTextBlock block = first; block.isValid(); block = block.next()) {
        const qsizetype length = block.length() - 1;
        QList<QTextLayout::FormatRange> formats;
        while (next < spans.size() && spans[next].start + spans[next].length <= offset)
            ++next;
        for (qsizetype i = next; i < spans.size() && spans[i].start < offset + length; ++i) {
            const CodeSpan &span = spans[i];
            const qsizetype from = std::max(span.start, offset);
            const qsizetype to = std::min(span.start + span.length, offset + length);
            if (from >= to)
                continue;
            QTextCharFormat format;
            format.setForeground(span.color);
            if (span.bold)
                format.setFontWeight(QFont::Bold);
            if (span.italic)
                format.setFontItalic(true);
            formats.append(rangeOf(from - offset, to - from, format));
        }
        setFormats(block, formats);
        offset += length + 1;
        if (block == last)
            break;
    }
}

void LineStyler::styleAll(const QTextDocument &document, const QTextBlock &end) const
{
    for (QTextBlock block = document.begin(); block.isValid() && block != end; block = block.next()) {
        if (lineKind(block) != LineKind::Input) {
            style(block);
            continue;
        }
        QTextBlock last = block;
        while (last.next().isValid() && last.next() != end && lineKind(last.next()) == LineKind::Continuation)
            last = last.next();
        styleCode(block, last);
        block = last;
    }
}

} // namespace Skillet::Ui
