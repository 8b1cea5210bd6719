// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/theme.h"

#include <QTreeView>

namespace Skillet::Ui {

/// The roadmap's tree: one click or Enter opens a lesson or exercise and folds or unfolds anything above.
class RoadmapView final : public QTreeView
{
    Q_OBJECT

public:
    explicit RoadmapView(const Theme &theme, QWidget *parent = nullptr);

Q_SIGNALS:
    void itemChosen(const QString &id);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const override;

private:
    void choose(const QModelIndex &index);
    void restyle();

    const Theme &m_theme;
};

} // namespace Skillet::Ui
