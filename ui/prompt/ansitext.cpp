// SPDX-License-Identifier: GPL-3.0-or-later
#include "prompt/ansitext.h"

#include "prompt/ansicolors.h"

#include <algorithm>

namespace Skillet::Ui {

namespace {

constexpr char16_t Escape = u'\x1b';
constexpr qsizetype MaxSequence = 256;
constexpr qsizetype TabWidth = 8;
/// Looks that one line can have; a rainbow beyond is drawn plain.
constexpr size_t MostLooks = 250;

bool isControl(char16_t c)
{
    return c < 0x20 || c == 0x7f || c == 0x2028 || c == 0x2029 || c == 0xfdd0 || c == 0xfdd1;
}

} // namespace

void AnsiText::feed(QStringView text, ColorRole base)
{
    m_base = base;
    QString joined;
    if (!m_pending.isEmpty()) {
        joined = m_pending;
        joined += text;
        m_pending.clear();
        text = joined;
    }
    qsizetype from = 0;
    for (qsizetype i = 0; i < text.size();) {
        const char16_t c = text[i].unicode();
        if (!isControl(c)) {
            ++i;
            continue;
        }
        put(text.sliced(from, i - from));
        if (c == Escape) {
            const qsizetype length = takeSequence(text.sliced(i));
            if (length == 0) {
                m_pending = text.sliced(i).toString();
                return;
            }
            i += length;
        } else {
            control(c);
            ++i;
        }
        from = i;
    }
    put(text.sliced(from));
}

void AnsiText::feedUnseen(QStringView text, ColorRole base)
{
    m_isSeen = false;
    feed(text, base);
    m_isSeen = true;
}

// The length of the sequence at the start of `text`, 0 when its end has not come yet.
qsizetype AnsiText::takeSequence(QStringView text)
{
    if (text.size() < 2)
        return 0;
    const char16_t kind = text[1].unicode();
    if (kind == u'[') {
        qsizetype end = 2;
        while (end < text.size() && end <= MaxSequence && text[end].unicode() >= 0x20
               && text[end].unicode() < 0x40)
            ++end;
        if (end > MaxSequence)
            return end;
        if (end >= text.size())
            return 0;
        if (text[end].unicode() < 0x40 || text[end].unicode() > 0x7e)
            return end;
        runSequence(text.sliced(2, end - 2), text[end].unicode());
        return end + 1;
    }
    if (kind == u']' || kind == u'P' || kind == u'_' || kind == u'^') {
        for (qsizetype i = 2; i < text.size(); ++i) {
            if (i > MaxSequence * 8)
                return i;
            if (text[i] == u'\a')
                return i + 1;
            if (text[i] == Escape && i + 1 < text.size())
                return text[i + 1] == u'\\' ? i + 2 : i;
        }
        return 0;
    }
    if (kind >= 0x20 && kind < 0x30)
        return text.size() < 3 ? 0 : 3;
    return kind < 0x20 ? 1 : 2;
}

void AnsiText::control(char16_t c)
{
    switch (c) {
    case u'\n':
    case u'\v':
    case u'\f':
        finishLine(false);
        break;
    case u'\r':
        expandTabs();
        m_cursor = 0;
        break;
    case u'\b':
        expandTabs();
        if (m_cursor > 0)
            --m_cursor;
        if (m_cursor > 0 && m_cursor < m_text.size() && m_text[m_cursor].isLowSurrogate())
            --m_cursor;
        break;
    case u'\t':
        // Over text that is there it only moves.
        if (m_cursor < m_text.size())
            m_cursor = (m_cursor / TabWidth + 1) * TabWidth;
        else
            put(u"\t");
        break;
    default:
        // Characters that a text document takes for structure must not get into it.
        if (c > 0x7f)
            put(u"\ufffd");
        break;
    }
}

// Before the cursor moves within the line: from there on columns count.
void AnsiText::expandTabs()
{
    if (!m_text.contains(u'\t'))
        return;
    QString text;
    std::vector<quint8> cells;
    qsizetype cursor = m_cursor;
    for (qsizetype i = 0; i < m_text.size(); ++i) {
        if (i == m_cursor)
            cursor = text.size();
        const bool isTab = m_text[i] == u'\t';
        const qsizetype width = isTab ? TabWidth - text.size() % TabWidth : 1;
        text += QString(width, isTab ? QChar(u' ') : m_text[i]);
        cells.insert(cells.end(), static_cast<size_t>(width), m_cells[static_cast<size_t>(i)]);
    }
    if (m_cursor >= m_text.size())
        cursor = text.size() + m_cursor - m_text.size();
    m_text = text;
    m_cells = std::move(cells);
    m_cursor = std::min(cursor, MaxLine - 1);
}

void AnsiText::put(QStringView text)
{
    const quint8 look = text.isEmpty() || !m_isSeen ? 0 : lookIndex();
    while (!text.isEmpty()) {
        qsizetype room = MaxLine - m_cursor;
        if (room > 0 && room < text.size() && text[room].isLowSurrogate())
            --room;
        if (room <= 0) {
            finishLine(true);
            continue;
        }
        const QStringView piece = text.first(std::min(room, text.size()));
        if (m_cursor > m_text.size()) {
            m_cells.resize(static_cast<size_t>(m_cursor), 0);
            m_text = m_text.leftJustified(m_cursor);
        }
        if (m_cursor == m_text.size()) {
            m_text += piece;
            m_cells.insert(m_cells.end(), static_cast<size_t>(piece.size()), look);
        } else {
            m_text.replace(m_cursor, std::min(piece.size(), m_text.size() - m_cursor), piece.toString());
            m_cells.resize(static_cast<size_t>(m_text.size()), look);
            std::fill_n(m_cells.begin() + m_cursor, piece.size(), look);
        }
        m_cursor += piece.size();
        text = text.sliced(piece.size());
    }
}

void AnsiText::finishLine(bool wraps)
{
    m_lines.append(render(wraps));
    m_recent.append(m_lines.last());
    if (m_recent.size() > MostRows)
        m_recent.removeFirst();
    m_text.clear();
    m_cells.clear();
    m_cursor = 0;
    if (m_looks.size() > MostLooks / 2)
        m_looks.resize(1);
    if (!m_below.isEmpty())
        load(m_below.takeFirst());
}

void AnsiText::runSequence(QStringView parameters, char16_t final)
{
    const AnsiCodes codes = codesOf(parameters);
    const int first = codes.isEmpty() ? 0 : codes.first();
    if (final != u'm')
        expandTabs();
    switch (final) {
    case u'm':
        setPen({codes.begin(), codes.end()});
        break;
    case u'K':
        erase(first);
        break;
    case u'A':
    case u'F':
        moveUp(first);
        m_cursor = final == u'F' ? 0 : m_cursor;
        break;
    case u'B':
    case u'E':
        moveDown(first);
        m_cursor = final == u'E' ? 0 : m_cursor;
        break;
    case u'J':
        if (first == 0) {
            erase(0);
            m_below.clear();
        }
        break;
    case u'C':
        m_cursor = std::min(m_cursor + std::max(first, 1), MaxLine - 1);
        break;
    case u'D':
        m_cursor = std::max<qsizetype>(m_cursor - std::max(first, 1), 0);
        break;
    case u'G':
        m_cursor = std::clamp<qsizetype>(qsizetype{first} - 1, 0, MaxLine - 1);
        break;
    default:
        break;
    }
}

void AnsiText::erase(int mode)
{
    if (mode == 2) {
        m_text.clear();
    } else if (mode == 1) {
        const qsizetype count = std::min(m_cursor + 1, m_text.size());
        m_text.replace(0, count, QString(count, u' '));
    } else if (m_cursor < m_text.size()) {
        m_text.truncate(m_cursor);
    }
    m_cells.resize(static_cast<size_t>(m_text.size()), 0);
}

void AnsiText::setPen(std::span<const int> codes)
{
    if (codes.empty())
        m_pen = Pen{};
    for (size_t i = 0; i < codes.size(); ++i) {
        const int code = codes[i];
        if (code == 0)
            m_pen = Pen{};
        else if (code == 1 || code == 22)
            m_pen.bold = code == 1;
        else if (code == 3 || code == 23)
            m_pen.italic = code == 3;
        else if (code == 4 || code == 24)
            m_pen.underline = code == 4;
        else if (code == 7 || code == 27)
            m_pen.inverse = code == 7;
        else if (code == 38 || code == 48)
            i = setExtendedColor(codes, i);
        else if (code == 39)
            m_pen.color.reset(), m_pen.exact.reset();
        else if (code == 49)
            m_pen.background.reset(), m_pen.exactBackground.reset();
        else if ((code >= 30 && code <= 37) || (code >= 90 && code <= 97))
            setColor(false, roleOf(code % 10), exactOf(code % 10));
        else if ((code >= 40 && code <= 47) || (code >= 100 && code <= 107))
            setColor(true, roleOf(code % 10), {});
        if (code == 2)
            m_pen.faint = true;
        else if (code == 22)
            m_pen.faint = false;
    }
}

void AnsiText::setColor(bool isBackground, ColorRole role, std::optional<QRgb> exact)
{
    if (isBackground) {
        m_pen.background = softRole(role);
        m_pen.exactBackground = exact;
    } else {
        m_pen.color = role;
        m_pen.exact = exact;
    }
}

// 38;5;n and 38;2;r;g;b: the index of the last code that belongs to it.
size_t AnsiText::setExtendedColor(std::span<const int> codes, size_t at)
{
    const bool indexed = at + 1 < codes.size() && codes[at + 1] == 5;
    const size_t last = at + (indexed ? 2 : 4);
    if (last >= codes.size())
        return codes.size();
    const auto channel = [&](size_t i) { return std::clamp(codes[at + i], 0, 255); };
    const ColorRole role =
        indexed ? roleOfIndex(channel(2)) : roleOfRgb(QColor(channel(2), channel(3), channel(4)));
    const std::optional<QRgb> exact =
        indexed ? exactOfIndex(channel(2)) : std::optional(qRgb(channel(2), channel(3), channel(4)));
    setColor(codes[at] == 48, role, exact);
    return last;
}

quint8 AnsiText::lookIndex()
{
    TextLook look;
    look.color = m_pen.color.value_or(m_pen.faint ? ColorRole::Muted : m_base);
    look.background = m_pen.inverse ? std::optional(ColorRole::Selection) : m_pen.background;
    if (look.background)
        look.color = ColorRole::Text;
    look.exactBackground = m_pen.inverse ? m_pen.exact : m_pen.exactBackground;
    if (!look.background || look.exactBackground)
        look.exact = m_pen.inverse ? m_pen.exactBackground : m_pen.exact;
    look.bold = m_pen.bold;
    look.italic = m_pen.italic;
    look.underline = m_pen.underline;
    return indexOf(look);
}

quint8 AnsiText::indexOf(const TextLook &look)
{
    const auto found = std::find(m_looks.begin(), m_looks.end(), look);
    if (found != m_looks.end())
        return static_cast<quint8>(found - m_looks.begin());
    if (m_looks.size() > MostLooks)
        return 0;
    m_looks.push_back(look);
    return static_cast<quint8>(m_looks.size() - 1);
}

StyledLine AnsiText::render(bool wraps) const
{
    StyledLine line{m_text, {}, wraps};
    if (!m_isSeen)
        return line;
    for (size_t i = 0; i < m_cells.size();) {
        size_t end = i + 1;
        while (end < m_cells.size() && m_cells[end] == m_cells[i])
            ++end;
        if (m_cells[i] != 0)
            line.runs.append(
                {static_cast<qsizetype>(i), static_cast<qsizetype>(end - i), m_looks[m_cells[i]]});
        i = end;
    }
    return line;
}

void AnsiText::reset()
{
    m_text.clear();
    m_cells.clear();
    m_cursor = 0;
    m_pen = Pen{};
    m_pending.clear();
    m_lines.clear();
    m_recent.clear();
    m_below.clear();
    m_takenBack = 0;
    m_lent = 0;
}

} // namespace Skillet::Ui
