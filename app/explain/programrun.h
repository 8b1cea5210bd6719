// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runner/session.h"
#include "terminal/linesource.h"

#include <QObject>

namespace Skillet::Explain {

/// One program from its start to its end, with this process's standard streams as its own.
class ProgramRun final : public QObject
{
    Q_OBJECT

public:
    enum class Output {
        AsItIs,
        OnStandardError, ///< all of it: standard output is somebody else's
    };

    /// Session and lines must outlive it.
    ProgramRun(Runner::Session &session, Terminal::LineSource &lines, Output output,
               QObject *parent = nullptr);

    void start(const Runner::Program &program);
    void interrupt();

Q_SIGNALS:
    /// Empty traceback: no error ended it. `status` is what Python would have ended with.
    void ended(const Skillet::Runner::Traceback &traceback, int status);
    /// It could not be run to its end. `problem` says why.
    void failed(const QString &problem);

private:
    void endRun(Runner::RunOutcome outcome, int exitCode);
    void print(Runner::OutputStream stream, const QString &text);

    Runner::Session &m_session;
    Terminal::LineSource &m_lines;
    Output m_output;
    Runner::Traceback m_traceback;
    QString m_loss;
    bool m_isAsking = false;
    bool m_isOver = false;
};

} // namespace Skillet::Explain
