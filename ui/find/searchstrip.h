// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/theme.h"

#include <QFrame>

class QBoxLayout;
class QLabel;
class QLineEdit;
class QToolButton;

namespace Skillet::Ui {

/// A line to type what to look for, with a count, steps back and on, and a way out. Searches nothing itself.
class SearchStrip final : public QFrame
{
    Q_OBJECT

public:
    /// `what` names the strip for screen readers and stands in the empty line.
    SearchStrip(const Theme &theme, const QString &what, QWidget *parent);

    /// Shows the strip with `pattern` selected.
    void open(const QString &pattern);
    [[nodiscard]] QString pattern() const;
    void setStatus(const QString &status);
    /// Shows the switch for upper and lower case.
    void offerCase();
    [[nodiscard]] Qt::CaseSensitivity caseSensitivity() const;
    /// One more switch, with keys that work while the keyboard is in `scope`, which holds the strip.
    QToolButton *addSwitch(const QString &sign, const QString &what, const QKeySequence &keys,
                           QWidget *scope);
    /// Ctrl+R and Ctrl+S go on with what they do in the window.
    void leaveControlKeys() { m_takesControlKeys = false; }

Q_SIGNALS:
    /// The text or a switch.
    void patternChanged();
    void previousRequested();
    void nextRequested();
    /// Enter; Shift+Enter when `back`.
    void accepted(bool back);
    void dismissed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] bool handleKey(int key, Qt::KeyboardModifiers modifiers);
    [[nodiscard]] QToolButton *addButton(const QString &icon, const QString &text, const QString &keys);
    void applyTheme();

    const Theme &m_theme;
    QBoxLayout *m_buttons; ///< beside the line to type in, or below it where there is no room
    QLineEdit *m_pattern = nullptr;
    QLabel *m_status = nullptr;
    QToolButton *m_case = nullptr;
    int m_switches = 0;
    bool m_takesControlKeys = true;
};

} // namespace Skillet::Ui
