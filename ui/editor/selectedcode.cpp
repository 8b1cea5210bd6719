// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/selectedcode.h"

#include "editor/codeeditor.h"

namespace Skillet::Ui {

SelectedCode selectedCode(const CodeEditor &editor)
{
    int firstLine = 0;
    int firstColumn = 0;
    int lastLine = 0;
    int lastColumn = 0;
    if (!editor.hasSelectedText()) {
        editor.getCursorPosition(&firstLine, &firstColumn);
        return {editor.text(firstLine), firstLine + 1};
    }
    editor.getSelection(&firstLine, &firstColumn, &lastLine, &lastColumn);
    const QString before = editor.text(firstLine).left(firstColumn);
    const QString selected = editor.selectedText();
    return {before.trimmed().isEmpty() ? before + selected : selected, firstLine + 1};
}

} // namespace Skillet::Ui
