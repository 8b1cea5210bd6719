// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/theme.h"

#include <QTextLayout>
#include <QWidget>

namespace Skillet::Ui {

/// The exception in large letters: its type in the colour of its tone, then its message. Wraps anywhere and
/// shows a few lines at most; the tool tip has the rest.
class Headline final : public QWidget
{
    Q_OBJECT

public:
    enum class Size { Large, Normal };

    Headline(const Theme &theme, const QString &type, const QString &message, Size size, QWidget *parent);

    /// ColorRole::Error at first.
    void setTone(ColorRole tone);

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] qreal arrange(QTextLayout &layout, int width) const;
    [[nodiscard]] QFont font() const;
    void shorten(QTextLayout &layout, int width) const;

    const Theme &m_theme;
    QString m_type;
    QString m_text;
    Size m_size;
    ColorRole m_tone = ColorRole::Error;
};

} // namespace Skillet::Ui
