// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/textline.h"

#include <algorithm>

namespace Skillet::Incident {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// `12:30`, `2026-01-02` or `2026/01/02` in a word makes it a time or a date.
bool looksLikeTime(std::string_view word)
{
    for (std::size_t i = 1; i + 1 < word.size(); ++i) {
        const char c = word[i];
        if ((c == ':' || c == '-' || c == '/') && isDigit(word[i - 1]) && isDigit(word[i + 1]))
            return true;
    }
    return false;
}

/// Index after the escape sequence that begins at `at`.
std::size_t endOfEscape(std::string_view text, std::size_t at)
{
    std::size_t i = at + 1;
    if (i >= text.size())
        return i;
    if (text[i] == ']') { // a title or link: up to BEL or ESC backslash
        for (++i; i < text.size(); ++i) {
            if (text[i] == '\a')
                return i + 1;
            if (text[i] == '\x1b')
                return std::min(i + 2, text.size());
        }
        return i;
    }
    if (text[i] != '[')
        return i + 1;
    ++i;
    while (i < text.size() && (text[i] < '@' || text[i] > '~'))
        ++i;
    return std::min(i + 1, text.size());
}

} // namespace

bool isBlank(std::string_view text)
{
    return text.find_first_not_of(" \t\r\f\v") == std::string_view::npos;
}

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t\r\f\v");
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t\r\f\v") - first + 1);
}

std::string withoutEscapes(std::string_view text)
{
    std::string result;
    result.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        if (text[i] == '\x1b')
            i = endOfEscape(text, i);
        else
            result.push_back(text[i++]);
    }
    return result;
}

LinePrefix::LinePrefix(std::string_view text)
    : m_text(text)
    , m_varies(text.size(), ' ')
    , m_blank(Incident::isBlank(text))
{
    for (std::size_t from = 0; from < m_text.size();) {
        const std::size_t to = std::min(m_text.find(' ', from), m_text.size());
        if (looksLikeTime(std::string_view(m_text).substr(from, to - from))) {
            for (std::size_t i = from; i < to; ++i)
                m_varies[i] = isDigit(m_text[i]) ? 'd' : ' ';
        }
        from = to + 1;
    }
}

bool LinePrefix::isOf(std::string_view line) const
{
    // A line with nothing behind the prefix has often lost its last blanks.
    const std::size_t least = m_blank ? 0 : m_text.find_last_not_of(' ') + 1;
    if (line.size() < m_text.size() && line.size() != least)
        return false;
    for (std::size_t i = 0; i < std::min(line.size(), m_text.size()); ++i) {
        if (line[i] != m_text[i] && !(m_varies[i] == 'd' && isDigit(line[i])))
            return false;
    }
    return true;
}

std::string_view LinePrefix::cutFrom(std::string_view line) const
{
    if (m_blank) {
        std::size_t i = 0;
        while (i < line.size() && i < m_text.size() && (line[i] == ' ' || line[i] == '\t'))
            ++i;
        return line.substr(i);
    }
    return isOf(line) ? line.substr(std::min(line.size(), m_text.size())) : line;
}

} // namespace Skillet::Incident
