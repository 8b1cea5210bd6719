// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/testmodel.h"

#include "tests/testwords.h"

#include <QDir>
#include <QFileInfo>

namespace Skillet::Ui {

namespace {

constexpr int root = 0;

TestState stateAfter(const Runner::TestResult &result)
{
    switch (result.outcome) {
    case Runner::TestOutcome::Passed:
        return TestState::Passed;
    case Runner::TestOutcome::Skipped:
    case Runner::TestOutcome::ExpectedFailure:
        return TestState::Skipped;
    case Runner::TestOutcome::Failed:
    case Runner::TestOutcome::Error:
    case Runner::TestOutcome::UnexpectedPass:
        break;
    }
    return TestState::Failed;
}

int &countOf(TestCounts &counts, TestState state)
{
    switch (state) {
    case TestState::Passed:
        return counts.passed;
    case TestState::Skipped:
        return counts.skipped;
    case TestState::Lost:
        return counts.lost;
    case TestState::Failed:
        return counts.failed;
    case TestState::Waiting:
    case TestState::Running:
        break;
    }
    return counts.waiting;
}

struct StateLook
{
    const char *icon;
    ColorRole color;
};

StateLook lookOf(TestState state)
{
    switch (state) {
    case TestState::Running:
        return {"media-playback-start", ColorRole::Accent};
    case TestState::Passed:
        return {"checkmark", ColorRole::Ok};
    case TestState::Skipped:
        return {"go-jump", ColorRole::Muted};
    case TestState::Lost:
        return {"question", ColorRole::Warn};
    case TestState::Failed:
        return {"dialog-close", ColorRole::Error};
    case TestState::Waiting:
        break;
    }
    return {"clock", ColorRole::Muted};
}

} // namespace

TestModel::TestModel(const Theme &theme, QObject *parent)
    : QAbstractItemModel(parent)
    , m_theme(theme)
    , m_nodes(1)
{
    connect(&theme, &Theme::changed, this, [this] {
        if (rowCount() > 0)
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, 0));
    });
}

void TestModel::setTests(const QList<Runner::TestCase> &tests, const QString &folder)
{
    beginResetModel();
    m_folder = folder;
    m_nodes.assign(1, {});
    m_groups.clear();
    m_tests.clear();
    m_counts = {};
    for (const Runner::TestCase &test : tests)
        addTest(test);
    endResetModel();
}

int TestModel::addGroup(int parent, const QString &id, const QString &label, const QString &file)
{
    if (const auto known = m_groups.constFind(id); known != m_groups.constEnd())
        return *known;
    const auto number = static_cast<int>(m_nodes.size());
    Node node;
    node.test.id = id;
    node.test.file = file;
    node.label = label;
    node.parent = parent;
    node.row = static_cast<int>(at(parent).children.size());
    m_nodes.push_back(node);
    at(parent).children.append(number);
    m_groups.insert(id, number);
    return number;
}

int TestModel::addTest(const Runner::TestCase &test)
{
    const QString fileId = test.id.section(QStringLiteral("::"), 0, 0);
    const QDir folder(m_folder);
    const QString relative = folder.relativeFilePath(test.file);
    const QString shown = relative.startsWith(QStringLiteral("..")) ? test.file : relative;
    int parent = addGroup(root, fileId, shown, test.file);
    QString id = fileId;
    for (const QString &name : test.names.mid(0, test.names.size() - 1)) {
        id += QStringLiteral("::") + name;
        parent = addGroup(parent, id, name, test.file);
    }
    const auto number = static_cast<int>(m_nodes.size());
    Node node;
    node.test = test;
    node.label = test.names.last();
    node.parent = parent;
    node.row = static_cast<int>(at(parent).children.size());
    node.isGroup = false;
    m_nodes.push_back(node);
    at(parent).children.append(number);
    m_tests.insert(test.id, number);
    for (int above = parent; above != root; above = at(above).parent)
        ++at(above).counts.waiting;
    ++m_counts.waiting;
    return number;
}

void TestModel::appendRow(const Runner::TestCase &test)
{
    // Where among the groups it goes is not worth its own bookkeeping: this is rare.
    beginResetModel();
    addTest(test);
    endResetModel();
}

void TestModel::setState(int node, TestState state)
{
    const TestState before = at(node).state;
    at(node).state = state;
    for (int above = at(node).parent; above != root; above = at(above).parent) {
        --countOf(at(above).counts, before);
        ++countOf(at(above).counts, state);
    }
    --countOf(m_counts, before);
    ++countOf(m_counts, state);
}

void TestModel::tellChanged(int node)
{
    for (int each = node; each != root; each = at(each).parent)
        Q_EMIT dataChanged(indexOf(each), indexOf(each));
}

