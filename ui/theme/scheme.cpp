// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/scheme.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace Skillet::Ui {

namespace {

constexpr std::array<QRgb, colorRoleCount> lightColors = {
    0xffFBF8F4, // Ground
    0xffFFFFFF, // Surface
    0xffF5F1EA, // Code
    0xff2B2622, // Text
    0xff6B625A, // Muted
    0xffE4DCD2, // Border
    0xffA94A22, // Accent
    0xffFFFFFF, // OnAccent
    0xff2A7349, // Ok
    0xff8A5A00, // Warn
    0xffB3261E, // Error
    0xffFBEBE2, // AccentSoft
    0xffE6F3EA, // OkSoft
    0xffFBF0D9, // WarnSoft
    0xffFCEAE8, // ErrorSoft
    0xffF6E3D8, // Selection
    0xffF1EBE1, // CurrentLine
};

constexpr std::array<QRgb, colorRoleCount> darkColors = {
    0xff1E1B18, // Ground
    0xff26221F, // Surface
    0xff2A2622, // Code
    0xffEDE6DD, // Text
    0xffA89E93, // Muted
    0xff3A342F, // Border
    0xffE8935E, // Accent
    0xff231A14, // OnAccent
    0xff6CC58F, // Ok
    0xffE3B341, // Warn
    0xffFF8A80, // Error
    0xff3B2A20, // AccentSoft
    0xff20352A, // OkSoft
    0xff3A301A, // WarnSoft
    0xff432826, // ErrorSoft
    0xff483126, // Selection
    0xff332E29, // CurrentLine
};

constexpr std::array<QRgb, colorRoleCount> strongLightColors = {
    0xffFFFFFF, // Ground
    0xffFFFFFF, // Surface
    0xffFFFFFF, // Code
    0xff000000, // Text
    0xff3A3A3A, // Muted
    0xff5A5A5A, // Border
    0xff7A2C08, // Accent
    0xffFFFFFF, // OnAccent
    0xff0B4F29, // Ok
    0xff5C3B00, // Warn
    0xff8A0F0A, // Error
    0xffFFF3EC, // AccentSoft
    0xffEFFAF2, // OkSoft
    0xffFFF8E6, // WarnSoft
    0xffFFF2F1, // ErrorSoft
    0xffFFDCC8, // Selection
    0xffF2F2F2, // CurrentLine
};

constexpr std::array<QRgb, colorRoleCount> strongDarkColors = {
    0xff000000, // Ground
    0xff000000, // Surface
    0xff000000, // Code
    0xffFFFFFF, // Text
    0xffD0D0D0, // Muted
    0xff9A9A9A, // Border
    0xffFFB58A, // Accent
    0xff000000, // OnAccent
    0xff8FE6B0, // Ok
    0xffFFD766, // Warn
    0xffFFB3AC, // Error
    0xff2A1608, // AccentSoft
    0xff06220F, // OkSoft
    0xff2A2000, // WarnSoft
    0xff300A08, // ErrorSoft
    0xff4A240E, // Selection
    0xff1C1C1C, // CurrentLine
};

const std::array<QRgb, colorRoleCount> &colorsOf(bool dark, Contrast contrast)
{
    if (contrast == Contrast::High) {
        return dark ? strongDarkColors : strongLightColors;
    }
    return dark ? darkColors : lightColors;
}

double luminance(const QColor &color)
{
    const auto linear = [](double channel) {
        return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

} // namespace

QColor Scheme::mixed(ColorRole base, ColorRole over, double share) const
{
    const QColor one = color(base);
    const QColor two = color(over);
    const auto blend = [share](int from, int to) { return qRound(from + (to - from) * share); };
    return {blend(one.red(), two.red()), blend(one.green(), two.green()), blend(one.blue(), two.blue())};
}

Scheme makeScheme(bool dark, int zoomPercent, Contrast contrast)
{
    Scheme scheme;
    scheme.dark = dark;
    scheme.highContrast = contrast == Contrast::High;
    scheme.zoom = zoomPercent;
    std::ranges::transform(colorsOf(dark, contrast), scheme.colors.begin(),
                           [](QRgb rgb) { return QColor(rgb); });
    return scheme;
}

QPalette makePalette(const Scheme &scheme)
{
    using R = ColorRole;
    QPalette palette;
    const auto set = [&](QPalette::ColorRole role, const QColor &color) {
        palette.setColor(QPalette::All, role, color);
    };
    set(QPalette::Window, scheme.color(R::Ground));
    set(QPalette::WindowText, scheme.color(R::Text));
    set(QPalette::Base, scheme.color(R::Surface));
    set(QPalette::AlternateBase, scheme.color(R::Code));
    set(QPalette::Text, scheme.color(R::Text));
    set(QPalette::Button, scheme.color(R::Surface));
    set(QPalette::ButtonText, scheme.color(R::Text));
    set(QPalette::BrightText, scheme.color(R::Error));
    set(QPalette::PlaceholderText, scheme.color(R::Muted));
    set(QPalette::Highlight, scheme.color(R::Selection));
    set(QPalette::HighlightedText, scheme.color(R::Text));
    set(QPalette::Link, scheme.color(R::Accent));
    set(QPalette::LinkVisited, scheme.color(R::Accent));
    set(QPalette::ToolTipBase, scheme.color(R::Surface));
    set(QPalette::ToolTipText, scheme.color(R::Text));
    set(QPalette::Light, scheme.color(R::Surface));
    set(QPalette::Midlight, scheme.mixed(R::Surface, R::Border, 0.5));
    set(QPalette::Mid, scheme.color(R::Border));
    set(QPalette::Dark, scheme.mixed(R::Border, R::Muted, 0.5));
    set(QPalette::Shadow, scheme.color(R::Muted));
    const QColor faint = scheme.mixed(R::Surface, R::Muted, 0.7);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        palette.setColor(QPalette::Disabled, role, faint);
    }
    return palette;
}

double contrast(const QColor &one, const QColor &other)
{
    double high = luminance(one);
    double low = luminance(other);
    if (high < low) {
        std::swap(high, low);
    }
    return (high + 0.05) / (low + 0.05);
}

QColor readableOn(const QColor &ground, const QColor &wanted)
{
    constexpr double enough = 4.5;
    constexpr float step = 0.02F;
    const bool lighter = contrast(Qt::white, ground) > contrast(Qt::black, ground);
    QColor color = wanted;
    float lightness = wanted.lightnessF();
    while (contrast(color, ground) < enough && lightness >= 0 && lightness <= 1) {
        lightness += lighter ? step : -step;
        color = QColor::fromHslF(std::max(wanted.hslHueF(), 0.F), wanted.hslSaturationF(),
                                 std::clamp(lightness, 0.F, 1.F));
    }
    return color;
}

} // namespace Skillet::Ui
