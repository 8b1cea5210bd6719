// SPDX-License-Identifier: GPL-3.0-or-later
#include "roadmap/roadmapmodel.h"

#include <algorithm>
#include <utility>

namespace Skillet::Ui {

namespace {

bool isItem(RoadmapNode kind)
{
    return kind == RoadmapNode::Lesson || kind == RoadmapNode::Exercise;
}

QString kindWord(Course::ExerciseKind kind)
{
    switch (kind) {
    case Course::ExerciseKind::Write:
        return RoadmapModel::tr("write");
    case Course::ExerciseKind::Fix:
        return RoadmapModel::tr("fix");
    case Course::ExerciseKind::Predict:
        return RoadmapModel::tr("predict");
    case Course::ExerciseKind::Recall:
        return RoadmapModel::tr("recall");
    case Course::ExerciseKind::Rewrite:
        return RoadmapModel::tr("rewrite");
    case Course::ExerciseKind::Test:
        return RoadmapModel::tr("test");
    case Course::ExerciseKind::Review:
        return RoadmapModel::tr("review");
    case Course::ExerciseKind::Explain:
        return RoadmapModel::tr("explain");
    case Course::ExerciseKind::Project:
        return RoadmapModel::tr("project");
    }
    return {};
}

QString stateWord(Progress::ItemState state)
{
    switch (state) {
    case Progress::ItemState::Done:
        return RoadmapModel::tr("done");
    case Progress::ItemState::Started:
        return RoadmapModel::tr("started");
    case Progress::ItemState::Untouched:
        break;
    }
    return RoadmapModel::tr("not started");
}

} // namespace

RoadmapModel::RoadmapModel(QObject *parent)
    : QAbstractItemModel(parent)
{ }

void RoadmapModel::setCourse(const Course::Course &course)
{
    beginResetModel();
    m_course = course;
    m_nodes.clear();
    m_stages.clear();
    m_byId.clear();
    for (const Course::Stage &stage : std::as_const(m_course.stages)) {
        Node node;
        node.id = stage.id;
        node.title = tr("Stage %1: %2").arg(m_stages.size() + 1).arg(stage.title);
        node.toolTip = stage.goal;
        const int position = append(std::move(node));
        for (const Course::Module &module : stage.modules) {
            appendModule(module, position);
        }
        m_nodes[position].written = std::ranges::any_of(std::as_const(m_nodes[position].children),
                                                        [this](int child) { return m_nodes[child].written; });
    }
    count();
    endResetModel();
}

int RoadmapModel::append(Node node)
{
    QList<int> &siblings = node.parent < 0 ? m_stages : m_nodes[node.parent].children;
    const int position = int(m_nodes.size());
    node.row = int(siblings.size());
    siblings.append(position);
    // Stages have names of their own; a lesson may well be called like one.
    if (node.kind != RoadmapNode::Stage) {
        m_byId.insert(node.id, position);
    }
    m_nodes.append(std::move(node));
    return position;
}

void RoadmapModel::appendModule(const Course::Module &module, int stage)
{
    Node node;
    node.kind = RoadmapNode::Module;
    node.parent = stage;
    node.id = module.id;
    node.title = module.title;
    node.toolTip = module.summary;
    node.written = module.written;
    const int position = append(std::move(node));
    for (const Course::Item &item : module.order) {
        Node leaf;
        leaf.parent = position;
        leaf.id = module.itemId(item);
        leaf.title = module.itemTitle(item);
        if (item.kind == Course::ItemKind::Lesson) {
            leaf.kind = RoadmapNode::Lesson;
            leaf.word = tr("lesson");
            leaf.minutes = module.lessons.at(item.index).minutes;
        } else {
            leaf.kind = RoadmapNode::Exercise;
            leaf.word = kindWord(module.exercises.at(item.index).kind);
            leaf.minutes = module.exercises.at(item.index).minutes;
        }
        append(std::move(leaf));
    }
}

const Course::Course &RoadmapModel::course() const
{
    return m_course;
}

void RoadmapModel::setStates(const QHash<QString, Progress::ItemState> &states)
{
    if (m_states == states) {
        return;
    }
    m_states = states;
    count();
    changeAll({StateRole, DoneRole, TotalRole, Qt::AccessibleTextRole});
}

void RoadmapModel::setCurrentItem(const QString &id)
{
    if (m_current == id) {
        return;
    }
    const QString before = std::exchange(m_current, id);
    for (const QString &changed : {before, id}) {
        const QModelIndex index = indexOf(changed);
        if (index.isValid()) {
            Q_EMIT dataChanged(index, index, {CurrentRole, Qt::AccessibleTextRole});
        }
    }
}

QString RoadmapModel::currentItem() const
{
    return m_current;
}

QModelIndex RoadmapModel::indexOf(const QString &id) const
{
    const auto found = m_byId.constFind(id);
    return found == m_byId.constEnd() ? QModelIndex()
                                      : createIndex(m_nodes.at(*found).row, 0, quintptr(*found));
}

QModelIndex RoadmapModel::index(int row, int column, const QModelIndex &parent) const
{
    if (column != 0 || row < 0 || row >= rowCount(parent)) {
        return {};
    }
    const QList<int> &siblings =
        parent.isValid() ? m_nodes.at(qsizetype(parent.internalId())).children : m_stages;
    return createIndex(row, 0, quintptr(siblings.at(row)));
}

QModelIndex RoadmapModel::parent(const QModelIndex &child) const
{
    const int above = child.isValid() ? m_nodes.at(qsizetype(child.internalId())).parent : -1;
    return above < 0 ? QModelIndex() : createIndex(m_nodes.at(above).row, 0, quintptr(above));
}

int RoadmapModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid()) {
        return int(m_stages.size());
    }
    return parent.column() == 0 ? int(m_nodes.at(qsizetype(parent.internalId())).children.size()) : 0;
}

