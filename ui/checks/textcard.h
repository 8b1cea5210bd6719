// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/theme.h"

#include <QFrame>

class QVBoxLayout;

namespace Skillet::Ui {

class RoleLabel;

/// How a card looks.
struct CardLook
{
    QString icon;
    ColorRole strong = ColorRole::Accent;
    ColorRole soft = ColorRole::AccentSoft;
};

/// A tinted box with an icon, a title and words that may wrap. Empty parts take no place.
class TextCard final : public QFrame
{
    Q_OBJECT

public:
    explicit TextCard(const Theme &theme, QWidget *parent = nullptr);

    void set(const CardLook &look, const QString &title, const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void restyle();

    const Theme &m_theme;
    CardLook m_look;
    RoleLabel *m_icon;
    RoleLabel *m_title;
    RoleLabel *m_text;
    QVBoxLayout *m_words;
};

} // namespace Skillet::Ui
