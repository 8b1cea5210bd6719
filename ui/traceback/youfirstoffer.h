// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/theme.h"

#include <QWidget>

namespace Skillet::Ui {

/// Offers to ask the learner first from now on; stays until there is an answer.
class YouFirstOffer final : public QWidget
{
    Q_OBJECT

public:
    YouFirstOffer(const Theme &theme, QWidget *parent);

Q_SIGNALS:
    void accepted();
    void declined();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
};

} // namespace Skillet::Ui
