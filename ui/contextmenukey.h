// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace Skillet::Ui {

/// Shift+F10 opens the menu of what has the focus, as the Menu key does, which many keyboards lack. Qt itself
/// does so on Windows only.
class ContextMenuKey final : public QObject
{
    Q_OBJECT

public:
    explicit ContextMenuKey(QObject *parent);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace Skillet::Ui
