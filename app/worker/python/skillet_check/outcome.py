# SPDX-License-Identifier: GPL-3.0-or-later
"""What an attempt came to: one outcome for each thing that was judged, and all of them together."""

from dataclasses import dataclass, field

PASSED, FAILED, ERROR, NOT_RUN = "passed", "failed", "error", "not_run"

# What an outcome is about.
CHECK, QUESTION, CAUSE, FLAW = "check", "question", "cause", "flaw"
TREE, TEST, MUTANT, TEXT, POINTS, MILESTONE = "tree", "test", "mutant", "text", "points", "milestone"


@dataclass
class Outcome:
    id: str
    title: str
    status: str = NOT_RUN
    message: str = ""
    call: str = ""
    expected: str = ""
    actual: str = ""
    part: str = CHECK  # one of the words above
    number: int = 0  # which question, mutant or milestone it is, from 0
    line: int = 0  # of the learner's file, from 1; 0: none
    why: str = ""  # the author's reason, told when it passed as well


@dataclass
class Report:
    outcomes: list = field(default_factory=list)
    output: str = ""
    exception: BaseException | None = None

    @property
    def passed(self):
        return bool(self.outcomes) and all(outcome.status == PASSED for outcome in self.outcomes)
