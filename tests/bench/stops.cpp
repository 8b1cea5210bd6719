// SPDX-License-Identifier: GPL-3.0-or-later
#include "heartbeat.h"
#include "sessionrecorder.h"

#include <QFile>

#include <algorithm>
#include <cstdio>
#include <vector>

using namespace Skillet::Runner;

namespace {

constexpr int rounds = 7;
constexpr int limitMs = 60000;

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values.empty() ? -1 : values[values.size() / 2];
}

double millisecondsSince(const QElapsedTimer &clock)
{
    return static_cast<double>(clock.nsecsElapsed()) / 1e6;
}

/// Proportional set size in MiB.
double proportionalMegabytes(qint64 process)
{
    QFile file(QStringLiteral("/proc/%1/smaps_rollup").arg(process));
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    const QList<QByteArray> lines = file.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("Pss:"))
            return line.mid(4).trimmed().split(' ').first().toDouble() / 1024;
    }
    return -1;
}

double stopOf(Session &session, SessionRecorder &log, const QString &source)
{
    std::vector<double> times;
    for (int i = 0; i < rounds; ++i) {
        const RunId run = session.execute({ProgramKind::Pasted, source, {}, {}, {}});
        (void)log.waitForState(SessionState::Running, limitMs);
        handleEvents(300);
        QElapsedTimer clock;
        clock.start();
        session.interrupt();
        (void)log.waitFor(run, limitMs);
        times.push_back(millisecondsSince(clock));
        log.runs.clear();
    }
    return median(times);
}

double restarts(Session &session, SessionRecorder &log)
{
    std::vector<double> times;
    for (int i = 0; i < rounds; ++i) {
        handleEvents(500); // the spare comes up
        QElapsedTimer clock;
        clock.start();
        session.restart();
        (void)log.waitForState(SessionState::Idle, limitMs);
        times.push_back(millisecondsSince(clock));
    }
    return median(times);
}

} // namespace

/// Prints what a session with the real worker takes, a `name value` in each line: milliseconds, and MiB.
int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    SessionOptions options;
    options.worker = QStringLiteral(SKILLET_WORKER);
    options.workerPython = QStringLiteral(SKILLET_SOURCE_DIR "/app/worker/python");
    Session session(options);
    SessionRecorder log(session);
    session.start();
    if (!log.waitForState(SessionState::Idle, limitMs)) {
        std::fprintf(stderr, "The session did not start: %s\n", qPrintable(session.problem()));
        return 1;
    }
    handleEvents(500);
    std::printf("worker_memory %.1f\n", proportionalMegabytes(session.interpreter().processId));
    std::printf("stop_loop %.2f\n", stopOf(session, log, QStringLiteral("while True: pass\n")));
    std::vector<double> lines;
    bool isWhole = true;
    for (int i = 0; i < 3; ++i) {
        QElapsedTimer clock;
        clock.start();
        const auto run = log.run(QStringLiteral("for i in range(100000): print(i)\n"), limitMs);
        lines.push_back(millisecondsSince(clock));
        isWhole = isWhole && run.out.count(QLatin1Char('\n')) == 100000;
        log.runs.clear();
    }
    std::printf("hundred_thousand_lines %.1f\n", isWhole ? median(lines) : -1);
    const Heartbeat heartbeat;
    std::printf("stop_flood %.2f\n", stopOf(session, log, QStringLiteral("while True: print('x' * 1000)\n")));
    std::printf("flood_gap %.1f\n", heartbeat.longestMs());
    std::printf("restart %.2f\n", restarts(session, log));
    return 0;
}
