// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runner/testrun.h"
#include "tests/testmodel.h"

#include <QString>

namespace Skillet::Ui {

/// "passed", "left out", ...
[[nodiscard]] QString stateInWords(TestState state);

/// What stands in the tree for a file of tests that could not be read.
[[nodiscard]] QString brokenName();

/// A file's or a class's name and how many of its tests failed.
[[nodiscard]] QString groupLabel(const QString &name, int failed, int all);

/// "3 failed, 12 passed, 1 left out"; "No tests".
[[nodiscard]] QString countsInWords(const TestCounts &counts);

/// How the run ended: the counts and the time, or what kept it from ending and what to do. `python` is what
/// ran it, `what` what was to be run, `output` what pytest wrote.
struct TestRunWords
{
    Runner::TestRunSummary summary;
    TestCounts counts;
    double seconds = 0;
    QString python;
    QString what;
    QString output;
};
[[nodiscard]] QString summaryInWords(const TestRunWords &run);

/// All that is known of one test: how it ended and after what time, why, and what it wrote.
[[nodiscard]] QString resultInWords(const Runner::TestResult &result);

} // namespace Skillet::Ui
