// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/textedits.h"

#include "editor/codeeditor.h"
#include "editor/positions.h"
#include "workspace/linediff.h"

#include <algorithm>
#include <utility>

namespace Skillet::Ui {

namespace {

using Sci = QsciScintilla;

struct ByteEdit
{
    long start;
    long end;
    QByteArray text;
};

/// Where the caret is after the edit in front of it or around it.
long moved(long caret, const ByteEdit &edit)
{
    if (caret >= edit.end)
        return caret + static_cast<long>(edit.text.size()) - (edit.end - edit.start);
    if (caret <= edit.start)
        return caret;
    return edit.start + std::min(caret - edit.start, static_cast<long>(edit.text.size()));
}

} // namespace

void applyEdits(CodeEditor &editor, const QList<TextEdit> &edits,
                const std::optional<EditorPlace> &caretAfter)
{
    if (edits.isEmpty() || editor.isReadOnly())
        return;
    QList<ByteEdit> inBytes;
    for (const TextEdit &edit : edits)
        inBytes.append({bytePosition(editor, {edit.range.line, edit.range.column}),
                        bytePosition(editor, {edit.range.endLine, edit.range.endColumn}),
                        edit.text.toUtf8()});
    // From the end on, so that the places of the others stay.
    std::sort(inBytes.begin(), inBytes.end(),
              [](const ByteEdit &one, const ByteEdit &other) { return one.start > other.start; });
    const long caretLine = editor.caretPlace().line - 1;
    const long rowsAbove = editor.SendScintilla(Sci::SCI_VISIBLEFROMDOCLINE, caretLine)
        - editor.SendScintilla(Sci::SCI_GETFIRSTVISIBLELINE);
    long caret = editor.caretByte();
    editor.beginUndoAction();
    for (const ByteEdit &edit : std::as_const(inBytes)) {
        caret = moved(caret, edit);
        editor.SendScintilla(Sci::SCI_SETTARGETRANGE, static_cast<unsigned long>(edit.start), edit.end);
        editor.SendScintilla(Sci::SCI_REPLACETARGET, static_cast<unsigned long>(edit.text.size()),
                             edit.text.constData());
    }
    editor.endUndoAction();
    if (caretAfter)
        caret = bytePosition(editor, *caretAfter);
    editor.SendScintilla(Sci::SCI_SETEMPTYSELECTION, static_cast<unsigned long>(caret));
    const long line = editor.SendScintilla(Sci::SCI_LINEFROMPOSITION, static_cast<unsigned long>(caret));
    const long row = editor.SendScintilla(Sci::SCI_VISIBLEFROMDOCLINE, static_cast<unsigned long>(line));
    editor.SendScintilla(Sci::SCI_SETFIRSTVISIBLELINE,
                         static_cast<unsigned long>(std::max(0L, row - rowsAbove)));
}

QList<TextEdit> lineEdits(const QString &before, const QString &after)
{
    const Workspace::LineDiff diff = Workspace::compareLines(before, after);
    QList<TextEdit> edits;
    const int last = static_cast<int>(diff.before.size());
    qsizetype at = 0;
    int line = 1; // of `before`, that comes next
    while (at < diff.lines.size()) {
        if (diff.lines.at(at).state == Workspace::LineState::Same) {
            ++line;
            ++at;
            continue;
        }
        int removed = 0;
        QStringList added;
        for (; at < diff.lines.size() && diff.lines.at(at).state != Workspace::LineState::Same; ++at) {
            if (diff.lines.at(at).state == Workspace::LineState::Removed)
                ++removed;
            else
                added.append(diff.text(diff.lines.at(at)));
        }
        const int end = line + removed; // the first line that stays
        if (end <= last) {
            added.append(QString());
            edits.append({{line, end, 0, 0}, added.join(u'\n')});
        } else if (line > 1) { // to the end of the text: the line end in front goes or comes along
            const auto column = static_cast<int>(diff.before.at(line - 2).size());
            added.prepend(QString());
            edits.append(
                {{line - 1, last, column, static_cast<int>(diff.before.last().size())}, added.join(u'\n')});
        } else {
            edits.append({{1, last, 0, static_cast<int>(diff.before.last().size())}, added.join(u'\n')});
        }
        line = end;
    }
    return edits;
}

int lineThatReads(const CodeEditor &editor, int line, const QString &text)
{
    const auto reads = [&editor, &text](int number) {
        QString there = editor.text(number - 1);
        while (there.endsWith(u'\n') || there.endsWith(u'\r'))
            there.chop(1);
        return there == text;
    };
    const int last = editor.lines();
    const int from = std::clamp(line, 1, std::max(1, last));
    for (int away = 0; away < last; ++away) {
        for (const int number : {from - away, from + away}) {
            if (number >= 1 && number <= last && reads(number))
                return number;
        }
    }
    return line;
}

} // namespace Skillet::Ui
