// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QsciScintilla;

namespace Skillet::Ui {

/// Commands on the lines of the selection, or on the caret's. Each is one step to undo, and does nothing in a
/// text that cannot be changed.
void moveLines(QsciScintilla &editor, bool up);
void duplicateLines(QsciScintilla &editor);
void deleteLines(QsciScintilla &editor);
/// Makes one line of them, with one blank where the line ends and the indentation were; of a single line and
/// the next.
void joinLines(QsciScintilla &editor);

} // namespace Skillet::Ui
