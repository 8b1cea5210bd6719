// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runner/session.h"

#include <QElapsedTimer>
#include <QTest>

#include <map>

/// Keeps what a session said, in order, and what each run came to. For tests only.
class SessionRecorder final : public QObject
{
public:
    struct Run
    {
        QString out;
        QString err;
        QList<Skillet::Runner::Traceback> tracebacks;
        int finishes = 0;
        Skillet::Runner::RunOutcome outcome = Skillet::Runner::RunOutcome::Finished;
        int exitCode = 0;
        bool wroteAfterEnd = false;
    };

    explicit SessionRecorder(Skillet::Runner::Session &session)
        : m_session(session)
    {
        using Skillet::Runner::OutputStream;
        using Skillet::Runner::Session;
        clock.start();
        connect(&session, &Session::stateChanged, this, [this](auto state) { states.append(state); });
        connect(&session, &Session::workerReady, this, [this] {
            ++workers;
            lastReadyNs = clock.nsecsElapsed();
        });
        connect(&session, &Session::workerLost, this, [this](const QString &what) {
            losses.append(what);
            lastLossNs = clock.nsecsElapsed();
        });
        connect(&session, &Session::outputReceived, this,
                [this](auto run, OutputStream stream, const QString &text) {
                    (stream == OutputStream::Out ? runs[run].out : runs[run].err).append(text);
                    runs[run].wroteAfterEnd = runs[run].wroteAfterEnd || runs[run].finishes > 0;
                });
        connect(&session, &Session::exceptionRaised, this,
                [this](auto run, const auto &traceback) { runs[run].tracebacks.append(traceback); });
        connect(&session, &Session::runStarted, this, [this](auto run) { started.append(run); });
        connect(&session, &Session::runFinished, this, [this](auto run, auto outcome, int exitCode) {
            ++runs[run].finishes;
            runs[run].outcome = outcome;
            runs[run].exitCode = exitCode;
            finished.append(run);
        });
    }

    /// Starts `source` and waits for its end. The run, as it ended; finishes is 0 when it did not in time.
    Run run(const QString &source, int limitMs = 10000,
            Skillet::Runner::ProgramKind kind = Skillet::Runner::ProgramKind::Interactive)
    {
        const auto id = m_session.execute({kind, source, {}, {}, {}});
        return waitFor(id, limitMs);
    }

    Run waitFor(Skillet::Runner::RunId id, int limitMs = 10000)
    {
        (void)QTest::qWaitFor([&] { return runs[id].finishes > 0; }, limitMs);
        return runs[id];
    }

    bool waitForState(Skillet::Runner::SessionState state, int limitMs = 10000)
    {
        return QTest::qWaitFor([&] { return m_session.state() == state; }, limitMs);
    }

    QElapsedTimer clock;
    QList<Skillet::Runner::SessionState> states;
    QStringList losses;
    QList<Skillet::Runner::RunId> started;
    QList<Skillet::Runner::RunId> finished;
    std::map<Skillet::Runner::RunId, Run> runs;
    int workers = 0;
    qint64 lastLossNs = 0;
    qint64 lastReadyNs = 0;

private:
    Skillet::Runner::Session &m_session;
};
