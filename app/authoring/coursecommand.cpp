// SPDX-License-Identifier: GPL-3.0-or-later
#include "authoring/coursecommand.h"

#include "authoring/courselint.h"
#include "authoring/courseproof.h"
#include "authoring/newcourse.h"
#include "course/courseloader.h"
#include "course/coursepack.h"
#include "terminal/unixsignals.h"
#include "terminal/writing.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QThread>
#include <QTimer>

#include <algorithm>
#include <unistd.h>

namespace Skillet::Authoring {

using Course::Problem;

namespace {

constexpr int statusOfProblems = 1;
constexpr int statusUnable = 2;
constexpr int statusOfSignal = 128; // and the signal's number, as shells have it
constexpr int statusOfInterrupt = 130;
constexpr int proofLimitMs = 300000; // for one exercise, on a slow machine
constexpr int proofPrograms = 2000; // a proof judges many answers within a second
constexpr int mostAtOnce = 8;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Skillet::Authoring::CourseCommand)
};

int refuse(const QString &message)
{
    Terminal::writeText(STDERR_FILENO, QLatin1String("skillet course: ") + message + QLatin1Char('\n'));
    return statusUnable;
}

void print(const QList<Problem> &problems)
{
    for (const Problem &problem : problems)
        Terminal::writeText(STDOUT_FILENO, problem.toString() + QLatin1Char('\n'));
}

int countOf(const Course::Course &course)
{
    return static_cast<int>(course.itemIds().size());
}

int checkCourse(const QString &folder, const Core::Paths &paths)
{
    if (!QFileInfo(paths.worker).isExecutable())
        return refuse(
            Words::tr("The program that runs Python is not at %1. Install Skillet again.").arg(paths.worker));
    const auto loaded = Course::loadCourse(folder);
    if (!loaded)
        return refuse(loaded.error().message);
    const Course::Course &course = loaded.value().course;
    QList<Problem> problems = loaded.value().problems;
    problems.append(lintCourse(loaded.value()));
    print(problems);
    Runner::CheckRunOptions options{.worker = paths.worker, .workerPython = paths.workerPython};
    options.timeLimitMs = proofLimitMs;
    options.programLimit = proofPrograms;
    CourseProof proof(options, std::clamp(QThread::idealThreadCount(), 1, mostAtOnce));
    auto count = problems.size();
    QObject::connect(&proof, &CourseProof::proven, &proof,
                     [&count](const QString &, const QList<Problem> &found) {
                         print(found);
                         count += found.size();
                     });
    QObject::connect(&proof, &CourseProof::finished, &proof, [&count, &course](bool isComplete) {
        if (isComplete)
            Terminal::writeText(
                STDERR_FILENO,
                (count == 0 ? Words::tr("%n lessons and exercises, all proven", nullptr, countOf(course))
                            : Words::tr("%n problems", nullptr, static_cast<int>(count)))
                    + QLatin1Char('\n'));
        QCoreApplication::exit(!isComplete ? statusOfInterrupt : count == 0 ? 0 : statusOfProblems);
    });
    Terminal::UnixSignals signals_;
    QObject::connect(&signals_, &Terminal::UnixSignals::interrupted, &proof, &CourseProof::stop);
    QObject::connect(&signals_, &Terminal::UnixSignals::terminated, &proof,
                     [](int signal) { QCoreApplication::exit(statusOfSignal + signal); });
    QTimer::singleShot(0, &proof, [&proof, &course] { proof.start(course); });
    return QCoreApplication::exec();
}

int newCourse(const QString &folder)
{
    const Core::Result<QStringList> made = makeCourse(folder);
    if (!made)
        return refuse(made.error().message);
    Terminal::writeText(
        STDOUT_FILENO,
        Words::tr("A course with one lesson and one exercise is in %1. Its README.md says how to go "
                  "on; skillet course check %1 proves it.\n")
            .arg(folder));
    return 0;
}

int packCourse(const CourseRequest &request)
{
    const Core::Result<int> made = Course::makePack(request.folder, request.pack);
    if (!made)
        return refuse(made.error().message);
    Terminal::writeText(STDOUT_FILENO,
                        Words::tr("%1: %n files", nullptr, made.value()).arg(request.pack)
                            + QLatin1Char('\n'));
    return 0;
}

int installCourse(const QString &pack, const Core::Paths &paths)
{
    const Core::Result<Course::InstalledPack> installed = Course::installPack(pack, paths.courses());
    if (!installed)
        return refuse(installed.error().message);
    const Course::InstalledPack &course = installed.value();
    print(course.problems);
    Terminal::writeText(
        STDOUT_FILENO,
        Words::tr("%1 %2 is in %3. To learn with it, start Skillet with SKILLET_CURRICULUM set to that "
                  "folder.\n")
            .arg(course.title, course.version, course.folder));
    return course.problems.isEmpty() ? 0 : statusOfProblems;
}

} // namespace

int runCourse(const CourseRequest &request, const Core::Paths &paths)
{
    // The loader's warnings are printed as problems.
    QLoggingCategory::setFilterRules(QStringLiteral("skillet.course=false"));
    switch (request.task) {
    case CourseTask::New:
        return newCourse(request.folder);
    case CourseTask::Pack:
        return packCourse(request);
    case CourseTask::Install:
        return installCourse(request.folder, paths);
    case CourseTask::Check:
        break;
    }
    return checkCourse(request.folder, paths);
}

} // namespace Skillet::Authoring
