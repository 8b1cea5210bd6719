// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runner/session.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QTimer>

#include <map>

/// Handles events until `condition` holds or the time is up; whether it holds. Unlike QTest::qWaitFor it does
/// not sleep between, so that times can be measured.
template <typename Condition>
bool handleEventsUntil(Condition condition, int limitMs)
{
    const QDeadlineTimer deadline(limitMs);
    QTimer waker; // for the loop below to look at the deadline
    waker.start(20);
    while (!condition() && !deadline.hasExpired())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    return condition();
}

inline void handleEvents(int milliseconds)
{
    (void)handleEventsUntil([] { return false; }, milliseconds);
}

/// Keeps what a session said, in order, and what each run came to. For tests only.
class SessionRecorder final : public QObject
{
public:
    struct Run
    {
        QString out;
        QString err;
        QList<Skillet::Runner::Traceback> tracebacks;
        QStringList displayed; ///< "type text", for each
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
        connect(&session, &Session::workerLost, this, [this](const QString &what, const QString &follows) {
            losses.append(what + u' ' + follows);
        });
        connect(&session, &Session::outputReceived, this,
                [this](auto run, OutputStream stream, const QString &text) {
                    (stream == OutputStream::Out ? runs[run].out : runs[run].err).append(text);
                    runs[run].wroteAfterEnd = runs[run].wroteAfterEnd || runs[run].finishes > 0;
                });
        connect(&session, &Session::displayed, this,
                [this](auto run, const QString &mimeType, const QByteArray &, const QString &text) {
                    runs[run].displayed.append(mimeType + QLatin1Char(' ') + text);
                });
        connect(&session, &Session::exceptionRaised, this,
                [this](auto run, const auto &traceback) { runs[run].tracebacks.append(traceback); });
        connect(&session, &Session::runStarted, this, [this](auto run) { started.append(run); });
        connect(&session, &Session::runFinished, this, [this](auto run, auto outcome, int exitCode) {
            ++runs[run].finishes;
            runs[run].outcome = outcome;
            runs[run].exitCode = exitCode;
            finished.append(run);
            lastFinishNs = clock.nsecsElapsed();
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
        (void)handleEventsUntil([&] { return runs[id].finishes > 0; }, limitMs);
        return runs[id];
    }

    bool waitForState(Skillet::Runner::SessionState state, int limitMs = 10000)
    {
        return handleEventsUntil([&] { return m_session.state() == state; }, limitMs);
    }

    QElapsedTimer clock;
    QList<Skillet::Runner::SessionState> states;
    QStringList losses;
    QList<Skillet::Runner::RunId> started;
    QList<Skillet::Runner::RunId> finished;
    std::map<Skillet::Runner::RunId, Run> runs;
    int workers = 0;
    qint64 lastReadyNs = 0;
    qint64 lastFinishNs = 0;

private:
    Skillet::Runner::Session &m_session;
};
