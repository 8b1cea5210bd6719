// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/messages.h"
#include "runner/traceback.h"

#include <QList>
#include <QString>

namespace Skillet::Runner {

enum class CheckStatus { Passed, Failed, Error, NotRun };

/// What an outcome is about; see Protocol::OutcomePart.
enum class OutcomePart { Check, Question, Cause, Flaw, Tree, Test, Mutant, Text, Points, Milestone };

struct CheckOutcome
{
    QString id;
    QString title;
    CheckStatus status = CheckStatus::NotRun;
    QString message;
    QString call;
    QString expected;
    QString actual;
    OutcomePart part = OutcomePart::Check;
    int number = 0; ///< which question, test, mutant or milestone it is, from 0
    int line = 0; ///< of the learner's file, from 1; 0: none
    QString why; ///< the author's reason, told also when it passed
};

/// How an attempt at an exercise ended.
enum class AttemptEnd {
    Graded, ///< the checks ran to their end: `passed` says how
    TimedOut, ///< stopped by the time limit
    Crashed, ///< the worker died
    Stopped, ///< by the learner
    Refused, ///< no worker could be started; `message` says why
};

struct CheckResult
{
    AttemptEnd end = AttemptEnd::Graded;
    bool passed = false;
    QList<CheckOutcome> outcomes;
    QString feedback; ///< the author's words for a recognised wrong answer
    QString message; ///< for ends other than Graded: what happened, in words for the learner
    Traceback traceback; ///< of the first check that ended in an exception; may be empty
    QString output; ///< what the program printed
    qint64 milliseconds = 0;

    [[nodiscard]] int passedCount() const;
    /// Those of one part, in their order.
    [[nodiscard]] QList<CheckOutcome> outcomesOf(OutcomePart part) const;
};

[[nodiscard]] CheckResult fromProtocol(const Protocol::CheckReport &report);

} // namespace Skillet::Runner

Q_DECLARE_METATYPE(Skillet::Runner::CheckResult)
