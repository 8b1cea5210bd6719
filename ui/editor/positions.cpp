// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/positions.h"

#include "editor/scintilla.h"

#include <QString>

#include <algorithm>

namespace Skillet::Ui {

namespace {

QString bytesBetween(const QsciScintilla &editor, long from, long to)
{
    QByteArray bytes(to - from + 1, '\0'); // Scintilla appends a NUL
    editor.SendScintilla(QsciScintillaBase::SCI_GETTEXTRANGE, from, to, bytes.data());
    return QString::fromUtf8(bytes.constData(), to - from);
}

} // namespace

int bytePosition(const QsciScintilla &editor, const EditorPlace &place)
{
    const auto line = static_cast<unsigned long>(std::clamp(place.line, 1, std::max(1, editor.lines())) - 1);
    const long start = editor.SendScintilla(QsciScintillaBase::SCI_POSITIONFROMLINE, line);
    const long end = editor.SendScintilla(QsciScintillaBase::SCI_GETLINEENDPOSITION, line);
    const QString text = bytesBetween(editor, start, end);
    return static_cast<int>(start + text.left(std::max(0, place.column)).toUtf8().size());
}

EditorPlace editorPlace(const QsciScintilla &editor, int bytePosition)
{
    const long line = editor.SendScintilla(QsciScintillaBase::SCI_LINEFROMPOSITION,
                                           static_cast<unsigned long>(bytePosition));
    const long start =
        editor.SendScintilla(QsciScintillaBase::SCI_POSITIONFROMLINE, static_cast<unsigned long>(line));
    return {static_cast<int>(line) + 1, static_cast<int>(bytesBetween(editor, start, bytePosition).size())};
}

} // namespace Skillet::Ui
