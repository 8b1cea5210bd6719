// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/theme.h"

#include "theme/iconengine.h"
#include "theme/scheme.h"
#include "theme/style.h"

#include <QApplication>
#include <QEvent>
#include <QStyleHints>
#include <QToolTip>

// Outside any namespace, as the macro asks; without it the linker drops the static library's resource.
static void initIcons()
{
    Q_INIT_RESOURCE(icons);
}

namespace Skillet::Ui {

namespace {

bool isDarkPalette(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

QFont makeFont(const QStringList &families, int pixels, QFont::Weight weight = QFont::Normal)
{
    QFont font;
    font.setFamilies(families);
    font.setPixelSize(qMax(1, pixels));
    font.setWeight(weight);
    return font;
}

QStringList proseFamilies()
{
    return {QStringLiteral("Inter"), QStringLiteral("Cantarell"), QStringLiteral("Noto Sans"),
            QStringLiteral("DejaVu Sans")};
}

/// The family that was chosen, then those of the design, for a machine on which it is missing.
QStringList families(const QString &chosen, const QStringList &own)
{
    return chosen.isEmpty() ? own : QStringList{chosen} + own;
}

QFont codeFont(const QString &family, int pixels)
{
    QFont font = makeFont(families(family,
                                   {QStringLiteral("JetBrains Mono"), QStringLiteral("Noto Sans Mono"),
                                    QStringLiteral("DejaVu Sans Mono"), QStringLiteral("Liberation Mono")}),
                          pixels);
    font.setStyleHint(QFont::Monospace);
    font.setFixedPitch(true);
    // Whoever learns must see the characters to type: no ligature that draws != or -> as one sign.
    font.setStyleStrategy(QFont::PreferNoShaping);
    return font;
}

} // namespace

Theme::Theme(QObject *parent)
    : QObject(parent)
    , m_scheme(std::make_shared<Scheme>(makeScheme(false, m_zoom)))
{
    initIcons();
    *m_scheme = makeScheme(isDesktopDark(), m_zoom);
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, &Theme::followDesktop);
#endif
}

Theme::~Theme() = default;

void Theme::setChoice(Core::ThemeChoice choice)
{
    m_choice = choice;
    const bool dark =
        choice == Core::ThemeChoice::Desktop ? isDesktopDark() : choice == Core::ThemeChoice::Dark;
    change(dark, hasHighContrast(), m_zoom);
}

Core::ThemeChoice Theme::choice() const
{
    return m_choice;
}

bool Theme::isDark() const
{
    return m_scheme->dark;
}

void Theme::setHighContrast(bool high)
{
    change(m_scheme->dark, high, m_zoom);
}

bool Theme::hasHighContrast() const
{
    return m_scheme->highContrast;
}

void Theme::setZoomPercent(int percent)
{
    m_zoom = qBound(70, percent, 300);
    change(m_scheme->dark, hasHighContrast(), m_zoom);
}

int Theme::zoomPercent() const
{
    return m_zoom;
}

void Theme::setFonts(const Core::FontChoice &code, const Core::FontChoice &lesson)
{
    if (m_code != code || m_lesson != lesson) {
        m_code = code;
        m_lesson = lesson;
        update();
    }
}

QColor Theme::color(ColorRole role) const
{
    return m_scheme->color(role);
}

const Scheme &Theme::scheme() const
{
    return *m_scheme;
}

QFont Theme::font(FontRole role) const
{
    switch (role) {
    case FontRole::Interface:
        break;
    case FontRole::InterfaceSmall:
        return makeFont(proseFamilies(), scaled(13));
    case FontRole::InterfaceBold:
        return makeFont(proseFamilies(), scaled(15), QFont::DemiBold);
    case FontRole::Title:
        return makeFont(proseFamilies(), scaled(20), QFont::DemiBold);
    case FontRole::Lesson:
        return makeFont(families(m_lesson.family, proseFamilies()), scaled(m_lesson.pixels));
    case FontRole::Code:
        return codeFont(m_code.family, scaled(m_code.pixels));
    }
    return makeFont(proseFamilies(), scaled(15));
}

int Theme::scaled(int pixels) const
{
    return m_scheme->scaled(pixels);
}

QIcon Theme::icon(const QString &name, ColorRole role) const
{
    return QIcon(new IconEngine(name, role, m_scheme));
}

void Theme::applyTo(QApplication &application)
{
    m_application = &application;
    application.installEventFilter(this);
    update();
}

bool Theme::eventFilter(QObject *watched, QEvent *event)
{
    // Qt before 6.5 tells of the desktop's new colours by this event to windows alone.
    if (event->type() == QEvent::ThemeChange) {
        QMetaObject::invokeMethod(this, &Theme::followDesktop, Qt::QueuedConnection);
    }
    return QObject::eventFilter(watched, event);
}

void Theme::followDesktop()
{
    if (m_choice == Core::ThemeChoice::Desktop) {
        change(isDesktopDark(), hasHighContrast(), m_zoom);
    }
}

bool Theme::isDesktopDark() const
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    const Qt::ColorScheme desktop = QGuiApplication::styleHints()->colorScheme();
    if (desktop != Qt::ColorScheme::Unknown) {
        return desktop == Qt::ColorScheme::Dark;
    }
#endif
    if (!m_application) {
        return isDarkPalette(QGuiApplication::palette());
    }
    // Our own palette hides the desktop's: take it off for a look, nothing is painted meanwhile.
    const QPalette own = QApplication::palette();
    QApplication::setPalette(QPalette());
    const bool dark = isDarkPalette(QGuiApplication::palette());
    QApplication::setPalette(own);
    return dark;
}

void Theme::change(bool dark, bool highContrast, int zoom)
{
    if (m_scheme->dark == dark && m_scheme->highContrast == highContrast && m_scheme->zoom == zoom) {
        return;
    }
    *m_scheme = makeScheme(dark, zoom, highContrast ? Contrast::High : Contrast::Usual);
    update();
}

void Theme::update()
{
    if (m_application) {
        if (m_styledZoom != m_zoom) {
            m_styledZoom = m_zoom;
            QApplication::setStyle(new Style(m_scheme));
        }
        const QPalette palette = makePalette(*m_scheme);
        QApplication::setPalette(palette);
        QToolTip::setPalette(palette);
        QApplication::setFont(font(FontRole::Interface));
        QToolTip::setFont(font(FontRole::InterfaceSmall));
    }
    Q_EMIT changed();
}

} // namespace Skillet::Ui
