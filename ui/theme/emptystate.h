// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/theme.h"

#include <QWidget>

namespace Skillet::Ui {

class RoleLabel;

/// What a pane shows while it has nothing to show: an icon, what is missing, and what to do about it.
class EmptyState final : public QWidget
{
    Q_OBJECT

public:
    EmptyState(const Theme &theme, const QString &iconName, const QString &title, const QString &sentence,
               QWidget *parent = nullptr);

    void setTexts(const QString &title, const QString &sentence);
    /// Less than it shows: no pane is kept large by having nothing.
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void restyle();

    const Theme &m_theme;
    RoleLabel *m_icon;
    RoleLabel *m_title;
    RoleLabel *m_sentence;
};

} // namespace Skillet::Ui
