// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/theme.h"

#include <QStyledItemDelegate>

namespace Skillet::Ui {

/// Paints a row of the roadmap. State is told by shape and colour: a check in a filled mark is done, a filled
/// dot is open now, a half mark is started, a ring is untouched; round marks are lessons, square ones
/// exercises. Titles take up to two lines.
class RoadmapDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit RoadmapDelegate(const Theme &theme, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    /// Takes the width from the tree view in `option.widget`, as titles wrap.
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    /// Where the parts of a row lie.
    struct Row
    {
        QRect mark;
        QRect title;
        QRect glyph; ///< of lesson or exercise; empty where there is no room
        QRect aside; ///< minutes, fraction or "planned"
        QString asideText;
    };

    [[nodiscard]] Row layout(const QRect &rect, const QModelIndex &index, int viewWidth) const;
    [[nodiscard]] QString aside(const QModelIndex &index, int viewWidth) const;
    [[nodiscard]] QFont titleFont(const QModelIndex &index) const;
    [[nodiscard]] int lines(const QModelIndex &index, int width) const;
    void paintTitle(QPainter *painter, const QRect &place, const QModelIndex &index) const;
    void paintMark(QPainter *painter, const QRect &place, const QModelIndex &index) const;
    void paintTrack(QPainter *painter, const QRect &row, const QRect &mark, const QModelIndex &index) const;
    void paintProgress(QPainter *painter, const QRect &place, const QModelIndex &index) const;

    const Theme &m_theme;
};

} // namespace Skillet::Ui
