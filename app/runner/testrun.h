// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runner/descriptor.h"
#include "runner/testreport.h"

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QTimer>

class QProcess;
class QSocketNotifier;

namespace Skillet::Runner {

/// Which tests to run, and in what.
struct TestOrder
{
    QString python; ///< the interpreter
    QString script; ///< skillet_tests/run.py
    QString folder; ///< to run in: the project
    QStringList which; ///< paths and node ids, relative to `folder`; empty: all that pytest finds there
    QStringList environment; ///< further variables, NAME=value
    qint64 memoryLimit = 0; ///< bytes; 0: none
};

enum class TestRunEnd {
    Done, ///< pytest ended; `status` is its own
    Missing, ///< that Python has no pytest
    NotStarted, ///< there is no such interpreter or folder
    Died, ///< Python ended in the midst of it: `status` is its exit code, or the signal
    Killed, ///< by stop()
};

struct TestRunSummary
{
    TestRunEnd end = TestRunEnd::Done;
    int status = 0;
    bool wasStopped = false;
};

/// Runs the learner's tests with pytest, in a process of its own, and tells what becomes of each while they
/// run. One run at a time. Whatever the tests do, it ends in one ended().
class TestRun final : public QObject
{
    Q_OBJECT

public:
    explicit TestRun(QObject *parent = nullptr);
    ~TestRun() override;

    /// In a later turn of the event loop the first is heard of it. Ignored while isRunning().
    void start(const TestOrder &order);
    /// Asks pytest to stop, as Ctrl+C does, so that fixtures are taken down; after two seconds it is killed
    /// with all that it started.
    void stop();
    [[nodiscard]] bool isRunning() const { return m_process != nullptr; }

Q_SIGNALS:
    void begun(const Skillet::Runner::TestsBegun &about);
    void collected(const QList<Skillet::Runner::TestCase> &tests);
    void started(const QString &id);
    void resultCame(const Skillet::Runner::TestResult &result);
    /// What pytest writes, as a terminal would show it, and all that the tests get past it.
    void wrote(const QString &text);
    void ended(const Skillet::Runner::TestRunSummary &summary);

private:
    void launch(const TestOrder &order);
    void readEvents();
    void takeLines();
    void take(const TestEvent &event);
    void finish(TestRunEnd how, int status);

    QProcess *m_process = nullptr; ///< under way; none: nothing is
    qint64 m_group = 0; ///< its process group; 0: it has not started
    Descriptor m_events; ///< the pipe's end here
    QSocketNotifier *m_notifier = nullptr;
    QByteArray m_line; ///< begun, its end is not there yet
    QTimer m_patience; ///< to the end of a stopped run
    bool m_isMissing = false;
    bool m_isDone = false;
    bool m_wasStopped = false;
    int m_status = 0;
};

} // namespace Skillet::Runner
