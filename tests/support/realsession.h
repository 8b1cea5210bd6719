// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sessionrecorder.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>

/// A session with the real worker, in a folder of its own, and its recorder. For tests that define
/// SKILLET_WORKER.
class RealSession final
{
public:
    RealSession()
    {
#ifdef __SANITIZE_ADDRESS__
        // The worker shall die of a segmentation fault as it does without a sanitizer.
        qputenv("ASAN_OPTIONS", qgetenv("ASAN_OPTIONS") + ":handle_segv=0:detect_leaks=0");
#endif
    }

    /// What start() takes; to be changed before.
    [[nodiscard]] Skillet::Runner::SessionOptions options() const
    {
        Skillet::Runner::SessionOptions options;
        options.worker = QStringLiteral(SKILLET_WORKER);
        options.workerPython = QStringLiteral(SKILLET_SOURCE_DIR "/app/worker/python");
        options.workingFolder = m_folder.path();
        options.interruptGraceMs = 500;
        return options;
    }

    void start()
    {
        start(options());
    }
    void start(const Skillet::Runner::SessionOptions &options)
    {
        end();
        session = std::make_unique<Skillet::Runner::Session>(options);
        log = std::make_unique<SessionRecorder>(*session);
        session->start();
        QVERIFY2(log->waitForState(Skillet::Runner::SessionState::Idle), qPrintable(session->problem()));
    }
    void end()
    {
        session.reset();
        log.reset();
    }

    [[nodiscard]] Skillet::Runner::RunId
    execute(const QString &source,
            Skillet::Runner::ProgramKind kind = Skillet::Runner::ProgramKind::Interactive) const
    {
        return session->execute({kind, source, {}, {}, {}});
    }

    /// The prompt answers, `workers` have been in use so far, and each run ended once, after its output.
    void checkAlive(int workers) const
    {
        QVERIFY(log->waitForState(Skillet::Runner::SessionState::Idle));
        QCOMPARE(log->workers, workers);
        QCOMPARE(log->run(QStringLiteral("6 * 7")).out, QStringLiteral("42\n"));
        for (const auto &[id, run] : log->runs) {
            QVERIFY(id == 0 || run.finishes == 1);
            QVERIFY(!run.wroteAfterEnd);
        }
    }

    [[nodiscard]] QString folder() const
    {
        return m_folder.path();
    }
    [[nodiscard]] QString filePath(const QString &name) const
    {
        return m_folder.filePath(name);
    }

    std::unique_ptr<Skillet::Runner::Session> session;
    std::unique_ptr<SessionRecorder> log;

private:
    QTemporaryDir m_folder;
};
