// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "course/course.h"
#include "progress/store.h"
#include "theme/theme.h"

#include <QHash>
#include <QWidget>

class QModelIndex;
class QProgressBar;
class QStackedLayout;

namespace Skillet::Ui {

class RoadmapModel;
class RoadmapView;
class RoleLabel;

/// Where the learner stands: the course as a tree with the state of each lesson and exercise, under the
/// course's title and the progress in the stage at hand.
class RoadmapPane final : public QWidget
{
    Q_OBJECT

public:
    explicit RoadmapPane(const Theme &theme, QWidget *parent = nullptr);

    /// A course without stages shows how to get one.
    void setCourse(const Course::Course &course);
    void setStates(const QHash<QString, Progress::ItemState> &states);
    /// Marks the lesson or exercise that is open, unfolds its module and brings it into view.
    void setCurrentItem(const QString &id);

Q_SIGNALS:
    /// The learner chose a lesson or exercise to open.
    void itemActivated(const QString &id);

private:
    void updateSummary();
    void unfold(const QModelIndex &index);
    [[nodiscard]] QModelIndex stageAtHand() const;
    void restyle();

    const Theme &m_theme;
    RoadmapModel *m_model;
    RoadmapView *m_view;
    QWidget *m_header;
    RoleLabel *m_title;
    RoleLabel *m_summary;
    QProgressBar *m_progress;
    QStackedLayout *m_stack;
};

} // namespace Skillet::Ui
