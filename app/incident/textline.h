// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <string>
#include <string_view>

namespace Skillet::Incident {

/// One line of a text, without its end, colours and (once a block has taken it) prefix.
struct TextLine
{
    std::string text;
    qint64 offset = 0; ///< of the raw line
    qint64 end = 0; ///< just after the raw line, before its line end
    qint64 number = 0; ///< from 1
};

[[nodiscard]] bool isBlank(std::string_view text);
[[nodiscard]] std::string_view trimmed(std::string_view text);

/// Without the escape sequences that terminals take for colours, links and titles.
[[nodiscard]] std::string withoutEscapes(std::string_view text);

/// What stands before the traceback on each line of a log: a time, a level, a container's name, a quote mark.
/// A time changes from line to line; all else must stay the same.
class LinePrefix final
{
public:
    LinePrefix() = default;
    explicit LinePrefix(std::string_view text);

    [[nodiscard]] bool isBlank() const { return m_blank; }
    [[nodiscard]] std::string_view text() const { return m_text; }
    [[nodiscard]] bool isOf(std::string_view line) const;
    /// `line` without the prefix; a line that does not have it stays whole.
    [[nodiscard]] std::string_view cutFrom(std::string_view line) const;

private:
    std::string m_text;
    std::string m_varies; ///< one char for each of m_text's: 'd' where any digit will do
    bool m_blank = true;
};

} // namespace Skillet::Incident
