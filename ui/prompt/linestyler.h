// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "highlighting/codehighlighter.h"
#include "prompt/styledline.h"
#include "theme/theme.h"

#include <QList>
#include <QTextCharFormat>
#include <QTextLayout>

class QTextBlock;
class QTextDocument;

namespace Skillet::Ui {

/// Puts colours on the prompt's text. The document itself holds plain text; looks are formats of the blocks'
/// layouts, so that another theme costs no change of the text. Callers that are not inside a change of the
/// document (an edit block, or its contentsChange) wrap these calls in an edit block: it repaints them.
class LineStyler final
{
public:
    LineStyler(const Theme &theme, const CodeHighlighter &highlighter);

    /// A line by its LineData; input lines need styleCode().
    void style(const QTextBlock &block) const;
    /// The code in the blocks from `first` to `last`, highlighted as one text.
    void styleCode(const QTextBlock &first, const QTextBlock &last) const;
    /// All blocks before `end`.
    void styleAll(const QTextDocument &document, const QTextBlock &end) const;

private:
    [[nodiscard]] QTextCharFormat formatOf(const TextLook &look) const;

    const Theme &m_theme;
    const CodeHighlighter &m_highlighter;
};

/// The LineData of a block, null for plain output.
[[nodiscard]] const LineData *lineData(const QTextBlock &block);
[[nodiscard]] LineKind lineKind(const QTextBlock &block);

} // namespace Skillet::Ui
