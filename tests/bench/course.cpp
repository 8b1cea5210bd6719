// SPDX-License-Identifier: GPL-3.0-or-later
#include "measuring.h"

#include "course/courseloader.h"
#include "runner/checkrun.h"

#include <QCoreApplication>
#include <QDir>
#include <QEventLoop>
#include <QFile>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <vector>

using namespace Skillet;

namespace {

constexpr int rounds = 15;
constexpr int limitMs = 60000;
constexpr int settlingMs = 400; // for the next worker to stand by, as while somebody thinks
constexpr int modules = 40;
constexpr int exercisesEach = 25;

const QString exerciseFolder =
    QStringLiteral(SKILLET_SOURCE_DIR "/curriculum/core/workbench/exercises/receipt");

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values.at(values.size() / 2);
}

void write(const QString &path, const QByteArray &text)
{
    QFile file(path);
    if (!QDir().mkpath(QFileInfo(path).path()) || !file.open(QIODevice::WriteOnly) || file.write(text) < 0)
        throw Failure("a course to load could not be written");
}

void wait(int milliseconds)
{
    QEventLoop loop;
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    loop.exec();
}

/// From the wish to the result, with a worker that stands by.
void measureCheck()
{
    Runner::CheckRunOptions options;
    options.worker = QStringLiteral(SKILLET_WORKER);
    options.workerPython = QStringLiteral(SKILLET_SOURCE_DIR "/app/worker/python");
    Runner::CheckRun run(options);
    run.warmUp();
    std::vector<double> times;
    for (int i = 0; i < rounds; ++i) {
        wait(settlingMs);
        QEventLoop loop;
        bool passed = false;
        const auto connection = QObject::connect(&run, &Runner::CheckRun::finished, &loop,
                                                 [&](const Runner::CheckResult &result) {
                                                     passed = result.passed;
                                                     loop.quit();
                                                 });
        QTimer::singleShot(limitMs, &loop, &QEventLoop::quit);
        QElapsedTimer clock;
        clock.start();
        run.start(exerciseFolder, exerciseFolder + QStringLiteral("/solution"));
        loop.exec();
        times.push_back(millisecondsSince(clock));
        QObject::disconnect(connection);
        if (!passed)
            throw Failure("the solution of an exercise has not passed");
    }
    std::printf("check %.2f\n", median(times));
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw Failure("an exercise could not be read");
    return file.readAll();
}

void copyExercise(const QString &target)
{
    const QDir source(exerciseFolder);
    for (const char *name :
         {"exercise.toml", "task.md", "checks.py", "starter/program.py", "solution/program.py"})
        write(target + u'/' + QLatin1String(name), contentOf(source.filePath(QLatin1String(name))));
    const QStringList wrong = QDir(source.filePath(QStringLiteral("wrong"))).entryList(QDir::Files);
    for (const QString &name : wrong)
        write(target + QStringLiteral("/wrong/") + name,
              contentOf(source.filePath(QStringLiteral("wrong/") + name)));
}

void writeCourse(const QString &folder)
{
    QByteArray course = "format = 1\nid = \"big\"\ntitle = \"Big\"\nversion = \"1\"\nsummary = \"Big.\"\n\n"
                        "[[stages]]\nid = \"one\"\ntitle = \"One\"\ngoal = \"Be big.\"\n";
    for (int number = 0; number < modules; ++number) {
        const QByteArray id = "m" + QByteArray::number(number);
        const QByteArray about = "id = \"" + id + "\"\ntitle = \"" + id + "\"\nsummary = \"One of many.\"\n";
        course += "\n[[stages.modules]]\n" + about + "folder = \"" + id + "\"\n";
        QByteArray items;
        for (int i = 0; i < exercisesEach; ++i) {
            const QByteArray name = "e" + QByteArray::number(i);
            items += (i > 0 ? ", \"exercise:" : "\"exercise:") + name + '"';
            copyExercise(folder + u'/' + QString::fromLatin1(id) + QStringLiteral("/exercises/")
                         + QString::fromLatin1(name));
        }
        write(folder + u'/' + QString::fromLatin1(id) + QStringLiteral("/module.toml"),
              about + "items = [" + items + "]\n");
    }
    write(folder + QStringLiteral("/course.toml"), course);
}

void measureLoad()
{
    const QTemporaryDir folder;
    writeCourse(folder.path());
    std::vector<double> times;
    for (int i = 0; i < rounds; ++i) {
        QElapsedTimer clock;
        clock.start();
        const auto loaded = Course::loadCourse(folder.path());
        times.push_back(millisecondsSince(clock));
        if (!loaded.ok() || loaded.value().course.itemIds().size() != modules * exercisesEach)
            throw Failure("a course of 1,000 exercises was not loaded whole");
    }
    std::printf("load %.2f\n", median(times));
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    try {
        measureCheck();
        measureLoad();
    } catch (const Failure &failure) {
        std::fprintf(stderr, "Failed: %s.\n", failure.what());
        return 1;
    }
    return 0;
}
