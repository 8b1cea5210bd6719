// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/theme.h"

#include <QWidget>

namespace Skillet::Ui {

/// A hairline between exceptions, or beside those that are in a group.
class Rail final : public QWidget
{
    Q_OBJECT

public:
    Rail(const Theme &theme, Qt::Orientation orientation, QWidget *parent);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
};

} // namespace Skillet::Ui
