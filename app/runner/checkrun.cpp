// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/checkrun.h"

#include "core/log.h"
#include "runner/outputdecoder.h"
#include "runner/wire.h"
#include "runner/workersupply.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTimer>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace Skillet::Runner {

namespace {

constexpr quint32 attemptRun = 1; // a worker runs one attempt
// Of what an attempt printed that did not come to a report.
constexpr qsizetype mostOutput = 65536;

/// All that the sandbox can put into force; see worker/sandbox.h.
constexpr std::array<const char *, 5> Protections{"no_new_privs", "rlimits", "seccomp", "landlock",
                                                  "network"};

/// Says in the log which measures this machine does not offer: the checks run without them.
void logMissing(const std::vector<std::string> &inForce)
{
    for (const char *name : Protections) {
        if (std::find(inForce.cbegin(), inForce.cend(), name) == inForce.cend())
            qCWarning(Core::logRunner) << "checks run without" << name << "which this system does not offer";
    }
}

} // namespace

class CheckRun::Private
{
    Q_DECLARE_TR_FUNCTIONS(Skillet::Runner::CheckRun)

public:
    Private(CheckRun *run, CheckRunOptions runOptions);

    [[nodiscard]] QString timeLimitText() const;
    void begin(const Protocol::CheckAttempt &what);
    void takeWorker(WorkerProcess *fresh);
    void handleOutput(quint32 run, OutputStream stream, const QByteArray &bytes);
    void handleEvent(quint32 run, const Protocol::Event &event);
    void attemptEnded(const Protocol::RunFinished &end);
    void workerEnded(const WorkerEnd &end);
    void fail(AttemptEnd end, const QString &message);
    void finish(CheckResult result);

    CheckRun *q;
    CheckRunOptions options;
    bool isRunning = false;
    Protocol::CheckAttempt attempt;
    std::optional<Protocol::CheckReport> report;
    Traceback traceback; // raised outside of any report
    QString output;
    OutputDecoder decoder;
    QElapsedTimer elapsed;
    QTimer *limitTimer;
    WorkerProcess *worker = nullptr; // owned by supply
    WorkerSupply supply;
};

CheckRun::Private::Private(CheckRun *run, CheckRunOptions runOptions)
    : q(run)
    , options(std::move(runOptions))
    , limitTimer(new QTimer(run))
    , supply({options.worker,
              options.workerPython,
              Protocol::Role::Check,
              {},
              WorkerLaunch().handshakeLimitMs,
              {0, options.programLimit}},
             options.keepSpare ? Standby::OneWorker : Standby::None)
{
    limitTimer->setSingleShot(true);
    limitTimer->setTimerType(Qt::PreciseTimer); // a coarse one may end a program before its time
    limitTimer->setInterval(options.timeLimitMs);
    connect(&supply, &WorkerSupply::provided, q, [this](WorkerProcess *fresh) { takeWorker(fresh); });
    connect(&supply, &WorkerSupply::failed, q,
            [this](const QString &why) { fail(AttemptEnd::Refused, tr("%1 Then check again.").arg(why)); });
    connect(limitTimer, &QTimer::timeout, q, [this] {
        fail(AttemptEnd::TimedOut,
             tr("Your program was still running after %1. Is there a loop that never ends?")
                 .arg(timeLimitText()));
    });
}

QString CheckRun::Private::timeLimitText() const
{
    const int seconds = options.timeLimitMs / 1000;
    return seconds > 1 ? tr("%n seconds", "", seconds) : tr("one second");
}

void CheckRun::Private::takeWorker(WorkerProcess *fresh)
{
    worker = fresh;
    logMissing(worker->welcome().protections);
    connect(worker, &WorkerProcess::outputReceived, q,
            [this](quint32 run, OutputStream stream, const QByteArray &bytes) {
                handleOutput(run, stream, bytes);
            });
    connect(worker, &WorkerProcess::eventReceived, q,
            [this](quint32 run, const Protocol::Event &event) { handleEvent(run, event); });
    connect(worker, &WorkerProcess::ended, q, [this](const WorkerEnd &end) { workerEnded(end); });
    elapsed.start();
    limitTimer->start();
    if (!worker->send(attemptRun, attempt))
        fail(AttemptEnd::Refused, tr("The names of the exercise's folders are too long."));
}

