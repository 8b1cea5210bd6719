// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/theme.h"

#include <QAbstractButton>

namespace Skillet::Ui {

/// Closes its tab. While the file has changes that are not saved it looks like a dot, until the mouse is over
/// it.
class TabCloseButton final : public QAbstractButton
{
    Q_OBJECT

public:
    explicit TabCloseButton(const Theme &theme, QWidget *parent = nullptr);

    void setChanged(bool changed);
    [[nodiscard]] bool isChanged() const { return m_changed; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    const Theme &m_theme;
    bool m_changed = false;
};

} // namespace Skillet::Ui
