// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/testmodel.h"
#include "tests/testwords.h"

#include <QTimer>
#include <QWidget>

class QCheckBox;
class QHBoxLayout;
class QPlainTextEdit;
class QPushButton;
class QSortFilterProxyModel;
class QSplitter;
class QStackedLayout;
class QTabWidget;
class QTreeView;

namespace Skillet::Ui {

class Actions;
class BusyBar;
class RoleLabel;

/// The learner's tests as a tree, how each stands, and why one failed. What runs them is elsewhere.
class TestsPane final : public QWidget
{
    Q_OBJECT

public:
    explicit TestsPane(const Theme &theme, QWidget *parent = nullptr);

    /// Puts the commands beside what the last run said.
    void addCommands(const Actions &actions);

    /// A run of `what` (a file's name, a test, the project's) begins.
    void begin(const QString &what);
    void showTests(const QList<Runner::TestCase> &tests, const QString &folder);
    void markStarted(const QString &id) { m_model->markStarted(id); }
    void addResult(const Runner::TestResult &result);
    void addOutput(const QString &text);
    /// The run is over; the first failure is marked unless the learner looks at another test.
    void end(const TestRunWords &run);

    [[nodiscard]] const TestModel &model() const { return *m_model; }
    [[nodiscard]] QString output() const;

Q_SIGNALS:
    /// The learner, or the end of a run, marked a test that has failed.
    void failureMarked(const Skillet::Runner::TestResult &result);
    /// Wants to see it in the traceback pane.
    void failureChosen(const Skillet::Runner::TestResult &result);
    /// Wants to see where it stands. `line` from 1; 0: unknown.
    void placeChosen(const QString &file, int line);
    /// What there is to tell: "Tests: 2 failed".
    void titleChanged(const QString &title);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QWidget *makeList();
    [[nodiscard]] QWidget *makeDetails();
    [[nodiscard]] QPlainTextEdit *makeText(const QString &name);
    [[nodiscard]] const Runner::TestResult *markedResult() const;
    void showMarked();
    void choose();
    void showFailure(const QModelIndex &source);
    void updateWords();
    void restyle();

    const Theme &m_theme;
    TestModel *m_model;
    QSortFilterProxyModel *m_shown;
    QTreeView *m_tree = nullptr;
    RoleLabel *m_words = nullptr;
    BusyBar *m_busy = nullptr;
    QHBoxLayout *m_commands = nullptr;
    QCheckBox *m_onlyFailed = nullptr;
    QPushButton *m_toTraceback = nullptr;
    QTabWidget *m_details = nullptr;
    QPlainTextEdit *m_result = nullptr;
    QPlainTextEdit *m_output = nullptr;
    QSplitter *m_halves = nullptr;
    QStackedLayout *m_pages;
    QTimer m_wordsDue;
    bool m_isRunning = false;
};

} // namespace Skillet::Ui
