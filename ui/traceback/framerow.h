// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "highlighting/codehighlighter.h"
#include "runner/traceback.h"
#include "traceback/codepainter.h"
#include "traceback/placebutton.h"

class QToolButton;

namespace Skillet::Ui {

/// A call of the chain on one line: where, in what, and the line of code. Rows hang on a rail, whose dot is
/// filled where to look first.
class FrameRow final : public PlaceButton
{
    Q_OBJECT

public:
    enum class Emphasis { WhereToLook, Own, Library };

    FrameRow(const Theme &theme, const CodeHighlighter &highlighter, const Runner::TracebackFrame &frame,
             Emphasis emphasis, QWidget *parent);

    /// Which ends of the rail go on beyond this row.
    void setRail(bool up, bool down);
    /// Rows below one another begin their code in the same column.
    void setPlaceWidth(int width);
    [[nodiscard]] int naturalPlaceWidth() const;
    /// Adds the button that lets the prompt answer from there.
    void offerToAsk();

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

    /// Draws the piece of the rail for a row of `height`.
    static void drawRail(QPainter &painter, const Theme &theme, int height, bool up, bool down);
    [[nodiscard]] static int railWidth(const Theme &theme);

Q_SIGNALS:
    void askRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] bool isNarrow(int width) const;
    [[nodiscard]] int placeWidth(int width) const;
    [[nodiscard]] int lineHeight() const;
    [[nodiscard]] int rightEdge() const;
    void placeButton();
    void drawDot(QPainter &painter) const;
    void drawPlace(QPainter &painter, const QRect &box) const;

    QToolButton *m_ask = nullptr; ///< when it can be asked
    CodePainter m_code;
    QString m_place;
    QString m_function;
    Emphasis m_emphasis = Emphasis::Own;
    bool m_opens = false;
    bool m_railUp = false;
    bool m_railDown = false;
    int m_placeWidth = 0;
};

} // namespace Skillet::Ui
