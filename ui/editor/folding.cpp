// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/folding.h"

#include "editor/scintilla.h"

#include <utility>

namespace Skillet::Ui {

namespace {

using Sci = QsciScintillaBase;

constexpr int firstMarker = Sci::SC_MARKNUM_FOLDEREND;
constexpr int lastMarker = Sci::SC_MARKNUM_FOLDEROPEN;

unsigned long number(int value)
{
    return static_cast<unsigned long>(value);
}

} // namespace

Folding::Folding(QsciScintilla &editor, const Theme &theme)
    : QObject(&editor)
    , m_editor(editor)
    , m_theme(theme)
{
    m_editor.setFolding(QsciScintilla::PlainFoldStyle, margin);
    m_editor.setMarginType(margin, QsciScintilla::SymbolMarginDefaultBackgroundColor);
    // Arrows, as in every list of this window; nothing beside the lines within.
    constexpr std::pair<int, int> markers[] = {
        {Sci::SC_MARKNUM_FOLDER, Sci::SC_MARK_ARROW},
        {Sci::SC_MARKNUM_FOLDEROPEN, Sci::SC_MARK_ARROWDOWN},
        {Sci::SC_MARKNUM_FOLDEREND, Sci::SC_MARK_ARROW},
        {Sci::SC_MARKNUM_FOLDEROPENMID, Sci::SC_MARK_ARROWDOWN},
        {Sci::SC_MARKNUM_FOLDERSUB, Sci::SC_MARK_EMPTY},
        {Sci::SC_MARKNUM_FOLDERTAIL, Sci::SC_MARK_EMPTY},
        {Sci::SC_MARKNUM_FOLDERMIDTAIL, Sci::SC_MARK_EMPTY},
    };
    for (const auto &[marker, symbol] : markers)
        m_editor.SendScintilla(Sci::SCI_MARKERDEFINE, number(marker), static_cast<long>(symbol));
    m_editor.SendScintilla(Sci::SCI_SETAUTOMATICFOLD, static_cast<unsigned long>(Sci::SC_AUTOMATICFOLD_SHOW));
    m_editor.SendScintilla(Sci::SCI_SETFOLDFLAGS,
                           static_cast<unsigned long>(Sci::SC_FOLDFLAG_LINEAFTER_CONTRACTED));
}

void Folding::applyTheme()
{
    const QColor ground = m_theme.color(ColorRole::Code);
    const QColor mark = m_theme.color(ColorRole::Muted);
    for (int marker = firstMarker; marker <= lastMarker; ++marker) {
        m_editor.SendScintilla(Sci::SCI_MARKERSETFORE, number(marker), mark);
        m_editor.SendScintilla(Sci::SCI_MARKERSETBACK, number(marker), mark);
    }
    m_editor.setFoldMarginColors(ground, ground);
    m_editor.setMarginWidth(margin, m_theme.scaled(14));
}

bool Folding::isHead(int line) const
{
    const long level = m_editor.SendScintilla(Sci::SCI_GETFOLDLEVEL, number(line));
    return (level & Sci::SC_FOLDLEVELHEADERFLAG) != 0;
}

void Folding::fold(int line, bool folded)
{
    m_editor.SendScintilla(
        Sci::SCI_FOLDLINE, number(line),
        static_cast<long>(folded ? Sci::SC_FOLDACTION_CONTRACT : Sci::SC_FOLDACTION_EXPAND));
}

void Folding::toggleAtCaret()
{
    int line = 0;
    int column = 0;
    m_editor.getCursorPosition(&line, &column);
    // Levels are known as far as lines were coloured.
    m_editor.SendScintilla(Sci::SCI_COLOURISE, 0UL,
                           m_editor.SendScintilla(Sci::SCI_GETLINEENDPOSITION, number(line + 1)));
    if (!isHead(line))
        line = static_cast<int>(m_editor.SendScintilla(Sci::SCI_GETFOLDPARENT, number(line)));
    if (line < 0)
        return; // no block is around
    const bool isOpen = m_editor.SendScintilla(Sci::SCI_GETFOLDEXPANDED, number(line)) != 0;
    if (isOpen) // the caret would unfold what hides it
        m_editor.SendScintilla(
            Sci::SCI_GOTOPOS,
            number(static_cast<int>(m_editor.SendScintilla(Sci::SCI_GETLINEENDPOSITION, number(line)))));
    fold(line, isOpen);
}

void Folding::foldAll()
{
    m_editor.SendScintilla(Sci::SCI_FOLDALL, static_cast<unsigned long>(Sci::SC_FOLDACTION_CONTRACT));
    // The caret must not be left in what is hidden now.
    int line = 0;
    int column = 0;
    m_editor.getCursorPosition(&line, &column);
    while (m_editor.SendScintilla(Sci::SCI_GETLINEVISIBLE, number(line)) == 0) {
        const auto parent = static_cast<int>(m_editor.SendScintilla(Sci::SCI_GETFOLDPARENT, number(line)));
        if (parent < 0)
            break;
        line = parent;
        m_editor.SendScintilla(
            Sci::SCI_GOTOPOS,
            static_cast<unsigned long>(m_editor.SendScintilla(Sci::SCI_GETLINEENDPOSITION, number(line))));
    }
}

void Folding::unfoldAll()
{
    m_editor.SendScintilla(Sci::SCI_FOLDALL, static_cast<unsigned long>(Sci::SC_FOLDACTION_EXPAND));
}

} // namespace Skillet::Ui
