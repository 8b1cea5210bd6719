// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/theme.h"

#include <QLabel>

namespace Skillet::Ui {

/// A label whose colour and font are roles: both follow the theme. Plain text unless told otherwise.
class RoleLabel final : public QLabel
{
    Q_OBJECT

public:
    RoleLabel(const Theme &theme, FontRole font, ColorRole color, QWidget *parent = nullptr);

    void setColorRole(ColorRole color);
    /// Words of an author or of Python: inlineHtml() of them, set again with each change of the theme.
    void setInlineText(const QString &text);
    /// Shows an icon instead of text, `pixels` wide in the design.
    void setIcon(const QString &name, int pixels);

    /// One line of a text that may wrap: the layout asks heightForWidth() for the rest.
    [[nodiscard]] QSize minimumSizeHint() const override;

private:
    void restyle();

    const Theme &m_theme;
    FontRole m_font;
    ColorRole m_color;
    QString m_inline;
    QString m_icon;
    int m_iconPixels = 0;
};

} // namespace Skillet::Ui
