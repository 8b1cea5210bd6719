// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runner/completenessquestions.h"
#include "runner/outputdecoder.h"
#include "runner/session.h"
#include "runner/workersupply.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTimer>

#include <deque>
#include <utility>

namespace Skillet::Runner {

/// What a Session knows of its worker and its runs; for session.cpp alone.
class Session::Private
{
    Q_DECLARE_TR_FUNCTIONS(Skillet::Runner::Session)

public:
    Private(Session *session, SessionOptions sessionOptions);

    void setState(SessionState next);
    void requestWorker();
    void takeWorker(WorkerProcess *fresh);
    void releaseWorker();
    void leaveWorker(SessionState next);
    void workerEnded(const WorkerEnd &end);
    void giveUp(const QString &why);
    void scheduleAdvance();
    void advance();
    void sendRun(RunId run, const Program &program);
    void announceRun();
    void endRun(RunOutcome outcome, int exitCode);
    void endQueue(RunOutcome outcome);
    void stopRun();
    void handleOutput(RunId run, OutputStream stream, const QByteArray &bytes);
    void handleEvent(RunId run, const Protocol::Event &event);
    void handleRunEvent(const Protocol::Event &event);
    void reply(const Protocol::InputReply &line);
    void replyFromProgram(const Protocol::InputRequested &input);
    void stopTimers();
    [[nodiscard]] bool isUnderWay() const { return current != 0; }

    Session *q;
    SessionOptions options;
    SessionState state = SessionState::Stopped;
    QString problem;
    InterpreterInfo interpreter;
    std::deque<std::pair<RunId, Program>> queue;
    RunId lastRun = 0;
    RunId current = 0; // 0: none
    int earlyEnds = 0; // in a row
    std::optional<QStringList> input; // what is left of the current run's own, instead of asking
    bool isSent = false; // the current run, to the worker
    bool isAnnounced = false; // the current run, by runStarted
    bool advanceIsScheduled = false;
    bool workerWasUsed = false;
    QElapsedTimer workerAge;
    QElapsedTimer runAge;
    OutputDecoder decoder; // of the current run
    OutputDecoder looseDecoder; // of output that belongs to no run: of threads that outlive theirs
    QTimer *graceTimer;
    QTimer *repeatTimer;
    QTimer *killTimer;
    CompletenessQuestions questions;
    WorkerProcess *worker = nullptr; // owned by supply
    WorkerSupply supply;
};

} // namespace Skillet::Runner
