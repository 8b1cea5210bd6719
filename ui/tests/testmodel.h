// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runner/testreport.h"
#include "theme/theme.h"

#include <QAbstractItemModel>
#include <QHash>
#include <QList>

#include <vector>

namespace Skillet::Ui {

/// How a test stands, or the worst of those in a group.
enum class TestState {
    Waiting,
    Running,
    Passed,
    Skipped, ///< with expected failures
    Lost, ///< Python or the run ended before it did
    Failed, ///< with errors and unexpected passes
};

/// How many of them stand how.
struct TestCounts
{
    int waiting = 0; ///< with those that run
    int passed = 0;
    int skipped = 0;
    int lost = 0;
    int failed = 0;

    [[nodiscard]] int all() const { return waiting + passed + skipped + lost + failed; }
    friend bool operator==(const TestCounts &, const TestCounts &) = default;
};

/// The tests of one run as a tree: files, classes in them, functions.
class TestModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    static constexpr int FailedRole = Qt::UserRole + 1; ///< bool: it, or something in it, failed or was lost

    explicit TestModel(const Theme &theme, QObject *parent = nullptr);

    /// Takes the place of all that was shown. Names of files are shown as they lie in `folder`.
    void setTests(const QList<Runner::TestCase> &tests, const QString &folder);
    void clear() { setTests({}, {}); }
    void markStarted(const QString &id);
    /// Of a file that could not be read, and of a test nobody has told of, a row is added.
    void setResult(const Runner::TestResult &result);
    /// What has not ended will not any more.
    void endAll();

    [[nodiscard]] TestCounts counts() const { return m_counts; }
    [[nodiscard]] QStringList failedIds() const;
    [[nodiscard]] QModelIndex firstFailure() const;
    [[nodiscard]] TestState stateOf(const QModelIndex &index) const;
    /// Null for a group, and for a test that has not ended.
    [[nodiscard]] const Runner::TestResult *resultOf(const QModelIndex &index) const;
    [[nodiscard]] Runner::TestResult resultFor(const QString &id) const;
    [[nodiscard]] QModelIndex indexFor(const QString &id) const { return indexOf(m_tests.value(id)); }
    /// pytest's name of the test, the class or the file.
    [[nodiscard]] QString idOf(const QModelIndex &index) const;
    /// Where it begins; line 0: unknown.
    [[nodiscard]] Runner::TestCase caseOf(const QModelIndex &index) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Node
    {
        Runner::TestCase test; ///< of a group: its id and file
        QString label;
        int parent = 0;
        int row = 0;
        QList<int> children;
        bool isGroup = true;
        TestState state = TestState::Waiting; ///< of a test
        TestCounts counts; ///< of what is in a group
        Runner::TestResult result;
    };

    [[nodiscard]] int nodeOf(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(int node) const;
    [[nodiscard]] const Node &at(int node) const { return m_nodes[static_cast<std::size_t>(node)]; }
    [[nodiscard]] Node &at(int node) { return m_nodes[static_cast<std::size_t>(node)]; }
    [[nodiscard]] TestState shownState(const Node &node) const;
    [[nodiscard]] QString accessibleText(const Node &node) const;
    int addGroup(int parent, const QString &id, const QString &label, const QString &file);
    int addTest(const Runner::TestCase &test);
    void appendRow(const Runner::TestCase &test);
    void setState(int node, TestState state);
    void tellChanged(int node);

    const Theme &m_theme;
    QString m_folder;
    std::vector<Node> m_nodes; ///< the first is the root
    QHash<QString, int> m_groups; ///< by id
    QHash<QString, int> m_tests; ///< by id
    TestCounts m_counts;
};

} // namespace Skillet::Ui
