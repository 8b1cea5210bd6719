// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/session.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <vector>

using namespace Skillet::Runner;

namespace {

constexpr int warmUps = 50;
constexpr int rounds = 500;

} // namespace

/// Prints the median time from execute("1+1") to the end of the run, in microseconds, with the real worker.
int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    SessionOptions options;
    options.worker = QStringLiteral(SKILLET_WORKER);
    options.workerPython = QStringLiteral(SKILLET_SOURCE_DIR "/app/worker/python");
    options.keepSpare = false;
    Session session(options);

    std::vector<double> microseconds;
    QElapsedTimer clock;
    int begun = 0;
    const auto next = [&] {
        if (begun++ == warmUps + rounds) {
            application.quit();
            return;
        }
        clock.start();
        session.execute({ProgramKind::Interactive, QStringLiteral("1+1"), {}, {}, {}});
    };
    QObject::connect(&session, &Session::runFinished, &application, [&] {
        if (begun > warmUps)
            microseconds.push_back(static_cast<double>(clock.nsecsElapsed()) / 1000.0);
        // From the event loop, as a person's next line would come.
        QTimer::singleShot(0, &application, next);
    });
    QObject::connect(&session, &Session::workerReady, &application, next);
    QTimer::singleShot(60000, &application, [] { QCoreApplication::exit(1); });
    session.start();
    const int status = QCoreApplication::exec();
    if (status != 0 || microseconds.empty()) {
        std::fprintf(stderr, "The session did not answer: %s\n", qPrintable(session.problem()));
        return 1;
    }
    std::sort(microseconds.begin(), microseconds.end());
    std::printf("%.1f\n", microseconds[microseconds.size() / 2]);
    return 0;
}