void TestModel::markStarted(const QString &id)
{
    if (const auto node = m_tests.constFind(id); node != m_tests.constEnd()) {
        setState(*node, TestState::Running);
        tellChanged(*node);
    }
}

void TestModel::setResult(const Runner::TestResult &result)
{
    if (!m_tests.contains(result.id)) {
        const QString file =
            result.file.isEmpty() ? result.id.section(QStringLiteral("::"), 0, 0) : result.file;
        const QString name = result.isBroken ? brokenName() : result.id.section(QStringLiteral("::"), -1);
        appendRow({result.id, file, 0, {name}});
    }
    const int node = m_tests.value(result.id);
    at(node).result = result;
    setState(node, stateAfter(result));
    tellChanged(node);
}

void TestModel::endAll()
{
    for (const int node : std::as_const(m_tests)) {
        if (at(node).state != TestState::Waiting && at(node).state != TestState::Running)
            continue;
        // What has never begun was only left out.
        setState(node, at(node).state == TestState::Running ? TestState::Lost : TestState::Skipped);
        tellChanged(node);
    }
}

QStringList TestModel::failedIds() const
{
    QStringList ids;
    for (const Node &node : m_nodes) {
        if (!node.isGroup && (node.state == TestState::Failed || node.state == TestState::Lost))
            ids.append(node.test.id);
    }
    return ids;
}

QModelIndex TestModel::firstFailure() const
{
    for (int node = 1; node < static_cast<int>(m_nodes.size()); ++node) {
        if (!at(node).isGroup && (at(node).state == TestState::Failed || at(node).state == TestState::Lost))
            return indexOf(node);
    }
    return {};
}

TestState TestModel::stateOf(const QModelIndex &index) const
{
    return shownState(at(nodeOf(index)));
}

const Runner::TestResult *TestModel::resultOf(const QModelIndex &index) const
{
    const Node &node = at(nodeOf(index));
    return node.isGroup || node.result.id.isEmpty() ? nullptr : &node.result;
}

Runner::TestResult TestModel::resultFor(const QString &id) const
{
    return at(m_tests.value(id)).result;
}

QString TestModel::idOf(const QModelIndex &index) const
{
    return at(nodeOf(index)).test.id;
}

Runner::TestCase TestModel::caseOf(const QModelIndex &index) const
{
    return at(nodeOf(index)).test;
}

TestState TestModel::shownState(const Node &node) const
{
    if (!node.isGroup)
        return node.state;
    const TestCounts &counts = node.counts;
    if (counts.failed > 0)
        return TestState::Failed;
    if (counts.lost > 0)
        return TestState::Lost;
    if (counts.waiting > 0)
        return counts.waiting < counts.all() ? TestState::Running : TestState::Waiting;
    return counts.passed > 0 ? TestState::Passed : TestState::Skipped;
}

int TestModel::nodeOf(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<int>(index.internalId()) : root;
}

QModelIndex TestModel::indexOf(int node) const
{
    return node == root ? QModelIndex() : createIndex(at(node).row, 0, static_cast<quintptr>(node));
}

QModelIndex TestModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return indexOf(at(nodeOf(parent)).children.at(row));
}

QModelIndex TestModel::parent(const QModelIndex &index) const
{
    return index.isValid() ? indexOf(at(nodeOf(index)).parent) : QModelIndex();
}

int TestModel::rowCount(const QModelIndex &parent) const
{
    return static_cast<int>(at(nodeOf(parent)).children.size());
}

int TestModel::columnCount(const QModelIndex & /*parent*/) const
{
    return 1;
}

QVariant TestModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Node &node = at(nodeOf(index));
    const TestState state = shownState(node);
    switch (role) {
    case Qt::DisplayRole:
        return node.isGroup && node.counts.failed > 0
            ? groupLabel(node.label, node.counts.failed, node.counts.all())
            : node.label;
    case Qt::DecorationRole: {
        const StateLook look = lookOf(state);
        return m_theme.icon(QString::fromLatin1(look.icon), look.color);
    }
    case Qt::ToolTipRole:
        return node.isGroup ? QDir::toNativeSeparators(node.test.file) : node.test.id;
    case Qt::AccessibleTextRole:
        return accessibleText(node);
    case FailedRole:
        return state == TestState::Failed || state == TestState::Lost;
    default:
        return {};
    }
}

QString TestModel::accessibleText(const Node &node) const
{
    QString text = QStringLiteral("%1: %2").arg(node.label, stateInWords(shownState(node)));
    if (!node.isGroup && !node.result.reason.isEmpty())
        text += QStringLiteral(". ") + node.result.reason.section(u'\n', 0, 0);
    return text;
}

} // namespace Skillet::Ui
