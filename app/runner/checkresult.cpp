// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/checkresult.h"

#include "runner/wire.h"

#include <algorithm>
#include <iterator>
#include <limits>
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

OutcomePart convertPart(Protocol::OutcomePart part)
{
    switch (part) {
    case Protocol::OutcomePart::Question:
        return OutcomePart::Question;
    case Protocol::OutcomePart::Cause:
        return OutcomePart::Cause;
    case Protocol::OutcomePart::Flaw:
        return OutcomePart::Flaw;
    case Protocol::OutcomePart::Tree:
        return OutcomePart::Tree;
    case Protocol::OutcomePart::Test:
        return OutcomePart::Test;
    case Protocol::OutcomePart::Mutant:
        return OutcomePart::Mutant;
    case Protocol::OutcomePart::Text:
        return OutcomePart::Text;
    case Protocol::OutcomePart::Points:
        return OutcomePart::Points;
    case Protocol::OutcomePart::Milestone:
        return OutcomePart::Milestone;
    case Protocol::OutcomePart::Check:
        break;
    }
    return OutcomePart::Check;
}

/// A number of the wire that is none is 0.
int convertNumber(std::uint32_t number)
{
    return number > static_cast<std::uint32_t>(std::numeric_limits<int>::max()) ? 0
                                                                                : static_cast<int>(number);
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
    result.part = convertPart(outcome.part);
    result.number = convertNumber(outcome.number);
    result.line = convertNumber(outcome.line);
    result.why = Wire::text(outcome.why);
    return result;
}

} // namespace

int CheckResult::passedCount() const
{
    return static_cast<int>(
        std::count_if(outcomes.cbegin(), outcomes.cend(),
                      [](const CheckOutcome &outcome) { return outcome.status == CheckStatus::Passed; }));
}

QList<CheckOutcome> CheckResult::outcomesOf(OutcomePart part) const
{
    QList<CheckOutcome> found;
    std::copy_if(outcomes.cbegin(), outcomes.cend(), std::back_inserter(found),
                 [part](const CheckOutcome &outcome) { return outcome.part == part; });
    return found;
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
