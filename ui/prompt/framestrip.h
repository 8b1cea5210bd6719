// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/theme.h"

#include <QWidget>

class QPushButton;

namespace Skillet::Ui {

class RoleLabel;

/// Says that the prompt's answers come from a frame of an error, and is the way out. Hidden when they do not.
class FrameStrip final : public QWidget
{
    Q_OBJECT

public:
    FrameStrip(const Theme &theme, QWidget *parent);

    /// `place`: what people call the frame; empty hides the strip.
    void setPlace(const QString &place);

Q_SIGNALS:
    void leaveRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void restyle();

    const Theme &m_theme;
    RoleLabel *m_text = nullptr;
    QPushButton *m_leave = nullptr;
};

} // namespace Skillet::Ui
