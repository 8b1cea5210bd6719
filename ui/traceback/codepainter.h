// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "highlighting/codehighlighter.h"
#include "theme/theme.h"
#include "traceback/markedline.h"

#include <QPointF>
#include <QRect>

class QPainter;
class QTextLayout;

namespace Skillet::Ui {

/// Draws one line of highlighted source with its failing part marked: tinted, underlined, and with a row of
/// carets below. A line that does not fit is moved so that the failing part is seen.
class CodePainter final
{
public:
    CodePainter(const Theme &theme, const CodeHighlighter &highlighter);

    void setLine(const MarkedLine &line);
    [[nodiscard]] const MarkedLine &line() const { return m_line; }

    [[nodiscard]] int lineHeight() const;
    [[nodiscard]] int caretHeight() const;
    [[nodiscard]] int textWidth() const;

    enum class Carets { Shown, Hidden };

    /// Into `rect`, whose top left is that of the text.
    void draw(QPainter &painter, const QRect &rect, Carets carets) const;

private:
    /// Only the characters from `first` to before `last` are drawn; -1: to the end.
    void prepare(QTextLayout &layout, int first = 0, int last = -1) const;
    void drawMark(QPainter &painter, const QTextLayout &layout, QPointF origin, const QRectF &visible) const;
    void drawCarets(QPainter &painter, const QTextLayout &layout, QPointF origin,
                    const QRectF &visible) const;
    void drawDots(QPainter &painter, QPointF at) const;
    [[nodiscard]] int dotsWidth() const;

    const Theme &m_theme;
    const CodeHighlighter &m_highlighter;
    MarkedLine m_line;
    QList<CodeSpan> m_spans;
};

} // namespace Skillet::Ui
