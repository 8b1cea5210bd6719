// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/tracebackscanner.h"

#include "incident/lineparts.h"
#include "incident/toolforms.h"

#include <algorithm>
#include <cstring>

namespace Skillet::Incident {

namespace {

constexpr qsizetype MaxLine = 64 * 1024;
constexpr std::size_t MaxBlocks = 8;
constexpr std::size_t MaxCodeLines = 200;
constexpr std::size_t MaxPrevious = 1000;

bool has(std::string_view text, std::string_view part)
{
    return text.find(part) != std::string_view::npos;
}

/// Cheap enough for each line of a large log; TextBlock looks closer.
bool mayBegin(std::string_view text)
{
    return has(text, "(most recent call ") || has(text, "File \"") || has(text, "Warning: ")
        || has(text, ".py:") || has(text, "atal Python error: ") || has(text, "fatal exception: ")
        || text.substr(0, 13) == "SyntaxError: " || has(text, "he above exception") || has(text, "Cell In[")
        || has(text, "Input In [") || text.substr(0, 4) == ">   ";
}

bool mayHead(std::string_view text)
{
    return has(text, "Exception i") || has(text, "Task exception was") || readErrorHeading(text).has_value();
}

} // namespace

void TracebackScanner::feed(QByteArrayView chunk)
{
    const char *at = chunk.data();
    const char *const end = at + chunk.size();
    while (at != end) {
        const auto *newline =
            static_cast<const char *>(std::memchr(at, '\n', static_cast<std::size_t>(end - at)));
        const char *const stop = newline == nullptr ? end : newline;
        const qsizetype length = stop - at;
        if (newline != nullptr && m_partialLength == 0) {
            takeLine({at, static_cast<std::size_t>(std::min(length, MaxLine))}, length);
        } else {
            const qsizetype room = std::max<qsizetype>(0, MaxLine - static_cast<qsizetype>(m_partial.size()));
            m_partial.append(at, static_cast<std::size_t>(std::min(length, room)));
            m_partialLength += length;
            if (newline != nullptr) {
                takeLine(m_partial, m_partialLength);
                m_partial.clear();
                m_partialLength = 0;
            }
        }
        if (newline == nullptr)
            return;
        at = newline + 1;
    }
}

void TracebackScanner::finish()
{
    if (m_partialLength > 0)
        takeLine(m_partial, m_partialLength);
    while (!m_blocks.empty())
        close(0);
    QList<FoundTraceback> found = takeFound();
    *this = TracebackScanner();
    m_found = std::move(found);
}

void TracebackScanner::takeLine(std::string_view raw, qint64 length)
{
    constexpr std::string_view byteOrderMark = "\xef\xbb\xbf";
    qint64 offset = m_position;
    m_position += length + 1;
    ++m_line;
    if (m_line == 1 && raw.substr(0, byteOrderMark.size()) == byteOrderMark) {
        raw.remove_prefix(byteOrderMark.size());
        offset += static_cast<qint64>(byteOrderMark.size());
        length -= static_cast<qint64>(byteOrderMark.size());
    }
    std::string plain;
    if (raw.find('\x1b') != std::string_view::npos) {
        plain = withoutEscapes(raw);
        raw = plain;
    }
    qint64 end = offset + length;
    if (!raw.empty() && raw.back() == '\r') {
        raw.remove_suffix(1);
        --end;
    }
    if (m_blocks.empty() && !mayBegin(raw)) {
        keepCode(raw, offset, end);
        keepPrevious(raw, offset, end);
        if (mayHead(raw))
            m_headline = {std::string(raw), offset, end, m_line};
        return;
    }
    const TextLine line{std::string(raw), offset, end, m_line};
    bool stranger = false;
    for (std::size_t i = m_blocks.size(); i > 0; --i) {
        const TextBlock::Answer answer = m_blocks[i - 1].offer(line);
        if (answer == TextBlock::Answer::Taken)
            return;
        if (answer == TextBlock::Answer::Ended)
            close(i - 1);
        else
            stranger = stranger || !m_blocks[i - 1].hasPrefix();
    }
    if (!stranger)
        takeIdle(line);
}

void TracebackScanner::keepPrevious(std::string_view text, qint64 offset, qint64 end)
{
    if (text.size() < 2 || text.size() > MaxPrevious || isBlank(text))
        return;
    m_previous.text.assign(text);
    m_previous.offset = offset;
    m_previous.end = end;
    m_previous.number = m_line;
}

void TracebackScanner::keepCode(std::string_view text, qint64 offset, qint64 end)
{
    const bool isCode = text.substr(0, 4) == "    ";
    const std::string_view inner = isCode ? text.substr(4) : std::string_view();
    if (!m_code.empty() && (m_code.size() >= MaxCodeLines || (!isCode && !isBlank(text))))
        m_code.clear();
    else if (!m_code.empty() || inner.substr(0, 4) == "def " || inner.substr(0, 10) == "async def ")
        m_code.push_back({std::string(text), offset, end, m_line});
}

void TracebackScanner::takeIdle(const TextLine &line)
{
    if (mayHead(line.text))
        m_headline = line;
    if (!mayBegin(line.text)) {
        keepCode(line.text, line.offset, line.end);
        keepPrevious(line.text, line.offset, line.end);
        return;
    }
    std::optional<TextBlock> block = TextBlock::beginningWith(line);
    if (!block && m_previous.number > 0 && line.number - m_previous.number == 2)
        block = TextBlock::beginningWithCause(m_previous, line);
    if (!block)
        return;
    // asyncio puts the future between its heading and the traceback.
    if (m_headline.number > 0 && line.number - m_headline.number <= 2 && line.number != m_headline.number)
        block->setHeading(m_headline);
    m_headline = {};
    if (!m_code.empty())
        block->setCode(m_code);
    m_code.clear();
    if (m_blocks.size() >= MaxBlocks)
        close(0);
    m_blocks.push_back(std::move(*block));
}

void TracebackScanner::close(std::size_t block)
{
    if (std::optional<FoundTraceback> found = m_blocks[block].read())
        m_found.append(std::move(*found));
    m_blocks.erase(m_blocks.begin() + static_cast<std::ptrdiff_t>(block));
}

QList<FoundTraceback> findTracebacks(QByteArrayView text)
{
    TracebackScanner scanner;
    scanner.feed(text);
    scanner.finish();
    return scanner.takeFound();
}

} // namespace Skillet::Incident
