// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/positions.h"
#include "runner/traceback.h"

#include <QList>
#include <QString>

#include <optional>

namespace Skillet::Ui {

class CodeEditor;

/// What comes into the place of a range. The range has lines from 1, columns from 0; its end is not in it.
struct TextEdit
{
    Runner::SourceRange range;
    QString text;

    friend bool operator==(const TextEdit &, const TextEdit &) = default;
};

/// Makes all of them in one step of undo and touches nothing else. The caret stays at what it was at, or goes
/// to `caretAfter`, and what is to be seen stays where it is. The ranges count in the text as it is before,
/// and do not overlap.
void applyEdits(CodeEditor &editor, const QList<TextEdit> &edits,
                const std::optional<EditorPlace> &caretAfter = std::nullopt);

/// What makes `after` of `before` and touches only lines that differ; nothing: they have too many lines to
/// be compared. Lines end in \n. Takes a moment with long texts: not for the window's thread.
[[nodiscard]] QList<TextEdit> lineEdits(const QString &before, const QString &after);

/// The line from 1 that reads `text`: `line` itself, else the nearest; `line` again when none does.
[[nodiscard]] int lineThatReads(const CodeEditor &editor, int line, const QString &text);

} // namespace Skillet::Ui
