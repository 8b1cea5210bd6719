// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/theme.h"

#include <QTreeView>

namespace Skillet::Ui {

/// The table of names: columns that can be sorted, rows that can be copied or put into the prompt.
class NamesView final : public QTreeView
{
    Q_OBJECT

public:
    explicit NamesView(const Theme &theme, QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;

    /// The window's Copy calls this.
    Q_INVOKABLE void copy();

Q_SIGNALS:
    void nameChosen(const QString &name);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();
    void fitValues();
    void chooseCurrent();
    [[nodiscard]] QModelIndexList chosenRows() const;

    const Theme &m_theme;
};

} // namespace Skillet::Ui
