// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Skillet::Ui {

/// Walks through Python code character by character and knows which of them are code, and which belong to
/// strings and comments.
class CodeScan final
{
public:
    enum class Part { Code, String, Comment };

    explicit CodeScan(const QString &code)
        : m_code(code)
    { }

    [[nodiscard]] bool atEnd() const { return m_at >= m_code.size(); }
    [[nodiscard]] qsizetype position() const { return m_at; }
    /// What the character at position() belongs to; quotes belong to their string.
    [[nodiscard]] Part part();
    /// To the next character.
    void advance();
    /// After the character at position() was replaced.
    void lookAgain() { m_looked = false; }
    /// Inside a string that may have several lines.
    [[nodiscard]] bool inText() const { return m_quote.size() == 3; }

private:
    const QString &m_code;
    qsizetype m_at = 0;
    QString m_quote; ///< of the string that is open
    qsizetype m_left = 0; ///< characters of a quote that are still to be passed
    bool m_closing = false;
    bool m_comment = false;
    bool m_escaped = false;
    bool m_looked = false;
};

/// Whether the character at `position` belongs to a string or a comment.
[[nodiscard]] bool isInText(const QString &code, qsizetype position);

} // namespace Skillet::Ui
