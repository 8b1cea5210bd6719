// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/bracketpairs.h"

#include "editor/kslexer.h"
#include "editor/scintilla.h"

#include <string_view>

namespace Skillet::Ui {

namespace {

using Sci = QsciScintillaBase;

constexpr std::string_view Opening = "([{";
constexpr std::string_view Closing = ")]}";
// The caret must not wait for a bracket that nobody could see anyway.
constexpr long FarthestPartner = 200'000;

bool isBracket(char byte)
{
    return Opening.find(byte) != Opening.npos || Closing.find(byte) != Closing.npos;
}

} // namespace

BracketPairs::BracketPairs(QsciScintilla &editor, const KsLexer &lexer)
    : QObject(&editor)
    , m_editor(editor)
    , m_lexer(lexer)
{
    m_editor.setBraceMatching(QsciScintilla::NoBraceMatch);
    connect(&m_editor, &QsciScintillaBase::SCN_UPDATEUI, this, [this](int what) {
        if ((what & (Sci::SC_UPDATE_CONTENT | Sci::SC_UPDATE_SELECTION)) != 0)
            follow();
    });
}

char BracketPairs::byteAt(long position) const
{
    return static_cast<char>(
        m_editor.SendScintilla(Sci::SCI_GETCHARAT, static_cast<unsigned long>(position)));
}

int BracketPairs::styleAt(long position) const
{
    return static_cast<int>(
        m_editor.SendScintilla(Sci::SCI_GETSTYLEAT, static_cast<unsigned long>(position)));
}

/// The one before the caret, which was typed last, goes first.
long BracketPairs::bracketAtCaret() const
{
    const long caret = m_editor.SendScintilla(Sci::SCI_GETCURRENTPOS);
    if (caret > 0 && isBracket(byteAt(caret - 1)))
        return caret - 1;
    return caret < m_editor.SendScintilla(Sci::SCI_GETLENGTH) && isBracket(byteAt(caret)) ? caret : -1;
}

BracketPairs::Search BracketPairs::partnerOf(long position) const
{
    const char own = byteAt(position);
    const bool forward = Opening.find(own) != Opening.npos;
    const char other = forward ? Closing.at(Opening.find(own)) : Opening.at(Closing.find(own));
    const int style = styleAt(position);
    const long length = m_editor.SendScintilla(Sci::SCI_GETLENGTH);
    const long styled = m_editor.SendScintilla(Sci::SCI_GETENDSTYLED);
    const long step = forward ? 1 : -1;
    int depth = 1;
    for (long at = position + step, seen = 0; at >= 0 && at < length; at += step) {
        if (++seen > FarthestPartner)
            return {Found::TooFar};
        const char byte = byteAt(at);
        // A bracket in a text or a comment is not one of the code; beyond what is styled nobody knows.
        if ((byte != own && byte != other) || (at < styled && !m_lexer.areAlike(style, styleAt(at))))
            continue;
        depth += byte == own ? 1 : -1;
        if (depth == 0)
            return {Found::Partner, at};
    }
    return {};
}

void BracketPairs::follow()
{
    const long bracket = bracketAtCaret();
    const Search search = bracket < 0 ? Search() : partnerOf(bracket);
    m_bracket = search.found == Found::TooFar ? -1 : bracket;
    m_partner = search.position;
    if (m_bracket >= 0 && m_partner < 0)
        m_editor.SendScintilla(Sci::SCI_BRACEBADLIGHT, static_cast<unsigned long>(m_bracket));
    else
        m_editor.SendScintilla(Sci::SCI_BRACEHIGHLIGHT, static_cast<unsigned long>(m_bracket), m_partner);
}

} // namespace Skillet::Ui