int RoadmapModel::columnCount(const QModelIndex & /*parent*/) const
{
    return 1;
}

QVariant RoadmapModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Node &node = m_nodes.at(qsizetype(index.internalId()));
    switch (role) {
    case Qt::DisplayRole:
        return node.title;
    case Qt::ToolTipRole:
        return node.toolTip.isEmpty() ? node.title : node.toolTip;
    case Qt::AccessibleTextRole:
        return spoken(node);
    case IdRole:
        return node.id;
    case NodeRole:
        return QVariant::fromValue(node.kind);
    case StateRole:
        return QVariant::fromValue(stateOf(node));
    case CurrentRole:
        return isItem(node.kind) && node.id == m_current;
    case KindRole:
        return node.word;
    case MinutesRole:
        return node.minutes;
    case WrittenRole:
        return node.written;
    case DoneRole:
        return node.done;
    case TotalRole:
        return node.total;
    default:
        return {};
    }
}

QHash<int, QByteArray> RoadmapModel::roleNames() const
{
    QHash<int, QByteArray> names = QAbstractItemModel::roleNames();
    names.insert(IdRole, "id");
    names.insert(StateRole, "state");
    return names;
}

void RoadmapModel::count()
{
    for (Node &node : m_nodes) {
        node.done = 0;
        node.total = isItem(node.kind) ? 1 : 0;
        if (node.total > 0 && stateOf(node) == Progress::ItemState::Done) {
            node.done = 1;
        }
    }
    // Children stand behind their parents in the list: going backwards sums up both levels.
    for (qsizetype position = m_nodes.size() - 1; position >= 0; --position) {
        const Node &node = m_nodes.at(position);
        if (node.parent >= 0) {
            m_nodes[node.parent].done += node.done;
            m_nodes[node.parent].total += node.total;
        }
    }
}

Progress::ItemState RoadmapModel::stateOf(const Node &node) const
{
    return m_states.value(node.id, Progress::ItemState::Untouched);
}

QString RoadmapModel::spoken(const Node &node) const
{
    QStringList parts = {node.title};
    if (isItem(node.kind)) {
        parts.append(node.kind == RoadmapNode::Lesson ? node.word : tr("exercise, %1").arg(node.word));
        if (node.minutes > 0) {
            parts.append(node.minutes == 1 ? tr("1 minute") : tr("%1 minutes").arg(node.minutes));
        }
        parts.append(stateWord(stateOf(node)));
        if (node.id == m_current) {
            parts.append(tr("open now"));
        }
    } else {
        if (node.kind == RoadmapNode::Module) {
            parts.append(tr("module"));
        }
        parts.append(node.total == 0 ? tr("planned, not written yet")
                                     : tr("%1 of %2 done").arg(node.done).arg(node.total));
    }
    return parts.join(QStringLiteral(", "));
}

void RoadmapModel::changeAll(const QList<int> &roles, const QModelIndex &parent)
{
    const int rows = rowCount(parent);
    if (rows == 0) {
        return;
    }
    Q_EMIT dataChanged(index(0, 0, parent), index(rows - 1, 0, parent), roles);
    for (int row = 0; row < rows; ++row) {
        changeAll(roles, index(row, 0, parent));
    }
}

} // namespace Skillet::Ui
