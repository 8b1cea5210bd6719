// SPDX-License-Identifier: GPL-3.0-or-later
#include "attempt.h"

#include <QFile>

#include <algorithm>

namespace Skillet::Ui {

namespace {

Progress::Outcome outcomeOf(const Runner::CheckResult &result)
{
    switch (result.end) {
    case Runner::AttemptEnd::TimedOut:
        return Progress::Outcome::TimedOut;
    case Runner::AttemptEnd::Crashed:
        return Progress::Outcome::Crashed;
    case Runner::AttemptEnd::Stopped:
    case Runner::AttemptEnd::Refused:
        return Progress::Outcome::Stopped;
    case Runner::AttemptEnd::Graded:
        break;
    }
    if (result.passed) {
        return Progress::Outcome::Passed;
    }
    return result.traceback.isEmpty() ? Progress::Outcome::Failed : Progress::Outcome::Error;
}

} // namespace

Progress::Attempt attemptOf(const Course::Course &course, const Course::Exercise &exercise,
                            const Runner::CheckResult &result, const QString &file)
{
    Progress::Attempt attempt;
    attempt.course = course.id;
    attempt.courseVersion = course.version;
    attempt.exercise = exercise.id;
    attempt.kind = Course::kindName(exercise.kind);
    attempt.outcome = outcomeOf(result);
    attempt.durationMs = result.milliseconds;
    QFile code(file);
    if (code.open(QIODevice::ReadOnly)) {
        attempt.code = QString::fromUtf8(code.readAll());
    }
    attempt.checksPassed = result.passedCount();
    attempt.checksTotal = static_cast<int>(result.outcomes.size());
    const auto failed =
        std::find_if(result.outcomes.cbegin(), result.outcomes.cend(), [](const auto &outcome) {
            return outcome.status == Runner::CheckStatus::Failed
                || outcome.status == Runner::CheckStatus::Error;
        });
    if (failed != result.outcomes.cend())
        attempt.failedCheck = failed->id;
    if (!result.traceback.isEmpty()) {
        attempt.errorClass = result.traceback.exceptions.constFirst().type;
    }
    return attempt;
}

} // namespace Skillet::Ui
