// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QsciScintilla;

namespace Skillet::Ui {

class KsLexer;

/// Shows the bracket at the caret together with its partner, or that it has none. In place of QScintilla's
/// own way, for which a bracket in a twin style (see KsLexer) is another kind of text.
class BracketPairs final : public QObject
{
    Q_OBJECT

public:
    BracketPairs(QsciScintilla &editor, const KsLexer &lexer);

    /// What is shown now, as bytes; -1: nothing. A bracket without a partner has one of -1.
    [[nodiscard]] long bracket() const { return m_bracket; }
    [[nodiscard]] long partner() const { return m_partner; }

private:
    void follow();
    [[nodiscard]] long bracketAtCaret() const;
    [[nodiscard]] char byteAt(long position) const;
    [[nodiscard]] int styleAt(long position) const;

    enum class Found { Partner, None, TooFar };
    struct Search
    {
        Found found = Found::None;
        long position = -1;
    };
    [[nodiscard]] Search partnerOf(long position) const;

    QsciScintilla &m_editor;
    const KsLexer &m_lexer;
    long m_bracket = -1;
    long m_partner = -1;
};

} // namespace Skillet::Ui
