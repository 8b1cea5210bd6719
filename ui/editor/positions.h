// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QsciScintilla;

namespace Skillet::Ui {

/// A place in an editor as Runner::SourceRange counts: line from 1, column in UTF-16 units from 0.
struct EditorPlace
{
    int line = 1;
    int column = 0;

    friend bool operator==(const EditorPlace &, const EditorPlace &) = default;
};

/// Scintilla's position (in bytes) of `place`. Lines and columns beyond the text are taken for the nearest
/// there is.
[[nodiscard]] int bytePosition(const QsciScintilla &editor, const EditorPlace &place);
[[nodiscard]] EditorPlace editorPlace(const QsciScintilla &editor, int bytePosition);

} // namespace Skillet::Ui
