// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "course/course.h"
#include "progress/store.h"

#include <QAbstractItemModel>
#include <QHash>

namespace Skillet::Ui {

enum class RoadmapNode { Stage, Module, Lesson, Exercise };

/// The course as a tree: stages, their modules, and a module's lessons and exercises in order, each with
/// the learner's state. Knows nothing of where states come from.
class RoadmapModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole,
        NodeRole, ///< RoadmapNode
        StateRole, ///< Progress::ItemState, of lessons and exercises
        CurrentRole, ///< bool: the item that is open
        KindRole, ///< "lesson" or the exercise's kind, as a word to show
        MinutesRole, ///< 0 = not known
        WrittenRole, ///< false: planned, nothing ships yet
        DoneRole, ///< of stages and modules: finished lessons and exercises
        TotalRole,
    };

    explicit RoadmapModel(QObject *parent = nullptr);

    void setCourse(const Course::Course &course);
    [[nodiscard]] const Course::Course &course() const;
    void setStates(const QHash<QString, Progress::ItemState> &states);
    /// An empty or unknown id: no item is open.
    void setCurrentItem(const QString &id);
    [[nodiscard]] QString currentItem() const;

    /// Of the lesson, exercise or module with that id; invalid when there is none.
    [[nodiscard]] QModelIndex indexOf(const QString &id) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    using QObject::parent;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    /// Rows in the order of the course; QModelIndex::internalId() is a position in this list.
    struct Node
    {
        RoadmapNode kind = RoadmapNode::Stage;
        int parent = -1;
        int row = 0;
        QList<int> children;
        QString id;
        QString title;
        QString word; ///< of KindRole
        QString toolTip;
        int minutes = 0;
        bool written = true;
        int done = 0;
        int total = 0;
    };

    int append(Node node);
    void appendModule(const Course::Module &module, int stage);
    void count();
    [[nodiscard]] Progress::ItemState stateOf(const Node &node) const;
    [[nodiscard]] QString spoken(const Node &node) const;
    void changeAll(const QList<int> &roles, const QModelIndex &parent = {});

    Course::Course m_course;
    QList<Node> m_nodes;
    QList<int> m_stages;
    QHash<QString, int> m_byId;
    QHash<QString, Progress::ItemState> m_states;
    QString m_current;
};

} // namespace Skillet::Ui
