// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QsciScintilla;

namespace Skillet::Ui {

/// Commands on the lines of the selection, or on the caret's. Each is one step to undo, and does nothing in a
/// text that cannot be changed.
void moveLines(QsciScintilla &editor, bool up);
/// Of a selection within one line, that part alone.
void duplicateLines(QsciScintilla &editor);
void deleteLines(QsciScintilla &editor);
/// Makes one line of them, with one blank where the line ends and the indentation were; of a single line and
/// the next. Comments become one comment.
void joinLines(QsciScintilla &editor);

} // namespace Skillet::Ui
