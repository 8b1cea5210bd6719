// SPDX-License-Identifier: GPL-3.0-or-later
#include "authoring/courseproof.h"

#include <utility>

namespace Skillet::Authoring {

using Course::Problem;
using Runner::AttemptEnd;
using Runner::CheckResult;
using Runner::CheckRun;

namespace {

/// Where to look when it is not said.
QString mainFile(const QString &path, Runner::Proof proof)
{
    return proof == Runner::Proof::Lesson ? path : path + QStringLiteral("/exercise.toml");
}

} // namespace

CourseProof::CourseProof(const Runner::CheckRunOptions &options, int atOnce, QObject *parent)
    : QObject(parent)
{
    for (int i = 0; i < atOnce; ++i) {
        m_runs.push_back(std::make_unique<CheckRun>(options));
        m_work.push_back(0);
        CheckRun *run = m_runs.back().get();
        const auto number = static_cast<std::size_t>(i);
        connect(run, &CheckRun::finished, this, [this, run, number](const CheckResult &result) {
            --m_busy;
            take(m_work[number], result);
            giveWork(*run);
            if (m_busy == 0)
                Q_EMIT finished(m_told == m_pieces.size());
        });
    }
}

CourseProof::~CourseProof() = default;

void CourseProof::start(const Course::Course &course)
{
    for (const Course::Stage &stage : course.stages) {
        for (const Course::Module &module : stage.modules) {
            for (const Course::Item &item : module.order) {
                if (item.kind == Course::ItemKind::Lesson)
                    m_pieces.push_back(
                        {Runner::Proof::Lesson, module.lessons.at(item.index).file, {}, false});
                else
                    m_pieces.push_back(
                        {Runner::Proof::Exercise, module.exercises.at(item.index).folder, {}, false});
            }
        }
    }
    for (const auto &run : m_runs)
        giveWork(*run);
    if (m_busy == 0)
        Q_EMIT finished(true);
}

void CourseProof::stop()
{
    m_isStopped = true;
    m_next = m_pieces.size();
    for (const auto &run : m_runs)
        run->stop();
}

void CourseProof::giveWork(CheckRun &run)
{
    if (m_next >= m_pieces.size())
        return;
    for (std::size_t i = 0; i < m_runs.size(); ++i) {
        if (m_runs[i].get() == &run)
            m_work[i] = m_next;
    }
    ++m_busy;
    const Piece &piece = m_pieces[m_next++];
    run.prove(piece.proof, piece.path);
}

void CourseProof::take(std::size_t index, const CheckResult &result)
{
    Piece &piece = m_pieces[index];
    if (result.end == AttemptEnd::Stopped)
        return;
    piece.isDone = true;
    if (!result.passed) {
        for (const Runner::CheckOutcome &outcome : result.outcomes)
            piece.problems.append({outcome.call.isEmpty() ? mainFile(piece.path, piece.proof) : outcome.call,
                                   outcome.line, outcome.title});
        if (result.outcomes.isEmpty())
            piece.problems.append({mainFile(piece.path, piece.proof), 0, result.message});
    }
    tell();
}

void CourseProof::tell()
{
    while (m_told < m_pieces.size() && m_pieces[m_told].isDone) {
        const Piece &piece = m_pieces[m_told++];
        Q_EMIT proven(piece.path, piece.problems);
    }
}

} // namespace Skillet::Authoring
