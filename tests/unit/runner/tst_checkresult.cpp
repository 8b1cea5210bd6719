// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/checkresult.h"

#include <QTest>

using namespace Skillet;

namespace {

Protocol::CheckOutcome outcomeOf(const std::string &id, Protocol::CheckStatus status)
{
    Protocol::CheckOutcome outcome;
    outcome.id = id;
    outcome.status = status;
    return outcome;
}

} // namespace

class TestCheckResult final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reportOfPassedChecks_passes();
    void everyFieldOfAnOutcome_isKept();
    void reportThatContradictsItself_doesNotPass();
    void reportWithoutChecks_doesNotPass();
};

void TestCheckResult::reportOfPassedChecks_passes()
{
    Protocol::CheckReport report;
    report.outcomes = {outcomeOf("a", Protocol::CheckStatus::Passed),
                       outcomeOf("b", Protocol::CheckStatus::Passed)};
    report.passed = true;
    const Runner::CheckResult result = Runner::fromProtocol(report);
    QVERIFY(result.passed);
    QCOMPARE(result.end, Runner::AttemptEnd::Graded);
    QCOMPARE(result.passedCount(), 2);
}

void TestCheckResult::everyFieldOfAnOutcome_isKept()
{
    Protocol::CheckReport report;
    report.outcomes = {{"test_x", "Sums \xC3\xBC", Protocol::CheckStatus::Error, "why", "total([])", "0",
                        "None", Protocol::OutcomePart::Mutant, 2, 17, "Since."},
                       outcomeOf("test_y", Protocol::CheckStatus::NotRun)};
    report.feedback = "Look closer.";
    report.output = "printed\n";
    Protocol::ExceptionInfo exception;
    exception.type = "KeyError";
    report.traceback = Protocol::Traceback{{exception}, "plain"};
    const Runner::CheckResult result = Runner::fromProtocol(report);
    QCOMPARE(result.outcomes.size(), 2);
    const Runner::CheckOutcome outcome = result.outcomes.at(0);
    QCOMPARE(outcome.id, QStringLiteral("test_x"));
    QCOMPARE(outcome.title, QString::fromUtf8("Sums ü"));
    QCOMPARE(outcome.status, Runner::CheckStatus::Error);
    QCOMPARE(outcome.message, QStringLiteral("why"));
    QCOMPARE(outcome.call, QStringLiteral("total([])"));
    QCOMPARE(outcome.expected, QStringLiteral("0"));
    QCOMPARE(outcome.actual, QStringLiteral("None"));
    QCOMPARE(outcome.part, Runner::OutcomePart::Mutant);
    QCOMPARE(outcome.number, 2);
    QCOMPARE(outcome.line, 17);
    QCOMPARE(outcome.why, QStringLiteral("Since."));
    QCOMPARE(result.outcomesOf(Runner::OutcomePart::Mutant).size(), 1);
    QCOMPARE(result.outcomes.at(1).status, Runner::CheckStatus::NotRun);
    QCOMPARE(result.feedback, QStringLiteral("Look closer."));
    QCOMPARE(result.output, QStringLiteral("printed\n"));
    QCOMPARE(result.traceback.exceptions.at(0).type, QStringLiteral("KeyError"));
    QVERIFY(!result.passed);
}

void TestCheckResult::reportThatContradictsItself_doesNotPass()
{
    Protocol::CheckReport report;
    report.outcomes = {outcomeOf("a", Protocol::CheckStatus::Passed),
                       outcomeOf("b", Protocol::CheckStatus::Failed)};
    report.passed = true;
    QVERIFY(!Runner::fromProtocol(report).passed);
}

void TestCheckResult::reportWithoutChecks_doesNotPass()
{
    Protocol::CheckReport report;
    report.passed = true;
    QVERIFY(!Runner::fromProtocol(report).passed);
}

QTEST_GUILESS_MAIN(TestCheckResult)
#include "tst_checkresult.moc"
