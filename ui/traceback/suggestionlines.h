// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "highlighting/codehighlighter.h"
#include "runner/explanation.h"
#include "theme/theme.h"
#include "traceback/codepainter.h"

#include <QWidget>

#include <vector>

namespace Skillet::Ui {

/// A line of code as it is and, below it, as it could be: told apart by a sign in front as well as by colour.
class SuggestionLines final : public QWidget
{
    Q_OBJECT

public:
    SuggestionLines(const Theme &theme, const CodeHighlighter &highlighter,
                    const Runner::Suggestion &suggestion, QWidget *parent);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Row
    {
        QString sign;
        ColorRole ground;
        CodePainter code;
    };

    void addRow(const CodeHighlighter &highlighter, const QString &sign, ColorRole ground,
                const QString &text);
    [[nodiscard]] int rowHeight() const;
    [[nodiscard]] int signWidth() const;

    const Theme &m_theme;
    std::vector<Row> m_rows;
};

} // namespace Skillet::Ui
