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

/// Prints the median time from execute("1+1") to the end of the run, in milliseconds, with the real worker.
int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    SessionOptions options;
    options.worker = QStringLiteral(SKILLET_WORKER);
    options.workerPython = QStringLiteral(SKILLET_SOURCE_DIR "/app/worker/python");
    options.keepSpare = false;
    Session session(options);

    std::vector<double> milliseconds;
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
            milliseconds.push_back(static_cast<double>(clock.nsecsElapsed()) / 1e6);
        // From the event loop, as a person's next line would come.
        QTimer::singleShot(0, &application, next);
    });
    QObject::connect(&session, &Session::workerReady, &application, next);
    QTimer::singleShot(60000, &application, [] { QCoreApplication::exit(1); });
    session.start();
    const int status = QCoreApplication::exec();
    if (status != 0 || milliseconds.empty()) {
        std::fprintf(stderr, "The session did not answer: %s\n", qPrintable(session.problem()));
        return 1;
    }
    std::sort(milliseconds.begin(), milliseconds.end());
    std::printf("roundtrip %.3f\n", milliseconds[milliseconds.size() / 2]);
    return 0;
}
