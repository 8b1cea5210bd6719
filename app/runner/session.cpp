// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/session.h"

#include "core/log.h"
#include "runner/framevisit.h"
#include "runner/namequestions.h"
#include "runner/sessionprivate.h"
#include "runner/singleshot.h"
#include "runner/wire.h"
#include "runner/workerfarewell.h"

#include <utility>

namespace Skillet::Runner {

namespace {

// A worker that ends this soon, without having been given anything to run, is not the learner's doing.
constexpr int earlyEndMs = 2000;
constexpr int mostEarlyEnds = 3;
// Python may not have begun the run when an interrupt follows this closely; then it is sent once more.
constexpr int interruptRepeatMs = 100;
// A killed process is gone within this time, or the system is stuck; the prompt goes on without it.
constexpr int killLimitMs = 2000;

} // namespace

Session::Private::Private(Session *session, SessionOptions sessionOptions)
    : q(session)
    , options(std::move(sessionOptions))
    , graceTimer(singleShot(session, options.interruptGraceMs))
    , repeatTimer(singleShot(session, interruptRepeatMs))
    , killTimer(singleShot(session, killLimitMs))
    , supply(promptLaunch(options, session->m_hold), options.keepSpare ? Standby::OneWorker : Standby::None)
{
    connect(&supply, &WorkerSupply::provided, q, [this](WorkerProcess *fresh) { takeWorker(fresh); });
    connect(&supply, &WorkerSupply::failed, q, [this](const QString &why) { giveUp(why); });
    connect(&questions, &CompletenessQuestions::known, q, &Session::completenessKnown);
    connect(graceTimer, &QTimer::timeout, q, [this] {
        worker->kill(WorkerEndReason::Unresponsive);
        killTimer->start();
    });
    connect(repeatTimer, &QTimer::timeout, q, [this] { worker->interrupt(); });
    connect(killTimer, &QTimer::timeout, q, [this] { workerEnded({WorkerEndReason::Unresponsive, 0, {}}); });
}

void Session::Private::setState(SessionState next)
{
    if (std::exchange(state, next) != next)
        Q_EMIT q->stateChanged(next);
}

void Session::Private::requestWorker()
{
    // A slot may have asked already, by restart().
    if (!worker && state == SessionState::Starting)
        supply.request();
}

void Session::Private::takeWorker(WorkerProcess *fresh)
{
    worker = fresh;
    workerWasUsed = false;
    workerAge.start();
    looseDecoder = OutputDecoder();
    connect(worker, &WorkerProcess::outputReceived, q,
            [this](RunId run, OutputStream stream, const QByteArray &bytes) {
                handleOutput(run, stream, bytes);
            });
    connect(worker, &WorkerProcess::eventReceived, q,
            [this](RunId run, const Protocol::Event &event) { handleEvent(run, event); });
    connect(worker, &WorkerProcess::ended, q, [this](const WorkerEnd &end) { workerEnded(end); });
    const Protocol::Welcome &welcome = worker->welcome();
    interpreter = {Wire::text(welcome.pythonVersion), Wire::text(welcome.prefix),
                   Wire::text(welcome.executable), worker->processId()};
    questions.workerIsReady(*worker);
    q->m_names->workerIsIdle(*worker);
    Q_EMIT q->workerReady(interpreter);
    if (worker != fresh)
        return; // a slot restarted
    setState(SessionState::Idle);
    scheduleAdvance();
}

void Session::Private::stopTimers()
{
    for (QTimer *timer : {graceTimer, repeatTimer, killTimer})
        timer->stop();
}

void Session::Private::releaseWorker()
{
    stopTimers();
    interpreter = {};
    questions.workerIsLost();
    q->m_names->workerIsLost();
    if (WorkerProcess *old = std::exchange(worker, nullptr))
        old->retire();
}

/// One that does not react to Stop is killed; others end in an orderly way, behind the scenes.
void Session::Private::leaveWorker(SessionState next)
{
    announceRun();
    if (state == SessionState::Starting)
        supply.reset(); // what is coming up may hang
    problem.clear();
    earlyEnds = 0;
    using Work = WorkerFarewell::Work;
    if (worker && state != SessionState::Stopping)
        q->m_farewell->begin(std::exchange(worker, nullptr), isUnderWay() ? Work::UnderWay : Work::None);
    releaseWorker();
    setState(next);
    if (isUnderWay())
        endRun(RunOutcome::Killed, 0);
    endQueue(RunOutcome::Interrupted);
}

void Session::Private::workerEnded(const WorkerEnd &end)
{
    announceRun();
    const bool isEarly = !workerWasUsed && workerAge.elapsed() < earlyEndMs;
    earlyEnds = isEarly ? earlyEnds + 1 : 0;
    qCInfo(Core::logRunner).noquote() << "worker" << interpreter.processId << "ended:" << end.lossText();
    releaseWorker();
    if (earlyEnds >= mostEarlyEnds) {
        giveUp(end.startProblem(options.worker, earlyEnds));
        return;
    }
    setState(SessionState::Starting);
    Q_EMIT q->workerLost(end.lossText(),
                         tr("A fresh Python takes over: names from before are gone, files are untouched."));
    if (isUnderWay())
        endRun(RunOutcome::Killed, 0);
    requestWorker();
}

void Session::Private::giveUp(const QString &why)
{
    earlyEnds = 0;
    problem = tr("%1 Then choose Restart the Prompt.").arg(why);
    setState(SessionState::Stopped);
    questions.workerIsLost();
    q->m_names->workerIsLost();
    endQueue(RunOutcome::Killed);
}

/// Never tells of a run within execute(): its caller has to learn the number before the signals. An idle
/// worker is sent it at once, though, and gets to work while the caller writes to its window.
void Session::Private::scheduleAdvance()
{
    if (std::exchange(advanceIsScheduled, true))
        return;
    QMetaObject::invokeMethod(
        q, [this] { advance(); }, Qt::QueuedConnection);
}

void Session::Private::advance()
{
    advanceIsScheduled = false;
    if (state != SessionState::Idle || isUnderWay() || queue.empty())
        return;
    const auto [run, program] = std::move(queue.front());
    queue.pop_front();
    sendRun(run, program);
    announceRun();
}

void Session::Private::sendRun(RunId run, const Program &program)
{
    current = run;
    decoder = OutputDecoder();
    workerWasUsed = true;
    earlyEnds = 0;
    runAge.start();
    input = program.input;
    isSent = worker->send(run, Wire::execute(program));
    isAnnounced = false;
}

/// Comes before all that is told of the current run.
void Session::Private::announceRun()
{
    if (!isUnderWay() || std::exchange(isAnnounced, true))
        return;
    const RunId run = current;
    setState(SessionState::Running);
    Q_EMIT q->runStarted(run);
    if (!isSent && current == run) {
        Q_EMIT q->outputReceived(
            run, OutputStream::Err,
            tr("This program is too large to run: more than %1 MB of text. Move data that it "
               "contains to a file and read it from there.\n")
                .arg(Protocol::LargestPayload / 1000000));
        endRun(RunOutcome::Failed, 0);
    }
}

void Session::Private::endRun(RunOutcome outcome, int exitCode)
{
    stopTimers();
    for (const OutputStream stream : {OutputStream::Out, OutputStream::Err}) {
        const QString rest = decoder.finish(stream);
        if (!rest.isEmpty())
            Q_EMIT q->outputReceived(current, stream, rest);
    }
    const RunId run = std::exchange(current, 0);
    if (worker) {
        q->m_names->workerIsIdle(*worker);
        setState(SessionState::Idle);
    }
    Q_EMIT q->runFinished(run, outcome, exitCode);
    scheduleAdvance();
}

void Session::Private::endQueue(RunOutcome outcome)
{
    const auto dropped = std::exchange(queue, {});
    for (const auto &[run, program] : dropped)
        Q_EMIT q->runFinished(run, outcome, 0);
}

void Session::Private::stopRun()
{
    announceRun();
    worker->interrupt();
    if (state == SessionState::Stopping)
        return; // asked again: the first may have been swallowed, the time to the kill runs on
    graceTimer->start();
    if (runAge.elapsed() < interruptRepeatMs)
        repeatTimer->start();
    setState(SessionState::Stopping);
}

void Session::Private::handleOutput(RunId run, OutputStream stream, const QByteArray &bytes)
{
    announceRun();
    if (run != 0 && run != current)
        return; // stale
    const QString text = (run == 0 ? looseDecoder : decoder).decode(stream, bytes);
    if (!text.isEmpty())
        Q_EMIT q->outputReceived(run, stream, text);
}

void Session::Private::handleEvent(RunId run, const Protocol::Event &event)
{
    announceRun();
    const auto *raised = std::get_if<Protocol::ExceptionRaised>(&event);
    if (const auto *answer = std::get_if<Protocol::Completeness>(&event))
        questions.handleAnswer(*answer);
    else if (q->m_names->handleEvent(event))
        return;
    else if (raised && (run == 0 || run == current))
        Q_EMIT q->exceptionRaised(run, fromProtocol(raised->traceback));
    else if (const auto *shown = std::get_if<Protocol::Displayed>(&event);
             shown && (run == 0 || run == current))
        Q_EMIT q->displayed(run, Wire::text(shown->mimeType), QByteArray::fromStdString(shown->data),
                            Wire::text(shown->text));
    else if (const auto *prompts = std::get_if<Protocol::PromptsChanged>(&event))
        Q_EMIT q->promptsChanged(Wire::text(prompts->primary), Wire::text(prompts->secondary));
    else if (isUnderWay() && run == current)
        handleRunEvent(event);
}

void Session::Private::handleRunEvent(const Protocol::Event &event)
{
    if (const auto *asked = std::get_if<Protocol::InputRequested>(&event)) {
        if (state != SessionState::Running)
            return;
        setState(SessionState::WaitingInput);
        if (input)
            replyFromProgram(*asked);
        else
            Q_EMIT q->inputRequested(current, Wire::text(asked->prompt), asked->secret);
    } else if (const auto *omitted = std::get_if<Protocol::OutputOmitted>(&event)) {
        Q_EMIT q->outputOmitted(current, omitted->bytes);
    } else if (const auto *finished = std::get_if<Protocol::RunFinished>(&event)) {
        endRun(Wire::outcome(finished->end), finished->exitCode);
    }
}

void Session::Private::reply(const Protocol::InputReply &line)
{
    if (state == SessionState::WaitingInput && worker->send(current, line))
        setState(SessionState::Running);
}

/// As of a file at standard input: the question is written, the answer is not.
void Session::Private::replyFromProgram(const Protocol::InputRequested &asked)
{
    handleOutput(current, OutputStream::Out, QByteArray::fromStdString(asked.prompt));
    const bool isAtEnd = input->isEmpty();
    reply({isAtEnd ? std::string() : input->takeFirst().toStdString(), isAtEnd});
}

Session::Session(SessionOptions options, QObject *parent)
    : QObject(parent)
    , m_names(new NameQuestions(this))
    , m_frame(new FrameVisit(*m_names, this))
    , m_hold(new OutputHold(this))
    , m_farewell(new WorkerFarewell(this))
    , d(std::make_unique<Private>(this, std::move(options)))
{
    connectQuestions();
}

Session::~Session() = default;

void Session::start()
{
    if (d->state != SessionState::Stopped || m_isEnding)
        return;
    d->problem.clear();
    d->setState(SessionState::Starting);
    d->requestWorker();
}

RunId Session::execute(const Program &program)
{
    const RunId run = ++d->lastRun;
    const Program placed = m_frame->placed(program);
    if (d->state == SessionState::Idle && !d->isUnderWay() && d->queue.empty() && d->worker) {
        d->sendRun(run, placed);
        QMetaObject::invokeMethod(
            this, [this] { d->announceRun(); }, Qt::QueuedConnection);
        return run;
    }
    d->queue.emplace_back(run, placed);
    d->scheduleAdvance();
    start();
    return run;
}

quint32 Session::askCompleteness(const QString &source)
{
    const bool isFree = !d->isUnderWay() && d->queue.empty() && d->state != SessionState::Stopped;
    return isFree ? d->questions.ask(source, d->worker) : d->questions.answerComplete();
}

void Session::sendInput(const QString &line)
{
    d->reply({line.toStdString(), false});
}

void Session::sendEndOfInput()
{
    d->reply({{}, true});
}

void Session::interrupt()
{
    if (d->isUnderWay())
        d->stopRun();
    d->endQueue(RunOutcome::Interrupted);
}

void Session::useFromRestart(const QString &environment, qint64 memoryLimit)
{
    d->options.environment = environment;
    d->options.memoryLimit = memoryLimit > 0 ? memoryLimit : defaultMemoryLimit();
    d->supply.setLaunch(promptLaunch(d->options, m_hold));
}

void Session::restart()
{
    if (m_isEnding)
        return;
    d->leaveWorker(SessionState::Starting);
    d->requestWorker();
}

void Session::end()
{
    m_isEnding = true;
    d->leaveWorker(SessionState::Stopped);
    d->supply.reset();
    tellEnd();
}

SessionState Session::state() const
{
    return d->state;
}

InterpreterInfo Session::interpreter() const
{
    return d->interpreter;
}

QString Session::problem() const
{
    return d->problem;
}

} // namespace Skillet::Runner
