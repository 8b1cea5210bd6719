// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runner/session.h"
#include "terminal/linesource.h"

#include <QObject>
#include <QString>

#include <optional>

namespace Skillet::Terminal {

/// Python's prompt between a session and somebody's lines: reads, runs, prints, and reads again, as
/// `python3 -i` does. Output goes to this process's standard output and standard error.
class Conversation final : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive the conversation.
    Conversation(Runner::Session &session, LineSource &lines, QObject *parent = nullptr);

    /// Runs `program` first, when there is one.
    void start(const std::optional<Runner::Program> &program);

    /// Ctrl-C: stops the run, or drops the line and the block being typed.
    void interrupt();

Q_SIGNALS:
    /// There is nothing more to do. `status` is what the process is to end with.
    void finished(int status);

private:
    void askCommand();
    void takeLine(const QString &line);
    void takeEnd();
    void judge(quint32 request, Runner::Completeness completeness);
    void runBlock();
    void askInput(const QString &prompt, bool secret);
    void endRun(Runner::RunId run, Runner::RunOutcome outcome, int exitCode);
    void leave();
    void becomeReady();
    void watchState(Runner::SessionState state);
    void print(int descriptor, const QString &text);

    enum class Phase {
        Starting, ///< no worker yet, or none any more
        Command, ///< a line of code is asked for
        Judging, ///< the worker is asked whether the block is complete
        Running,
        Input, ///< the run waits for a line
        Leaving, ///< Python's last duties: exit handlers, threads
    };

    Runner::Session &m_session;
    LineSource &m_lines;
    Phase m_phase = Phase::Starting;
    std::optional<Runner::Program> m_program; // to run as soon as there is a worker
    QString m_block; ///< lines of a statement that is not complete; null: none
    Runner::ProgramKind m_blockKind = Runner::ProgramKind::Interactive;
    quint32 m_question = 0;
    QString m_primary; // sys.ps1
    QString m_secondary; // sys.ps2
    Runner::RunId m_programRun = 0;
};

} // namespace Skillet::Terminal
