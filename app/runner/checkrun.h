// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runner/checkresult.h"

#include <QObject>
#include <QString>

#include <memory>

namespace Skillet::Runner {

struct CheckRunOptions
{
    QString worker;
    QString workerPython;
    int timeLimitMs = 10000;
    int programLimit = 100; ///< programs of an attempt at a time, and forks within a second
    bool keepSpare = true; ///< hold one started check worker ready, so that the next check starts at once
};

/// What of an author's can be proven: that it does what it says.
enum class Proof { Exercise, Lesson };

/// Runs attempts at exercises, each in a fresh worker that lives for that attempt only. One at a time.
class CheckRun final : public QObject
{
    Q_OBJECT

public:
    explicit CheckRun(CheckRunOptions options, QObject *parent = nullptr);
    ~CheckRun() override;

    /// Starts the spare worker, so that the first check is quick too.
    void warmUp();

    /// Checks the learner's files in `submissionFolder` against the exercise in `exerciseFolder`. Ends in
    /// exactly one finished(). Ignored while isRunning().
    void start(const QString &exerciseFolder, const QString &submissionFolder);
    /// Proves the exercise in the folder `path`, or the lesson in that file. The outcomes are its problems,
    /// each with its file as `call`; or one that has passed. Ends as start() does.
    void prove(Proof proof, const QString &path);
    void stop();
    [[nodiscard]] bool isRunning() const;

Q_SIGNALS:
    void started();
    void finished(const Skillet::Runner::CheckResult &result);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Skillet::Runner
