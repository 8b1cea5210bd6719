// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QsciScintilla;

namespace Skillet::Ui {

/// Tells the editor how deep its lines from `firstLine` to `lastLine` (from 0) are, by their indentation: a
/// line deeper than the one before makes that one the head of a block.
void setFoldLevels(QsciScintilla &editor, int firstLine, int lastLine);

} // namespace Skillet::Ui
