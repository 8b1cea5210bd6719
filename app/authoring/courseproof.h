// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "course/course.h"
#include "course/problem.h"
#include "runner/checkrun.h"

#include <QList>
#include <QObject>

#include <memory>
#include <vector>

namespace Skillet::Authoring {

/// Proves all lessons and exercises of a course, each in a worker of its own, some at a time.
class CourseProof final : public QObject
{
    Q_OBJECT

public:
    /// `atOnce` workers are busy at a time.
    CourseProof(const Runner::CheckRunOptions &options, int atOnce, QObject *parent = nullptr);
    ~CourseProof() override;

    /// Once. Ends in finished().
    void start(const Course::Course &course);
    /// What runs is stopped, and no more is begun.
    void stop();

Q_SIGNALS:
    /// In the course's order, as far as everything before it is proven too.
    void proven(const QString &what, const QList<Skillet::Course::Problem> &problems);
    /// `isComplete`: it was not stopped, and each was proven or refused.
    void finished(bool isComplete);

private:
    struct Piece
    {
        Runner::Proof proof = Runner::Proof::Exercise;
        QString path;
        QList<Course::Problem> problems;
        bool isDone = false;
    };

    void giveWork(Runner::CheckRun &run);
    void take(std::size_t index, const Runner::CheckResult &result);
    void tell();

    std::vector<Piece> m_pieces;
    std::size_t m_next = 0; ///< to be given to a worker
    std::size_t m_told = 0;
    int m_busy = 0;
    bool m_isStopped = false;
    std::vector<std::unique_ptr<Runner::CheckRun>> m_runs;
    std::vector<std::size_t> m_work; ///< of each run: which piece
};

} // namespace Skillet::Authoring
