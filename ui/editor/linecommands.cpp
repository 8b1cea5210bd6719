// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/linecommands.h"

#include "editor/scintilla.h"

#include <algorithm>

namespace Skillet::Ui {

namespace {

using Sci = QsciScintillaBase;

unsigned long number(long value)
{
    return static_cast<unsigned long>(value);
}

/// First and last line of the selection, from 0. A line of which nothing is selected is none of them.
struct Lines
{
    long first;
    long last;
};

Lines selectedLines(const QsciScintilla &editor)
{
    const long from = editor.SendScintilla(Sci::SCI_GETSELECTIONSTART);
    const long to = editor.SendScintilla(Sci::SCI_GETSELECTIONEND);
    const long first = editor.SendScintilla(Sci::SCI_LINEFROMPOSITION, number(from));
    long last = editor.SendScintilla(Sci::SCI_LINEFROMPOSITION, number(to));
    if (last > first && editor.SendScintilla(Sci::SCI_POSITIONFROMLINE, number(last)) == to)
        --last;
    return {first, last};
}

QByteArray textOf(const QsciScintilla &editor, long from, long to)
{
    QByteArray bytes(to - from + 1, '\0'); // Scintilla appends a NUL
    editor.SendScintilla(Sci::SCI_GETTEXTRANGE, from, to, bytes.data());
    bytes.chop(1);
    return bytes;
}

void replace(QsciScintilla &editor, long from, long to, const QByteArray &text)
{
    editor.SendScintilla(Sci::SCI_SETTARGETSTART, number(from));
    editor.SendScintilla(Sci::SCI_SETTARGETEND, number(to));
    editor.SendScintilla(Sci::SCI_REPLACETARGET, number(text.size()), text.constData());
}

} // namespace

void moveLines(QsciScintilla &editor, bool up)
{
    if (!editor.isReadOnly())
        editor.SendScintilla(up ? Sci::SCI_MOVESELECTEDLINESUP : Sci::SCI_MOVESELECTEDLINESDOWN);
}

void duplicateLines(QsciScintilla &editor)
{
    if (editor.isReadOnly())
        return;
    const Lines lines = selectedLines(editor);
    const long begin = editor.SendScintilla(Sci::SCI_GETSELECTIONSTART);
    const long end = editor.SendScintilla(Sci::SCI_GETSELECTIONEND);
    const bool isPart = begin < end
        && editor.SendScintilla(Sci::SCI_LINEFROMPOSITION, number(begin))
            == editor.SendScintilla(Sci::SCI_LINEFROMPOSITION, number(end));
    editor.beginUndoAction();
    if (isPart) {
        replace(editor, end, end, textOf(editor, begin, end));
        editor.SendScintilla(Sci::SCI_SETSEL, number(end), 2 * end - begin);
    } else {
        const long from = editor.SendScintilla(Sci::SCI_POSITIONFROMLINE, number(lines.first));
        const long to = editor.SendScintilla(Sci::SCI_GETLINEENDPOSITION, number(lines.last));
        replace(editor, to, to, '\n' + textOf(editor, from, to));
    }
    editor.endUndoAction();
}

void deleteLines(QsciScintilla &editor)
{
    if (editor.isReadOnly())
        return;
    const Lines lines = selectedLines(editor);
    long from = editor.SendScintilla(Sci::SCI_POSITIONFROMLINE, number(lines.first));
    const long length = editor.SendScintilla(Sci::SCI_GETLENGTH);
    const bool isLast = lines.last + 1 >= editor.SendScintilla(Sci::SCI_GETLINECOUNT);
    const long to = isLast ? length : editor.SendScintilla(Sci::SCI_POSITIONFROMLINE, number(lines.last + 1));
    if (isLast && lines.first > 0) // the last line goes with the line end before it
        from = editor.SendScintilla(Sci::SCI_GETLINEENDPOSITION, number(lines.first - 1));
    editor.beginUndoAction();
    replace(editor, from, to, {});
    editor.endUndoAction();
    const long line = std::min(lines.first, editor.SendScintilla(Sci::SCI_GETLINECOUNT) - 1);
    editor.SendScintilla(Sci::SCI_GOTOPOS,
                         number(editor.SendScintilla(Sci::SCI_POSITIONFROMLINE, number(line))));
}

void joinLines(QsciScintilla &editor)
{
    const Lines lines = selectedLines(editor);
    const long last = std::max(lines.first + 1, lines.last);
    if (editor.isReadOnly() || last >= editor.SendScintilla(Sci::SCI_GETLINECOUNT))
        return;
    const long from = editor.SendScintilla(Sci::SCI_POSITIONFROMLINE, number(lines.first));
    const long to = editor.SendScintilla(Sci::SCI_GETLINEENDPOSITION, number(last));
    const QList<QByteArray> parts = textOf(editor, from, to).split('\n');
    QByteArray joined = parts.first();
    while (joined.endsWith(' ') || joined.endsWith('\t'))
        joined.chop(1);
    const bool isComment = joined.trimmed().startsWith('#');
    for (qsizetype index = 1; index < parts.size(); ++index) {
        QByteArray part = parts.at(index).trimmed();
        if (isComment && part.startsWith('#')) // one comment, with one sign
            part = part.mid(1).trimmed();
        const bool needsBlank = !part.isEmpty() && !joined.trimmed().isEmpty() && !joined.endsWith('(')
            && !joined.endsWith('[') && !part.startsWith(')') && !part.startsWith(']');
        joined += needsBlank ? ' ' + part : part;
    }
    editor.beginUndoAction();
    replace(editor, from, to, joined);
    editor.endUndoAction();
    editor.SendScintilla(Sci::SCI_GOTOPOS, number(from + joined.size()));
}

} // namespace Skillet::Ui
