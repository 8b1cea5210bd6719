// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "prompt/styledline.h"

#include <QList>
#include <QString>
#include <QStringView>

#include <vector>

namespace Skillet::Ui {

/// A terminal of one line: turns program output into styled lines. Knows carriage return, backspace, tabs,
/// SGR colours (by role where the theme has one, else as asked for) and erasing within the line; other escape
/// sequences vanish. Cursor movement between lines is not done: full-screen programs need a real terminal.
class AnsiText final
{
public:
    /// Longest line kept in one piece, in UTF-16 code units; longer ones are broken and marked as wrapping.
    static constexpr qsizetype MaxLine = 4000;

    /// `base` is the colour of text that sets none itself. Sequences may be split over calls.
    void feed(QStringView text, ColorRole base);

    /// The lines that are finished; they are handed out once.
    [[nodiscard]] QList<StyledLine> takeLines();
    /// The line that no newline has ended yet.
    [[nodiscard]] StyledLine currentLine() const;
    [[nodiscard]] bool hasCurrentLine() const { return !m_text.isEmpty(); }

    /// Forgets the unfinished line, any half sequence and the colours.
    void reset();

private:
    struct Pen
    {
        std::optional<ColorRole> color;
        std::optional<ColorRole> background;
        std::optional<QRgb> exact;
        std::optional<QRgb> exactBackground;
        bool bold = false;
        bool faint = false;
        bool italic = false;
        bool underline = false;
        bool inverse = false;
    };

    qsizetype takeSequence(QStringView text);
    void control(char16_t c);
    void put(QStringView text);
    void finishLine(bool wraps);
    void runSequence(QStringView parameters, char16_t final);
    void erase(int mode);
    void expandTabs();
    void setColor(bool isBackground, ColorRole role, std::optional<QRgb> exact);
    void setPen(const QList<int> &codes);
    qsizetype setExtendedColor(const QList<int> &codes, qsizetype at);
    [[nodiscard]] quint8 lookIndex();
    [[nodiscard]] StyledLine render(bool wraps) const;

    QString m_text;
    std::vector<quint8> m_cells; ///< index into m_looks for each code unit of m_text
    qsizetype m_cursor = 0;
    std::vector<TextLook> m_looks{TextLook{}};
    Pen m_pen;
    ColorRole m_base = ColorRole::Text;
    QString m_pending; ///< the beginning of an escape sequence
    QList<StyledLine> m_lines;
};

} // namespace Skillet::Ui
