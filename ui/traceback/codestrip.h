// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "traceback/codepainter.h"

#include <QWidget>

namespace Skillet::Ui {

/// The failing line on the ground of code, with its number in front and the carets below.
class CodeStrip final : public QWidget
{
    Q_OBJECT

public:
    CodeStrip(const Theme &theme, const CodeHighlighter &highlighter, const MarkedLine &line,
              QWidget *parent);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QString numberText() const;

    const Theme &m_theme;
    CodePainter m_painter;
};

} // namespace Skillet::Ui
