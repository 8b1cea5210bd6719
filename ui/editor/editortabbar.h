// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/theme.h"

#include <QTabBar>

namespace Skillet::Ui {

/// Tabs with a close button that shows a dot while the file has changes that are not saved.
class EditorTabBar final : public QTabBar
{
    Q_OBJECT

public:
    explicit EditorTabBar(const Theme &theme, QWidget *parent = nullptr);

    /// `name` is what is shown; `changed` and `readOnly` are told to screen readers as well.
    void setTab(int index, const QString &name, const QString &toolTip, bool changed, bool readOnly);

Q_SIGNALS:
    void menuRequested(int index, const QPoint &globalPosition);

protected:
    void tabInserted(int index) override;
    [[nodiscard]] QSize tabSizeHint(int index) const override;
    [[nodiscard]] QSize minimumTabSizeHint(int index) const override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    const Theme &m_theme;
};

} // namespace Skillet::Ui
