// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "prompt/styledline.h"

#include <QList>
#include <QString>
#include <QStringView>

#include <span>
#include <vector>

namespace Skillet::Ui {

/// A terminal of one line: turns program output into styled lines. Knows carriage return, backspace, tabs,
/// SGR colours (by role where the theme has one, else as asked for) and erasing within the line; other escape
/// sequences vanish. The cursor goes up to the latest lines, which are taken back for it: enough for progress
/// bars one below the other; full-screen programs need a real terminal.
class AnsiText final
{
public:
    /// Longest line kept in one piece, in UTF-16 code units; longer ones are broken and marked as wrapping.
    static constexpr qsizetype MaxLine = 4000;
    /// As many rows the cursor can go up.
    static constexpr qsizetype MostRows = 60;

    /// `base` is the colour of text that sets none itself. Sequences may be split over calls.
    void feed(QStringView text, ColorRole base);
    /// As feed(), for text that goes to a file and not on the screen: its lines come out plain, which is much
    /// quicker. Colours that stay switched on count for what is fed later.
    void feedUnseen(QStringView text, ColorRole base);

    /// How many of the lines that were handed out last the next ones replace. Call it before takeLines().
    [[nodiscard]] int takenBack();
    /// The lines that are finished; they are handed out once, unless they are taken back.
    [[nodiscard]] QList<StyledLine> takeLines();
    /// The last line, which no newline has ended yet.
    [[nodiscard]] StyledLine currentLine() const;
    [[nodiscard]] bool hasCurrentLine() const { return !m_text.isEmpty() || !m_below.isEmpty(); }
    /// Lines that were handed out are no longer taken back: something else comes after them.
    void settle();

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
    void moveUp(int rows);
    void moveDown(int rows);
    void load(const StyledLine &line);
    void runSequence(QStringView parameters, char16_t final);
    void erase(int mode);
    void expandTabs();
    void setColor(bool isBackground, ColorRole role, std::optional<QRgb> exact);
    void setPen(std::span<const int> codes);
    size_t setExtendedColor(std::span<const int> codes, size_t at);
    [[nodiscard]] quint8 lookIndex();
    [[nodiscard]] quint8 indexOf(const TextLook &look);
    [[nodiscard]] StyledLine render(bool wraps) const;

    QString m_text;
    std::vector<quint8> m_cells; ///< index into m_looks for each code unit of m_text
    qsizetype m_cursor = 0;
    std::vector<TextLook> m_looks{TextLook{}};
    Pen m_pen;
    bool m_isSeen = true;
    ColorRole m_base = ColorRole::Text;
    QString m_pending; ///< the beginning of an escape sequence
    QList<StyledLine> m_lines;
    QList<StyledLine> m_recent; ///< the latest finished lines, which the cursor may go up to
    QList<StyledLine> m_below; ///< rows below the cursor's
    int m_takenBack = 0;
    int m_lent = 0; ///< lines handed out though the cursor is above or in them
};

} // namespace Skillet::Ui
