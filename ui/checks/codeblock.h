// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checks/difference.h"
#include "theme/theme.h"

#include <QTextEdit>

namespace Skillet::Ui {

/// A few lines of code or output to read and copy, as high as its text up to a dozen lines. One stretch may
/// be marked: by a tint and an underline.
class CodeBlock final : public QTextEdit
{
    Q_OBJECT

public:
    CodeBlock(const Theme &theme, const QString &text, QWidget *parent = nullptr);

    /// Tinted with `soft`, underlined with `strong`. Nothing when the stretch is empty.
    void markStretch(const Stretch &stretch, ColorRole soft, ColorRole strong);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void restyle();
    void fitHeight();

    const Theme &m_theme;
    Stretch m_mark;
    ColorRole m_soft = ColorRole::Code;
    ColorRole m_strong = ColorRole::Text;
};

} // namespace Skillet::Ui
