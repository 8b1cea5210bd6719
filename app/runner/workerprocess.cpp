// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/workerprocess.h"

#include "core/log.h"
#include "runner/groupusage.h"
#include "runner/wire.h"

#include <QFileInfo>
#include <QtEndian>

#include <algorithm>
#include <csignal>
#include <sys/ioctl.h>
#include <utility>

namespace Skillet::Runner {

namespace {

// A turn of the event loop handles at most this much, so that the window answers during a flood.
constexpr qsizetype turnBytes = 262144;
constexpr int turnMilliseconds = 8;
constexpr qsizetype portionBytes = 65536;
// Credit goes back in lumps: a message for every line would double the traffic.
constexpr quint64 creditLump = Protocol::InitialCredit / 8;
constexpr int silenceLimitMs = 1000;

} // namespace

WorkerProcess::WorkerProcess(WorkerLaunch launch, QObject *parent)
    : QObject(parent)
    , m_launch(std::move(launch))
    , m_limitWatch(m_launch.limits)
{
    m_handshakeTimer.setSingleShot(true);
    m_nextTurn.setSingleShot(true);
    m_silenceTimer.setSingleShot(true);
    connect(&m_handshakeTimer, &QTimer::timeout, this, [this] { kill(WorkerEndReason::NoAnswer); });
    connect(&m_nextTurn, &QTimer::timeout, this, &WorkerProcess::pump);
    connect(&m_silenceTimer, &QTimer::timeout, this, [this] { kill(WorkerEndReason::Unintelligible); });
    if (m_launch.hold)
        connect(m_launch.hold, &OutputHold::released, this, &WorkerProcess::grantCredit);
    connect(&m_limitWatch, &LimitWatch::exceeded, this, &WorkerProcess::endOverLimit);
    connect(&m_process, &QProcess::finished, this, &WorkerProcess::processFinished);
    connect(&m_process, &QProcess::errorOccurred, this, &WorkerProcess::processFailed);
}

WorkerProcess::~WorkerProcess()
{
    m_process.disconnect(this);
    signalGroup(SIGKILL);
    // Reaps the killed child, which takes milliseconds. During a session workers are retired instead.
    m_process.close();
}

void WorkerProcess::start()
{
    Q_ASSERT(m_state == State::NotStarted);
    m_state = State::Handshake;
    const QFileInfo program(m_launch.executable);
    Core::Result<WorkerDescriptors> descriptors = WorkerDescriptors::open();
    if (!program.isFile())
        m_end = {WorkerEndReason::Missing, 0, {}};
    else if (!program.isExecutable())
        m_end = {WorkerEndReason::NotExecutable, 0, {}};
    else if (!descriptors)
        m_end = {WorkerEndReason::NotStarted, 0, descriptors.error().message};
    else
        return launchProcess(descriptors.value());
    QMetaObject::invokeMethod(this, &WorkerProcess::finish, Qt::QueuedConnection);
}

void WorkerProcess::launchProcess(WorkerDescriptors &descriptors)
{
    m_process.setProgram(m_launch.executable);
    m_process.setArguments(workerArguments(m_launch, descriptors.worker));
    if (QFileInfo(m_launch.workingFolder).isDir())
        m_process.setWorkingDirectory(m_launch.workingFolder);
    m_process.setProcessChannelMode(QProcess::ForwardedChannels);
    m_process.setInputChannelMode(QProcess::ForwardedInputChannel);
    const WorkerDescriptors::WorkerSide *side = &descriptors.worker;
    m_process.setChildProcessModifier([side, parent = ::getpid()] { prepareWorkerChild(*side, parent); });

    m_channel = std::make_unique<FrameChannel>(std::move(descriptors.protocol));
    m_stdinWrite = std::move(descriptors.stdinWrite);
    m_stdoutRead = std::move(descriptors.stdoutRead);
    m_stderrRead = std::move(descriptors.stderrRead);
    connect(m_channel.get(), &FrameChannel::readable, this, &WorkerProcess::pump);

    m_handshakeTimer.start(m_launch.handshakeLimitMs);
    // The fork happens within start(): afterwards the worker's ends can go, and must, for its end to be seen.
    m_process.start(QIODevice::ReadOnly);
    m_process.setChildProcessModifier({});
    m_processId = m_process.processId();
    m_systemKills = outOfMemoryKills();
    m_channel->send(
        Protocol::encodeFrame(Protocol::FrameType::Control, 0,
                              Protocol::encodeRequest(Protocol::Hello{Protocol::Version, m_launch.role})));
}

bool WorkerProcess::send(quint32 run, const Protocol::Request &request)
{
    const std::string payload = Protocol::encodeRequest(request);
    if (payload.size() > Protocol::LargestPayload)
        return false;
    if (std::holds_alternative<Protocol::Execute>(request)
        || std::holds_alternative<Protocol::CheckAttempt>(request)) {
        m_lastRun = run;
        m_limitWatch.watch(m_processId, LimitWatch::Pace::Running);
    }
    if (m_state == State::Ready)
        m_channel->send(Protocol::encodeFrame(Protocol::FrameType::Control, run, payload));
    return true;
}

void WorkerProcess::interrupt()
{
    signalGroup(SIGINT);
}

void WorkerProcess::kill(WorkerEndReason reason)
{
    if (m_state == State::Draining || m_state == State::Ended)
        return;
    if (!m_endIsKnown) {
        m_end.reason = reason;
        m_endIsKnown = true;
    }
    signalGroup(SIGKILL);
}

void WorkerProcess::endOverLimit(const WorkerEnd &end, const QList<qint64> &processes)
{
    if (!m_endIsKnown && m_state == State::Ready) {
        m_end = end;
        kill(end.reason);
    }
    // Some may have left the group, as the jobs of a shell do.
    for (const qint64 process : processes)
        ::kill(static_cast<pid_t>(process), SIGKILL);
}

void WorkerProcess::retire()
{
    disconnect();
    m_isRetired = true;
    m_limitWatch.stop();
    m_handshakeTimer.stop();
    m_nextTurn.stop();
    m_silenceTimer.stop();
    if (m_channel)
        m_channel->setPaused(true);
    signalGroup(SIGKILL);
    if (m_process.state() == QProcess::NotRunning)
        deleteLater();
}

void WorkerProcess::signalGroup(int signal) const
{
    if (m_processId <= 0 || m_process.state() == QProcess::NotRunning)
        return;
    const auto leader = static_cast<pid_t>(m_processId);
    // Right after the fork the group does not exist yet.
    if (::kill(-leader, signal) != 0)
        ::kill(leader, signal);
}

void WorkerProcess::processFinished(int code, QProcess::ExitStatus status)
{
    // Programs the worker started do not outlive it. Its number cannot be in use again this soon.
    ::kill(-static_cast<pid_t>(m_processId), SIGKILL);
    if (m_isRetired) {
        deleteLater();
        return;
    }
    if (!m_endIsKnown) {
        m_end.reason = status == QProcess::CrashExit ? WorkerEndReason::Signalled : WorkerEndReason::Exited;
        m_end.code = code;
        if (status == QProcess::CrashExit && code == SIGKILL && outOfMemoryKills() > m_systemKills)
            m_end.reason = WorkerEndReason::OutOfMemory;
    }
    m_handshakeTimer.stop();
    m_silenceTimer.stop();
    m_state = State::Draining;
    pump();
}

void WorkerProcess::processFailed(QProcess::ProcessError error)
{
    if (error != QProcess::FailedToStart)
        return; // a crash; finished() follows
    m_end = {WorkerEndReason::NotStarted, 0, m_process.errorString()};
    m_handshakeTimer.stop();
    if (m_isRetired)
        deleteLater();
    else
        QMetaObject::invokeMethod(this, &WorkerProcess::finish, Qt::QueuedConnection);
}

void WorkerProcess::pump()
{
    if (m_isPumping || m_isRetired || m_state == State::Ended)
        return;
    m_isPumping = true;
    m_turn.start();
    m_turnBytes = 0;
    const bool isDrained = pumpFrames() && (m_state != State::Draining || pumpRemains());
    handOnOutput();
    grantCredit();
    m_isPumping = false;
    if (m_isRetired)
        return;
    m_channel->setPaused(!isDrained || m_channel->isBroken());
    if (!isDrained)
        m_nextTurn.start(0);
    else if (m_state == State::Draining)
        finish();
    else
        watchChannelEnd();
}

bool WorkerProcess::turnIsUsedUp() const
{
    return m_turnBytes >= turnBytes || m_turn.elapsed() >= turnMilliseconds;
}

/// The pump functions return false when the turn was used up before everything was handled.
bool WorkerProcess::pumpFrames()
{
    if (!pumpBacklog())
        return false;
    while (const std::optional<Protocol::Frame> frame = m_channel->next()) {
        handleFrame(*frame);
        if (!pumpBacklog() || turnIsUsedUp())
            return false;
    }
    return true;
}

bool WorkerProcess::pumpBacklog()
{
    while (!m_backlog.bytes.isEmpty()) {
        if (turnIsUsedUp())
            return false;
        addOutput(m_backlog.run, m_backlog.stream, m_backlog.bytes.left(portionBytes));
        m_backlog.bytes.remove(0, portionBytes);
    }
    return true;
}

bool WorkerProcess::pumpRemains()
{
    if (!std::exchange(m_tookUnfinished, true))
        takeUnfinishedFrame();
    return pumpBacklog() && pumpPipe(m_stdoutRead, OutputStream::Out)
        && pumpPipe(m_stderrRead, OutputStream::Err);
}

/// Output that the worker was sending when it died lost its frame's end, but is output all the same.
void WorkerProcess::takeUnfinishedFrame()
{
    const std::string_view rest = m_channel->rest();
    if (m_channel->isBroken() || rest.size() <= Protocol::HeaderSize)
        return;
    const auto type = static_cast<Protocol::FrameType>(rest[4]);
    if (type == Protocol::FrameType::Control)
        return;
    handleFrame(
        {type, qFromLittleEndian<quint32>(rest.data() + 5), std::string(rest.substr(Protocol::HeaderSize))});
}

bool WorkerProcess::pumpPipe(const Descriptor &pipe, OutputStream stream)
{
    for (;;) {
        // Asked first, because the pipe is blocking: its flags are the worker's too.
        int available = 0;
        if (::ioctl(pipe.number(), FIONREAD, &available) != 0 || available <= 0)
            return true;
        if (turnIsUsedUp())
            return false;
        QByteArray bytes(std::min<qsizetype>(available, portionBytes), Qt::Uninitialized);
        const ssize_t got = ::read(pipe.number(), bytes.data(), static_cast<size_t>(bytes.size()));
        if (got <= 0)
            return true;
        bytes.truncate(got);
        addOutput(m_lastRun, stream, std::move(bytes));
    }
}

void WorkerProcess::handleFrame(const Protocol::Frame &frame)
{
    m_turnBytes += static_cast<qsizetype>(Protocol::HeaderSize);
    if (frame.type == Protocol::FrameType::Control) {
        m_turnBytes += static_cast<qsizetype>(frame.payload.size());
        handOnOutput();
        handleControl(frame);
        return;
    }
    m_backlog.run = frame.run;
    m_backlog.stream = frame.type == Protocol::FrameType::Stdout ? OutputStream::Out : OutputStream::Err;
    m_backlog.bytes = QByteArray(frame.payload.data(), static_cast<qsizetype>(frame.payload.size()));
}

void WorkerProcess::handleControl(const Protocol::Frame &frame)
{
    std::string why;
    const std::optional<Protocol::Event> event = Protocol::decodeEvent(frame.payload, &why);
    if (!event) {
        qCWarning(Core::logRunner) << "worker" << m_processId << "sent no message:" << why.c_str();
        kill(WorkerEndReason::Unintelligible);
    } else if (m_state == State::Handshake) {
        handleHandshake(*event);
    } else if (!m_endIsKnown || m_end.reason == WorkerEndReason::Unresponsive) {
        // What still lies in the pipes when the worker ends came after the run, then.
        if (frame.run == m_lastRun && std::holds_alternative<Protocol::RunFinished>(*event)) {
            m_lastRun = 0;
            m_limitWatch.watch(m_processId, LimitWatch::Pace::Idle);
        }
        Q_EMIT eventReceived(frame.run, *event);
    }
}

void WorkerProcess::handleHandshake(const Protocol::Event &event)
{
    if (const auto *refusal = std::get_if<Protocol::Refusal>(&event)) {
        m_end.detail = Wire::text(refusal->reason);
        kill(WorkerEndReason::Refused);
        return;
    }
    const auto *welcome = std::get_if<Protocol::Welcome>(&event);
    if (!welcome) {
        kill(WorkerEndReason::Unintelligible);
    } else if (welcome->version != Protocol::Version) {
        kill(WorkerEndReason::WrongVersion);
    } else {
        m_handshakeTimer.stop();
        m_welcome = *welcome;
        m_state = State::Ready;
        Q_EMIT ready();
    }
}

void WorkerProcess::watchChannelEnd()
{
    if (m_channel->isBroken()) {
        qCWarning(Core::logRunner) << "worker" << m_processId << "sent bytes that are no frames";
        kill(WorkerEndReason::Unintelligible);
    } else if (m_channel->atEnd() && !m_silenceTimer.isActive()) {
        m_silenceTimer.start(silenceLimitMs);
    }
}

void WorkerProcess::addOutput(quint32 run, OutputStream stream, QByteArray bytes)
{
    const bool fits = m_portion.run == run && m_portion.stream == stream
        && m_portion.bytes.size() + bytes.size() <= portionBytes;
    if (!fits)
        handOnOutput();
    m_turnBytes += bytes.size();
    m_portion.run = run;
    m_portion.stream = stream;
    if (m_portion.bytes.isEmpty())
        m_portion.bytes = std::move(bytes);
    else
        m_portion.bytes.append(bytes);
}

void WorkerProcess::handOnOutput()
{
    if (m_portion.bytes.isEmpty())
        return;
    const Portion portion = std::exchange(m_portion, {});
    m_owedCredit += static_cast<quint64>(portion.bytes.size());
    if (portion.stream == OutputStream::Err)
        m_errors.add(portion.bytes);
    if (m_state == State::Ready || m_state == State::Draining)
        Q_EMIT outputReceived(portion.run, portion.stream, portion.bytes);
}

void WorkerProcess::grantCredit()
{
    const bool isHeld = m_launch.hold && m_launch.hold->isHeld();
    if (m_state == State::Ready && m_owedCredit >= creditLump && !isHeld)
        (void)send(0, Protocol::Credit{std::exchange(m_owedCredit, 0)});
}

void WorkerProcess::finish()
{
    m_handshakeTimer.stop();
    if (m_channel)
        m_channel->setPaused(true);
    m_state = State::Ended;
    m_limitWatch.stop();
    m_end.learnFrom(m_errors.bytes());
    Q_EMIT ended(m_end);
}

} // namespace Skillet::Runner
