// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/checkresult.h"

#include "runner/wire.h"

#include <algorithm>
#include <string>

namespace Skillet::Runner {

namespace {

CheckStatus convertStatus(Protocol::CheckStatus status)
{
    switch (status) {
    case Protocol::CheckStatus::Passed:
        return CheckStatus::Passed;
    case Protocol::CheckStatus::Failed:
        return CheckStatus::Failed;
    case Protocol::CheckStatus::Error:
        return CheckStatus::Error;
    case Protocol::CheckStatus::NotRun:
        break;
    }
    return CheckStatus::NotRun;
}

CheckOutcome convertOutcome(const Protocol::CheckOutcome &outcome)
{
    CheckOutcome result;
    result.id = Wire::text(outcome.id);
    result.title = Wire::text(outcome.title);
    result.status = convertStatus(outcome.status);
    result.message = Wire::text(outcome.message);
    result.call = Wire::text(outcome.call);
    result.expected = Wire::text(outcome.expected);
    result.actual = Wire::text(outcome.actual);
    return result;
}

} // namespace

int CheckResult::passedCount() const
{
    return static_cast<int>(
        std::count_if(outcomes.cbegin(), outcomes.cend(),
                      [](const CheckOutcome &outcome) { return outcome.status == CheckStatus::Passed; }));
}

CheckResult fromProtocol(const Protocol::CheckReport &report)
{
    CheckResult result;
    result.end = AttemptEnd::Graded;
    for (const Protocol::CheckOutcome &outcome : report.outcomes)
        result.outcomes.append(convertOutcome(outcome));
    // A report that contradicts itself never passes: its outcomes are what the learner sees.
    result.passed = report.passed && !result.outcomes.isEmpty()
        && result.passedCount() == static_cast<int>(result.outcomes.size());
    result.feedback = Wire::text(report.feedback);
    if (report.traceback)
        result.traceback = fromProtocol(*report.traceback);
    result.output = Wire::text(report.output);
    return result;
}

} // namespace Skillet::Runner