void CheckRun::Private::handleOutput(quint32 run, OutputStream stream, const QByteArray &bytes)
{
    if (run != attemptRun)
        return;
    const QString text = decoder.decode(stream, bytes);
    output.append(text.left(mostOutput - output.size()));
}

void CheckRun::Private::handleEvent(quint32 run, const Protocol::Event &event)
{
    if (run != attemptRun)
        return;
    if (const auto *checks = std::get_if<Protocol::CheckReport>(&event))
        report = *checks;
    else if (const auto *raised = std::get_if<Protocol::ExceptionRaised>(&event))
        traceback = fromProtocol(raised->traceback);
    else if (const auto *end = std::get_if<Protocol::RunFinished>(&event))
        attemptEnded(*end);
}

void CheckRun::Private::attemptEnded(const Protocol::RunFinished &end)
{
    if (report) {
        CheckResult result = fromProtocol(*report);
        if (result.traceback.isEmpty())
            result.traceback = traceback;
        if (result.output.isEmpty())
            result.output = output;
        finish(std::move(result));
    } else if (end.end == Protocol::RunEnd::Exited) {
        fail(AttemptEnd::Crashed,
             tr("Your program ended itself before it could be checked. Does it call exit() or sys.exit()?"));
    } else {
        fail(AttemptEnd::Crashed,
             tr("The checks ended before they had a result. Look at what was printed, and try again."));
    }
}

void CheckRun::Private::workerEnded(const WorkerEnd &end)
{
    fail(AttemptEnd::Crashed, tr("%1 The checks could not be finished.").arg(end.lossText()));
}

void CheckRun::Private::fail(AttemptEnd end, const QString &message)
{
    CheckResult result;
    result.end = end;
    result.message = message;
    result.traceback = traceback;
    result.output = output;
    finish(std::move(result));
}

void CheckRun::Private::finish(CheckResult result)
{
    limitTimer->stop();
    result.milliseconds = elapsed.isValid() ? elapsed.elapsed() : 0;
    if (WorkerProcess *used = std::exchange(worker, nullptr))
        used->retire();
    isRunning = false;
    Q_EMIT q->finished(result);
}

CheckRun::CheckRun(CheckRunOptions options, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, std::move(options)))
{ }

CheckRun::~CheckRun() = default;

void CheckRun::warmUp()
{
    d->supply.warmUp();
}

void CheckRun::start(const QString &exerciseFolder, const QString &submissionFolder)
{
    d->begin({exerciseFolder.toStdString(), submissionFolder.toStdString()});
}

void CheckRun::prove(Proof proof, const QString &path)
{
    d->begin(
        {path.toStdString(),
         {},
         proof == Proof::Lesson ? Protocol::CheckTask::ProveLesson : Protocol::CheckTask::ProveExercise});
}

void CheckRun::Private::begin(const Protocol::CheckAttempt &what)
{
    if (isRunning)
        return;
    isRunning = true;
    attempt = what;
    report.reset();
    traceback = {};
    output.clear();
    decoder = OutputDecoder();
    elapsed.invalidate();
    Q_EMIT q->started();
    // In a later turn, so that finished() never comes within start().
    QMetaObject::invokeMethod(
        q,
        [this] {
            if (isRunning && !worker)
                supply.request();
        },
        Qt::QueuedConnection);
}

void CheckRun::stop()
{
    if (!d->isRunning)
        return;
    if (!d->worker)
        d->supply.reset();
    d->fail(AttemptEnd::Stopped, Private::tr("You stopped the checks."));
}

bool CheckRun::isRunning() const
{
    return d->isRunning;
}

} // namespace Skillet::Runner
