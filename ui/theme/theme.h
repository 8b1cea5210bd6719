// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings.h"

#include <QColor>
#include <QFont>
#include <QIcon>
#include <QObject>
#include <QString>

#include <memory>

class QApplication;

namespace Skillet::Ui {

struct Scheme;

/// What a colour is for. Widgets name roles, never colours.
enum class ColorRole {
    Ground, ///< window background
    Surface, ///< panes, cards, lists
    Code, ///< behind code
    Text, ///< on all three grounds
    Muted, ///< secondary text, still AA on all three grounds
    Border, ///< hairlines
    Accent, ///< the one accent: links, focus, current item, primary button
    OnAccent, ///< text on Accent
    Ok, ///< passed
    Warn, ///< needs a look
    Error, ///< failed
    AccentSoft, ///< tinted backgrounds for the four above; Text is AA on each
    OkSoft,
    WarnSoft,
    ErrorSoft,
    Selection, ///< behind selected text; Text is AA on it
    CurrentLine, ///< behind the caret's line in code
};

enum class FontRole { Interface, InterfaceSmall, InterfaceBold, Title, Lesson, Code };

/// The look: colours, fonts, sizes and icons for the chosen brightness and zoom. One per program, handed on
/// by reference; widgets connect to changed() where a palette or style sheet does not reach them.
class Theme final : public QObject
{
    Q_OBJECT

public:
    explicit Theme(QObject *parent = nullptr);
    ~Theme() override;

    /// Desktop follows the desktop's colour scheme at the time of the call and later palette changes.
    void setChoice(Core::ThemeChoice choice);
    [[nodiscard]] Core::ThemeChoice choice() const;
    [[nodiscard]] bool isDark() const;

    /// The strongest colours, light or dark as chosen.
    void setHighContrast(bool high);
    [[nodiscard]] bool hasHighContrast() const;

    /// 70 to 300; 100 are the design's sizes.
    void setZoomPercent(int percent);
    [[nodiscard]] int zoomPercent() const;

    /// What code and lessons are set in.
    void setFonts(const Core::FontChoice &code, const Core::FontChoice &lesson);

    [[nodiscard]] QColor color(ColorRole role) const;
    /// All of it, for code that draws with StyleControls.
    [[nodiscard]] const Scheme &scheme() const;
    [[nodiscard]] QFont font(FontRole role) const;
    /// `pixels` of the design at the current zoom.
    [[nodiscard]] int scaled(int pixels) const;

    /// A Breeze icon by its freedesktop name, packed into the program, drawn in the role's current colour at
    /// any size; follows later changes of the theme by itself. Unknown names are a bug of ours: a test
    /// renders every name that is used.
    [[nodiscard]] QIcon icon(const QString &name, ColorRole role = ColorRole::Text) const;

    /// Sets style, palette and font of the whole program, now and after each change.
    void applyTo(QApplication &application);

Q_SIGNALS:
    void changed();

private:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void followDesktop();
    [[nodiscard]] bool isDesktopDark() const;
    void change(bool dark, bool highContrast, int zoom);
    void update();

    Core::ThemeChoice m_choice = Core::ThemeChoice::Desktop;
    int m_zoom = 100;
    Core::FontChoice m_code{{}, 14};
    Core::FontChoice m_lesson{{}, 16};
    int m_styledZoom = 0; ///< the zoom that the style was made for; 0 before the first
    std::shared_ptr<Scheme> m_scheme; ///< shared with the style and the icons, which may outlive us
    QApplication *m_application = nullptr;
};

} // namespace Skillet::Ui
