// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/foldlevels.h"

#include "editor/scintilla.h"

#include <algorithm>

namespace Skillet::Ui {

namespace {

// How far the end of a block is looked for across blank lines.
constexpr int foldLookAhead = 200;

} // namespace

void setFoldLevels(QsciScintilla &editor, int firstLine, int lastLine)
{
    const auto send = [&editor](unsigned int message, int line) {
        return static_cast<int>(editor.SendScintilla(message, static_cast<unsigned long>(line)));
    };
    const auto isBlank = [&](int line) {
        return send(QsciScintillaBase::SCI_GETLINEINDENTPOSITION, line)
            == send(QsciScintillaBase::SCI_GETLINEENDPOSITION, line);
    };
    const auto setLevel = [&](int line, int level) {
        if (send(QsciScintillaBase::SCI_GETFOLDLEVEL, line) != level)
            editor.SendScintilla(QsciScintillaBase::SCI_SETFOLDLEVEL, static_cast<unsigned long>(line),
                                 static_cast<long>(level));
    };
    int head = firstLine - 1; // the last line before that is not blank
    while (head >= 0 && isBlank(head))
        --head;
    const int lineCount = send(QsciScintillaBase::SCI_GETLINECOUNT, 0);
    int headIndent = head < 0 ? 0 : send(QsciScintillaBase::SCI_GETLINEINDENTATION, head);
    for (int line = firstLine; line < lineCount && line <= lastLine + foldLookAhead; ++line) {
        const int base = QsciScintillaBase::SC_FOLDLEVELBASE;
        if (isBlank(line)) {
            setLevel(line, (base + headIndent) | QsciScintillaBase::SC_FOLDLEVELWHITEFLAG);
            continue;
        }
        const int indent = std::min(send(QsciScintillaBase::SCI_GETLINEINDENTATION, line), 0x800);
        if (head >= 0)
            setLevel(head,
                     (base + headIndent)
                         | (indent > headIndent ? QsciScintillaBase::SC_FOLDLEVELHEADERFLAG : 0));
        if (line > lastLine) { // what comes after it is as it was, so it is a head still, or none
            const int old = send(QsciScintillaBase::SCI_GETFOLDLEVEL, line);
            setLevel(line, (base + indent) | (old & QsciScintillaBase::SC_FOLDLEVELHEADERFLAG));
            break;
        }
        setLevel(line, base + indent);
        head = line;
        headIndent = indent;
    }
}

} // namespace Skillet::Ui
