// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/editortext.h"

#include "editor/codeeditor.h"
#include "editor/kslexer.h"

#include <QScrollBar>

namespace Skillet::Ui {

namespace {

/// Reading more takes longer than anybody waits for a name.
constexpr long LongestText = 500'000;

} // namespace

EditorText::EditorText(CodeEditor &editor, QObject *parent)
    : AssistedText(parent)
    , m_editor(editor)
{
    connect(&m_editor, &QsciScintilla::cursorPositionChanged, this, &AssistedText::caretMoved);
    connect(&m_editor, &QsciScintilla::textChanged, this, &AssistedText::textChanged);
    connect(m_editor.verticalScrollBar(), &QScrollBar::valueChanged, this, &AssistedText::scrolled);
}

QWidget &EditorText::widget() const
{
    return m_editor;
}

std::optional<CaretPlace> EditorText::caretPlace() const
{
    if (m_editor.hasSelectedText() || m_editor.isReadOnly()
        || qstrcmp(m_editor.codeLexer().language(), "Python") != 0
        || m_editor.SendScintilla(QsciScintillaBase::SCI_GETLENGTH) > LongestText
        || m_editor.SendScintilla(QsciScintillaBase::SCI_GETSELECTIONS) > 1)
        return std::nullopt;
    const QString code = m_editor.code();
    const int bytes = m_editor.caretByte();
    QByteArray head(bytes + 1, '\0'); // Scintilla appends a NUL
    m_editor.SendScintilla(QsciScintillaBase::SCI_GETTEXTRANGE, 0L, static_cast<long>(bytes), head.data());
    return CaretPlace{code, static_cast<int>(QString::fromUtf8(head.constData(), bytes).size())};
}

int EditorText::byteOf(int offset) const
{
    return static_cast<int>(QStringView(m_editor.code()).left(offset).toUtf8().size());
}

QRect EditorText::placeOf(int offset) const
{
    const long byte = byteOf(offset);
    const auto x =
        static_cast<int>(m_editor.SendScintilla(QsciScintillaBase::SCI_POINTXFROMPOSITION, 0UL, byte));
    const auto y =
        static_cast<int>(m_editor.SendScintilla(QsciScintillaBase::SCI_POINTYFROMPOSITION, 0UL, byte));
    const auto height = static_cast<int>(m_editor.SendScintilla(QsciScintillaBase::SCI_TEXTHEIGHT, 0UL));
    return {m_editor.viewport()->mapToGlobal(QPoint(x, y)), QSize(1, height)};
}

bool EditorText::isCaretSeen() const
{
    const long byte = m_editor.caretByte();
    const auto x =
        static_cast<int>(m_editor.SendScintilla(QsciScintillaBase::SCI_POINTXFROMPOSITION, 0UL, byte));
    const auto y =
        static_cast<int>(m_editor.SendScintilla(QsciScintillaBase::SCI_POINTYFROMPOSITION, 0UL, byte));
    return m_editor.viewport()->rect().contains(x, y);
}

void EditorText::replace(int from, int to, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    const int start = byteOf(from);
    m_editor.beginUndoAction();
    m_editor.SendScintilla(QsciScintillaBase::SCI_SETTARGETSTART, static_cast<unsigned long>(start));
    m_editor.SendScintilla(QsciScintillaBase::SCI_SETTARGETEND, static_cast<unsigned long>(byteOf(to)));
    m_editor.SendScintilla(QsciScintillaBase::SCI_REPLACETARGET, static_cast<unsigned long>(bytes.size()),
                           bytes.constData());
    m_editor.SendScintilla(QsciScintillaBase::SCI_GOTOPOS, static_cast<unsigned long>(start + bytes.size()));
    m_editor.endUndoAction();
}

} // namespace Skillet::Ui
