// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/theme.h"

#include <QObject>

class QsciScintilla;

namespace Skillet::Ui {

/// Folds the blocks of an editor, by the levels that its lexer sets: an arrow in the margin beside each first
/// line, and a line below a folded one. A folded place that is gone to unfolds by itself.
class Folding final : public QObject
{
    Q_OBJECT

public:
    /// Uses the margin below and Scintilla's markers for folders of `editor`.
    Folding(QsciScintilla &editor, const Theme &theme);

    static constexpr int margin = 2;

    /// Folds the innermost block around the caret, or unfolds it when it is folded.
    void toggleAtCaret();
    /// Folds every block, those inside of others too.
    void foldAll();
    void unfoldAll();
    void applyTheme();

private:
    void fold(int line, bool folded);
    [[nodiscard]] bool isHead(int line) const;

    QsciScintilla &m_editor;
    const Theme &m_theme;
};

} // namespace Skillet::Ui
