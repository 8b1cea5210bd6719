// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/messages.h"
#include "runner/crashplace.h"
#include "runner/framechannel.h"
#include "runner/limitwatch.h"
#include "runner/session.h"
#include "runner/workerdescriptors.h"
#include "runner/workerend.h"
#include "runner/workerlaunch.h"

#include <QByteArray>
#include <QElapsedTimer>
#include <QObject>
#include <QProcess>
#include <QTimer>

#include <memory>

namespace Skillet::Runner {

/// One skillet-worker from its start to its end: the process with its process group, the handshake, and its
/// messages. Hands output on in small portions, so that a flood leaves the event loop time for others, and
/// grants the worker credit for what was handed on. Keeps no account of runs.
class WorkerProcess final : public QObject
{
    Q_OBJECT

public:
    explicit WorkerProcess(WorkerLaunch launch, QObject *parent = nullptr);
    /// Kills what still runs.
    ~WorkerProcess() override;

    /// Ends in ready() or ended(). To be called once.
    void start();

    /// False when the request is larger than a frame may be: nothing was sent then. \pre after ready()
    [[nodiscard]] bool send(quint32 run, const Protocol::Request &request);

    /// SIGINT to the worker and all the programs it started.
    void interrupt();

    /// SIGKILL to the same. ended() comes when it has taken effect, with `reason` in it.
    void kill(WorkerEndReason reason);

    /// Kills silently: no signal any more, and the object deletes itself once the process is gone.
    void retire();

    [[nodiscard]] bool isReady() const { return m_state == State::Ready; }
    [[nodiscard]] const Protocol::Welcome &welcome() const { return m_welcome; }
    [[nodiscard]] qint64 processId() const { return m_processId; }

Q_SIGNALS:
    void ready();
    void outputReceived(quint32 run, Skillet::Runner::OutputStream stream, const QByteArray &bytes);
    void eventReceived(quint32 run, const Skillet::Protocol::Event &event);
    /// The last signal, after all output the worker wrote.
    void ended(const Skillet::Runner::WorkerEnd &end);

private:
    enum class State { NotStarted, Handshake, Ready, Draining, Ended };

    struct Portion
    {
        quint32 run = 0;
        OutputStream stream = OutputStream::Out;
        QByteArray bytes;
    };

    void launchProcess(WorkerDescriptors &descriptors);
    void processFinished(int code, QProcess::ExitStatus status);
    void processFailed(QProcess::ProcessError error);
    void signalGroup(int signal) const;
    void pump();
    [[nodiscard]] bool pumpFrames();
    [[nodiscard]] bool pumpBacklog();
    [[nodiscard]] bool pumpRemains();
    [[nodiscard]] bool pumpPipe(const Descriptor &pipe, OutputStream stream);
    void takeUnfinishedFrame();
    void handleFrame(const Protocol::Frame &frame);
    void handleControl(const Protocol::Frame &frame);
    void handleHandshake(const Protocol::Event &event);
    void watchChannelEnd();
    void addOutput(quint32 run, OutputStream stream, QByteArray bytes);
    void handOnOutput();
    void grantCredit();
    [[nodiscard]] bool turnIsUsedUp() const;
    void finish();
    void endOverLimit(const WorkerEnd &end, const QList<qint64> &processes);

    WorkerLaunch m_launch;
    State m_state = State::NotStarted;
    Protocol::Welcome m_welcome;
    WorkerEnd m_end;
    bool m_endIsKnown = false; // m_end was settled before the process ended
    bool m_isPumping = false;
    bool m_tookUnfinished = false; // of the frame that the worker's end cut short
    bool m_isRetired = false;
    qint64 m_processId = 0;
    quint32 m_lastRun = 0; // what the bytes left in the pipes belong to
    Portion m_portion; // taken from the worker and not handed on yet
    Portion m_backlog; // the rest of a frame that is larger than a portion
    qsizetype m_turnBytes = 0;
    quint64 m_owedCredit = 0;
    QElapsedTimer m_turn;
    ErrorTail m_errors; // where a crash tells its place
    quint64 m_systemKills = 0; // at the start: what comes on top may be this worker
    Descriptor m_stdinWrite;
    Descriptor m_stdoutRead;
    Descriptor m_stderrRead;
    std::unique_ptr<FrameChannel> m_channel;
    LimitWatch m_limitWatch;
    QTimer m_handshakeTimer;
    QTimer m_nextTurn;
    QTimer m_silenceTimer; // the worker closed its end and has to be seen dead soon
    QProcess m_process; // last: its child goes before the pipes are closed
};

} // namespace Skillet::Runner
