// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident/foundtraceback.h"
#include "incident/textline.h"

#include <optional>
#include <vector>

namespace Skillet::Incident {

/// Lines that belong together, taken one by one. It knows where a form may go on, and hands the lines to the
/// reader of that form when it has ended. It holds at most some thousands of lines.
class TextBlock final
{
public:
    enum class Form { Plain, IPython, Pytest, Rich, Fault, Warning, LoneLine };
    enum class Answer {
        Taken,
        Stranger, ///< another program's or thread's line in between
        Ended, ///< the block is over, and the line is none of its
    };

    /// The block that begins with this line, if one does.
    [[nodiscard]] static std::optional<TextBlock> beginningWith(const TextLine &line);

    /// The block that begins with an exception that was never raised, and with the sentence that says to what
    /// it led. Between the two lies an empty line.
    [[nodiscard]] static std::optional<TextBlock> beginningWithCause(const TextLine &exception,
                                                                     const TextLine &sentence);

    [[nodiscard]] Answer offer(const TextLine &line);
    /// Reads what was taken; empty when it turned out to be no traceback.
    [[nodiscard]] std::optional<FoundTraceback> read() const;

    [[nodiscard]] bool hasPrefix() const { return !m_prefix.isBlank(); }
    /// Lines just before that name its origin.
    void setHeading(const TextLine &line) { m_heading = line; }
    /// Lines just before that are the beginning of the function in which pytest marks a line.
    void setCode(const std::vector<TextLine> &lines);

private:
    enum class Step { Frames, Message, Blank, Chained, Over };

    TextBlock(Form form, LinePrefix prefix);
    [[nodiscard]] bool takesPlain(std::string_view text);
    [[nodiscard]] bool takesMessage(std::string_view text);
    [[nodiscard]] bool takesIPython(std::string_view text);
    [[nodiscard]] bool takesPytest(std::string_view text);
    [[nodiscard]] bool takesRich(std::string_view text);
    [[nodiscard]] bool takesFault(std::string_view text);
    [[nodiscard]] bool takes(std::string_view text);
    void append(const TextLine &line, std::string_view text);

    Form m_form;
    LinePrefix m_prefix;
    std::vector<TextLine> m_lines;
    std::optional<TextLine> m_heading;
    Step m_step = Step::Frames;
    std::size_t m_bytes = 0;
    int m_strangers = 0;
    int m_blanks = 0;
    int m_messageLines = 0;
    bool m_group = false;
};

} // namespace Skillet::Incident
