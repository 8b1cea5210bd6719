// SPDX-License-Identifier: GPL-3.0-or-later
#include "prompt/ansicolors.h"

namespace Skillet::Ui {

// Programs pick colours for a black screen; roles keep them legible in both themes.
ColorRole roleOf(int ansi)
{
    static constexpr ColorRole roles[] = {ColorRole::Muted,  ColorRole::Error,  ColorRole::Ok,
                                          ColorRole::Warn,   ColorRole::Accent, ColorRole::Accent,
                                          ColorRole::Accent, ColorRole::Text};
    return ansi >= 0 && ansi < 8 ? roles[ansi] : ColorRole::Text;
}

ColorRole softRole(ColorRole role)
{
    switch (role) {
    case ColorRole::Error:
        return ColorRole::ErrorSoft;
    case ColorRole::Ok:
        return ColorRole::OkSoft;
    case ColorRole::Warn:
        return ColorRole::WarnSoft;
    case ColorRole::Accent:
        return ColorRole::AccentSoft;
    default:
        return ColorRole::Selection;
    }
}

ColorRole roleOfRgb(const QColor &color)
{
    if (color.hsvSaturation() < 60)
        return color.value() < 150 ? ColorRole::Muted : ColorRole::Text;
    const int hue = color.hsvHue();
    if (hue < 25 || hue >= 330)
        return ColorRole::Error;
    if (hue < 70)
        return ColorRole::Warn;
    return hue < 165 ? ColorRole::Ok : ColorRole::Accent;
}

/// The colours of the sixteen that no role of the theme comes near.
std::optional<QRgb> exactOf(int ansi)
{
    static constexpr QRgb blue = 0xff3f6fd8;
    static constexpr QRgb magenta = 0xffb04fb8;
    static constexpr QRgb cyan = 0xff12938f;
    return ansi == 4 ? std::optional(blue)
        : ansi == 5  ? std::optional(magenta)
        : ansi == 6  ? std::optional(cyan)
                     : std::nullopt;
}

std::optional<QRgb> exactOfIndex(int index)
{
    if (index < 16)
        return exactOf(index % 8);
    if (index >= 232)
        return qRgb(8 + (index - 232) * 10, 8 + (index - 232) * 10, 8 + (index - 232) * 10);
    const auto level = [](int step) { return step == 0 ? 0 : 55 + step * 40; };
    const int cube = index - 16;
    return qRgb(level(cube / 36), level(cube / 6 % 6), level(cube % 6));
}

ColorRole roleOfIndex(int index)
{
    if (index < 16)
        return roleOf(index % 8);
    if (index >= 232)
        return index < 244 ? ColorRole::Muted : ColorRole::Text;
    const int cube = index - 16;
    return roleOfRgb(QColor(cube / 36 * 51, cube / 6 % 6 * 51, cube % 6 * 51));
}

AnsiCodes codesOf(QStringView parameters)
{
    AnsiCodes codes;
    if (parameters.startsWith(u'?'))
        return codes;
    int code = 0;
    bool isNumber = true;
    const auto add = [&] {
        codes.append(isNumber ? code : 0);
        code = 0;
        isNumber = true;
    };
    for (const QChar c : parameters) {
        if (c == u';' || c == u':')
            add();
        else if (c >= u'0' && c <= u'9' && code < 100000)
            code = code * 10 + (c.unicode() - u'0');
        else
            isNumber = false;
        if (codes.size() == MostAnsiCodes)
            return codes;
    }
    add();
    return codes;
}

} // namespace Skillet::Ui
