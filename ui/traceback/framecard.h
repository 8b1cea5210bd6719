// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "highlighting/codehighlighter.h"
#include "runner/traceback.h"
#include "traceback/placebutton.h"

namespace Skillet::Ui {

/// The biggest card of a traceback: where to look first. Place, the line with its failing part, the values.
class FrameCard final : public PlaceButton
{
    Q_OBJECT

public:
    FrameCard(const Theme &theme, const CodeHighlighter &highlighter, const Runner::TracebackFrame &frame,
              const QString &caption, QWidget *parent);

    /// Of the edge; ColorRole::Error at first.
    void setTone(ColorRole tone);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void addHeading(const Runner::TracebackFrame &frame, const QString &caption);
    void addCode(const CodeHighlighter &highlighter, const Runner::TracebackFrame &frame);

    ColorRole m_tone = ColorRole::Error;
};

} // namespace Skillet::Ui
