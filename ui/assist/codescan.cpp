// SPDX-License-Identifier: GPL-3.0-or-later
#include "assist/codescan.h"

namespace Skillet::Ui {

CodeScan::Part CodeScan::part()
{
    const QChar c = m_code[m_at];
    if (!m_looked && m_left == 0) {
        m_looked = true;
        if (m_comment) {
            m_comment = c != u'\n';
        } else if (m_quote.isEmpty()) {
            m_comment = c == u'#';
            if (c == u'"' || c == u'\'') {
                const QString triple(3, c);
                m_quote = QStringView(m_code).sliced(m_at).startsWith(triple) ? triple : QString(c);
                m_left = m_quote.size();
            }
        } else if (!m_escaped && QStringView(m_code).sliced(m_at).startsWith(m_quote)) {
            m_left = m_quote.size();
            m_closing = true;
        } else if (c == u'\n' && m_quote.size() == 1 && !m_escaped) {
            m_quote.clear();
        }
    }
    if (m_comment)
        return Part::Comment;
    return m_quote.isEmpty() ? Part::Code : Part::String;
}

void CodeScan::advance()
{
    (void)part();
    const bool backslash = !m_quote.isEmpty() && m_left == 0 && m_code[m_at] == u'\\';
    m_escaped = backslash && !m_escaped;
    if (m_left > 0 && --m_left == 0 && m_closing) {
        m_quote.clear();
        m_closing = false;
    }
    m_looked = false;
    ++m_at;
}

bool isInText(const QString &code, qsizetype position)
{
    CodeScan scan(code);
    while (!scan.atEnd() && scan.position() < position)
        scan.advance();
    return !scan.atEnd() && scan.part() != CodeScan::Part::Code;
}

} // namespace Skillet::Ui
