// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checks/difference.h"
#include "theme/theme.h"

#include <QTextEdit>

#include <memory>

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

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override;
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void restyle();
    [[nodiscard]] int wantedHeight(int width) const;

    const Theme &m_theme;
    Stretch m_mark;
    ColorRole m_soft = ColorRole::Code;
    ColorRole m_strong = ColorRole::Text;
    std::unique_ptr<QTextDocument> m_measure; ///< a copy to lay out at other widths
};

} // namespace Skillet::Ui
