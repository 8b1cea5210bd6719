// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/traceback.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// What a worker says about an attempt at an exercise; see messages.h for the form on the wire.
namespace Skillet::Protocol {

enum class CheckStatus : std::uint8_t { Passed = 0, Failed = 1, Error = 2, NotRun = 3 };

/// What an outcome is about. Kinds of exercises have more than checks; see curriculum/README.md.
enum class OutcomePart : std::uint8_t {
    Check = 0, ///< of checks.py, or that something can be judged at all
    Question = 1, ///< predict: `expected` is what really happens, once an answer was given
    Cause = 2, ///< fix
    Flaw = 3, ///< review: the marked line
    Tree = 4, ///< recall: the comparison with the snippet
    Test = 5, ///< test: one of the learner's; review: 0 = it fails before, 1 = it passes after
    Mutant = 6, ///< test: `call` names the tests that notice it
    Text = 7, ///< explain: what was written
    Points = 8, ///< explain: the comparison with the model answer
    Milestone = 9, ///< project
};

/// One thing that was judged, in the order in which it is to be told.
struct CheckOutcome
{
    std::string id; ///< the test function's name, or what else it is: "question_1", "cause", "mutant_2"
    std::string title; ///< the sentence the learner reads
    CheckStatus status = CheckStatus::NotRun;
    std::string message; ///< why it failed, for the learner; empty when passed
    std::string call; ///< what was called, `total([1, 2])`, or empty
    std::string expected; ///< what was wanted, or empty
    std::string actual; ///< what came back, or empty
    OutcomePart part = OutcomePart::Check;
    std::uint32_t number = 0; ///< which question, test, mutant or milestone it is, from 0
    std::uint32_t line = 0; ///< of the learner's file, from 1; 0: none
    std::string why = {}; ///< the author's reason, told also when it passed
    friend bool operator==(const CheckOutcome &, const CheckOutcome &) = default;
};

/// All checks of one attempt, sent before RunFinished of the CheckAttempt.
struct CheckReport
{
    std::vector<CheckOutcome> outcomes;
    std::string feedback; ///< the author's words for a recognised wrong answer, or empty
    bool passed = false;
    std::optional<Traceback> traceback; ///< of the first check that ended in an exception
    std::string output; ///< what the learner's program printed, bounded
    friend bool operator==(const CheckReport &, const CheckReport &) = default;
};

} // namespace Skillet::Protocol
