// SPDX-License-Identifier: GPL-3.0-or-later
#include "authoring/checkcommand.h"

#include "authoring/checkreport.h"
#include "course/problem.h"
#include "runner/checkrun.h"
#include "terminal/unixsignals.h"
#include "terminal/writing.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QTimer>

#include <unistd.h>

namespace Skillet::Authoring {

using Runner::AttemptEnd;
using Runner::CheckResult;

namespace {

constexpr int statusNotPassed = 1;
constexpr int statusUnable = 2;
constexpr int statusOfSignal = 128; // and the signal's number, as shells have it
constexpr int statusOfInterrupt = 130;
constexpr int proofLimitMs = 120000;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Skillet::Authoring::CheckCommand)
};

int refuse(const QString &message)
{
    Terminal::writeText(STDERR_FILENO, QLatin1String("skillet check: ") + message + QLatin1Char('\n'));
    return statusUnable;
}

QString problemOf(const CheckRequest &request, const Core::Paths &paths)
{
    if (!QFileInfo(paths.worker).isExecutable())
        return Words::tr("The program that runs Python is not at %1. Install Skillet again.")
            .arg(paths.worker);
    if (!QFileInfo(request.exercise + QStringLiteral("/exercise.toml")).isFile())
        return Words::tr("There is no exercise in %1: it has no exercise.toml.").arg(request.exercise);
    if (!request.submission.isEmpty() && !QFileInfo(request.submission).isDir())
        return Words::tr("There is no folder %1. Name the folder with the files to judge.")
            .arg(request.submission);
    return {};
}

/// The problems of an exercise, as file:line: message.
QString proofText(const CheckResult &result, const QString &exercise)
{
    if (result.passed)
        return Words::tr("%1: proven").arg(exercise) + QLatin1Char('\n');
    QString text;
    for (const Runner::CheckOutcome &outcome : result.outcomes)
        text += Course::Problem{outcome.call, outcome.line, outcome.title}.toString() + QLatin1Char('\n');
    return text.isEmpty() ? result.message + QLatin1Char('\n') : text;
}

int statusOf(const CheckResult &result)
{
    if (result.end == AttemptEnd::Refused)
        return statusUnable;
    if (result.end == AttemptEnd::Stopped)
        return statusOfInterrupt;
    return result.passed ? 0 : statusNotPassed;
}

void tell(const CheckRequest &request, const CheckResult &result)
{
    if (request.asJson)
        Terminal::writeAll(STDOUT_FILENO, asJson(result));
    else if (request.submission.isEmpty())
        Terminal::writeText(STDOUT_FILENO, proofText(result, request.exercise));
    else
        Terminal::writeText(STDOUT_FILENO, asText(result));
}

} // namespace

int runCheck(const CheckRequest &request, const Core::Paths &paths)
{
    if (const QString problem = problemOf(request, paths); !problem.isEmpty())
        return refuse(problem);
    QLoggingCategory::setFilterRules(QStringLiteral("skillet.*.info=false"));
    Runner::CheckRunOptions options{.worker = paths.worker, .workerPython = paths.workerPython};
    options.keepSpare = false;
    const QString exercise = QFileInfo(request.exercise).absoluteFilePath();
    const bool isProof = request.submission.isEmpty();
    if (isProof)
        options.timeLimitMs = proofLimitMs;
    Runner::CheckRun checks(options);
    Terminal::UnixSignals signals_;
    QObject::connect(&checks, &Runner::CheckRun::finished, &checks, [&request](const CheckResult &result) {
        tell(request, result);
        QCoreApplication::exit(statusOf(result));
    });
    QObject::connect(&signals_, &Terminal::UnixSignals::interrupted, &checks, &Runner::CheckRun::stop);
    QObject::connect(&signals_, &Terminal::UnixSignals::terminated, &checks,
                     [](int signal) { QCoreApplication::exit(statusOfSignal + signal); });
    QTimer::singleShot(0, &checks, [&] {
        if (isProof)
            checks.prove(Runner::Proof::Exercise, exercise);
        else
            checks.start(exercise, QFileInfo(request.submission).absoluteFilePath());
    });
    return QCoreApplication::exec();
}

} // namespace Skillet::Authoring
