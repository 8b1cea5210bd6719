// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runner/traceback.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <variant>

namespace Skillet::Runner {

/// One test, as pytest has collected it.
struct TestCase
{
    QString id; ///< pytest's node id: `tests/test_shop.py::TestTill::test_total[3]`
    QString file; ///< absolute
    int line = 0; ///< from 1; 0: unknown
    QStringList names; ///< classes, then the function: {"TestTill", "test_total[3]"}

    friend bool operator==(const TestCase &, const TestCase &) = default;
};

enum class TestOutcome {
    Passed,
    Failed,
    Error, ///< not the test itself: a fixture, before or after it
    Skipped,
    ExpectedFailure, ///< marked xfail, and it failed
    UnexpectedPass, ///< marked xfail, and it passed
};

/// How a test ended, or (`isBroken`) why a whole file or folder of them could not be read.
struct TestResult
{
    QString id;
    QString file; ///< of a broken one only
    TestOutcome outcome = TestOutcome::Passed;
    bool isBroken = false;
    double seconds = 0;
    QString reason;
    QString output; ///< what it wrote meanwhile
    Traceback traceback; ///< empty: nothing was raised

    [[nodiscard]] bool isFailure() const
    {
        return outcome == TestOutcome::Failed || outcome == TestOutcome::Error;
    }
};

/// pytest has begun, in that Python.
struct TestsBegun
{
    QString pytest; ///< version
    QString python; ///< version
};
/// That Python has no pytest.
struct TestsMissing
{ };
struct TestsCollected
{
    QList<TestCase> tests;
};
struct TestStarted
{
    QString id;
};
struct TestsDone
{
    int status = 0; ///< pytest's: 0 all passed, 1 some failed, 2 interrupted, 4 not understood, 5 no tests
};

/// What skillet_tests writes, see app/worker/python/skillet_tests. monostate: a line that is none of it.
using TestEvent = std::variant<std::monostate, TestsBegun, TestsMissing, TestsCollected, TestStarted,
                               TestResult, TestsDone>;

/// One line, without its end. What a test may have forged is read like anything else: no more than wrong
/// words can come of it.
[[nodiscard]] TestEvent parseTestEvent(const QByteArray &line);

} // namespace Skillet::Runner
