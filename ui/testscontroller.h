// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "runner/testrun.h"

#include <QElapsedTimer>
#include <QObject>
#include <QString>
#include <QStringList>

#include <functional>

class QAction;

namespace Skillet::Ui {

class Actions;
class EditorArea;
class TestsPane;

/// Runs the learner's tests with pytest: those of the file in the editor, the one at the caret, the
/// project's, those that failed. All changed files are saved first, as the tests read them from the disk.
class TestsController final : public QObject
{
    Q_OBJECT

public:
    struct Setup
    {
        std::function<QString()> project; ///< the folder of the files pane
        std::function<QString()> python; ///< the interpreter to run them with
        QString script; ///< skillet_tests/run.py
        qint64 memoryLimit = 0; ///< bytes
    };

    TestsController(EditorArea &editor, TestsPane &pane, Setup setup, QObject *parent);

    void connectActions(const Actions &actions);
    [[nodiscard]] bool isRunning() const { return m_run.isRunning(); }

Q_SIGNALS:
    /// A run began.
    void paneWanted();
    void told(const QString &words);
    void problemOccurred(const Skillet::Core::Error &error);
    /// A test's failure is looked at; `forward`: the learner asked for it.
    void tracebackMet(const Skillet::Runner::Traceback &traceback, bool forward);
    void placeWanted(const QString &file, int line, int column);

private:
    /// What to run: `which` as pytest takes it, and how the learner calls it.
    struct Choice
    {
        QString folder;
        QStringList which;
        QString name;
    };

    void runFile();
    void runAtCaret();
    void runAll();
    void runFailed();
    void start(const Choice &choice);
    void finish(const Runner::TestRunSummary &summary);
    void updateActions();
    /// The file in front, saved or not; empty, with the problem told, when there is none with a name.
    [[nodiscard]] QString fileInFront();

    EditorArea &m_editor;
    TestsPane &m_pane;
    Setup m_setup;
    Runner::TestRun m_run;
    Choice m_choice; ///< of the last run
    QString m_python;
    QElapsedTimer m_clock;
    QAction *m_failed = nullptr;
    QAction *m_stop = nullptr;
    QList<QAction *> m_starters;
};

} // namespace Skillet::Ui
