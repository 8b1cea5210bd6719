// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/testwords.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

namespace Skillet::Ui {

namespace {

constexpr int failedStatus = 1; // pytest's exit statuses
constexpr int usageStatus = 4;
constexpr int noTestsStatus = 5;

QString tr(const char *text, int n = -1)
{
    return QCoreApplication::translate("Skillet::Ui::TestWords", text, nullptr, n);
}

QString timeInWords(double seconds)
{
    if (seconds < 0.001)
        return tr("less than 1 ms");
    if (seconds < 1)
        return tr("%1 ms").arg(qRound(seconds * 1000));
    return tr("%1 s").arg(QLocale().toString(seconds, 'f', seconds < 100 ? 1 : 0));
}

QString outcomeInWords(const Runner::TestResult &result)
{
    if (result.isBroken)
        return tr("These tests could not be read, so none of them ran:");
    switch (result.outcome) {
    case Runner::TestOutcome::Passed:
        return tr("Passed.");
    case Runner::TestOutcome::Failed:
        return tr("Failed:");
    case Runner::TestOutcome::Error:
        return tr("Not the test itself failed, but what is done around it:");
    case Runner::TestOutcome::Skipped:
        return tr("Left out:");
    case Runner::TestOutcome::ExpectedFailure:
        return tr("Failed, as its mark (xfail) says it would:");
    case Runner::TestOutcome::UnexpectedPass:
        break;
    }
    return tr("Passed, though its mark (xfail) says that it would fail. Take the mark away.");
}

QString deathInWords(const TestRunWords &run)
{
    if (run.summary.status < 0)
        return tr("Python itself crashed (signal %1) in the midst of the tests.").arg(-run.summary.status);
    return tr("Python ended (exit code %1) in the midst of the tests: one of them calls os._exit() or the "
              "like.")
        .arg(run.summary.status);
}

} // namespace

QString stateInWords(TestState state)
{
    switch (state) {
    case TestState::Waiting:
        return tr("waiting");
    case TestState::Running:
        return tr("running");
    case TestState::Passed:
        return tr("passed");
    case TestState::Skipped:
        return tr("left out");
    case TestState::Lost:
        return tr("did not end");
    case TestState::Failed:
        break;
    }
    return tr("failed");
}

QString brokenName()
{
    return tr("could not be read");
}

QString groupLabel(const QString &name, int failed, int all)
{
    return tr("%1  (%2 of %3 failed)").arg(name).arg(failed).arg(all);
}

QString countsInWords(const TestCounts &counts)
{
    QStringList parts;
    const auto add = [&parts](int count, const QString &words) {
        if (count > 0)
            parts.append(words.arg(count));
    };
    add(counts.failed, tr("%1 failed"));
    add(counts.lost, tr("%1 did not end"));
    add(counts.passed, tr("%1 passed"));
    add(counts.skipped, tr("%1 left out"));
    add(counts.waiting, tr("%1 to go"));
    return parts.isEmpty() ? tr("No tests") : parts.join(QStringLiteral(", "));
}

QString summaryInWords(const TestRunWords &run)
{
    const QString counts = countsInWords(run.counts);
    switch (run.summary.end) {
    case Runner::TestRunEnd::Missing:
        return tr("pytest, which runs tests, is not installed in %1. Install it there: Run, Python "
                  "Environments, with a line \"pytest\" in requirements.txt.")
            .arg(run.python);
    case Runner::TestRunEnd::NotStarted:
        return tr("%1 could not be started. Choose another Python: Run, Python Environments.")
            .arg(run.python);
    case Runner::TestRunEnd::Died:
        return tr("%1 %2.").arg(deathInWords(run), counts);
    case Runner::TestRunEnd::Killed:
        return tr("Stopped: %1.").arg(counts);
    case Runner::TestRunEnd::Done:
        break;
    }
    if (run.summary.wasStopped)
        return tr("Stopped: %1.").arg(counts);
    if (run.counts.all() == 0 && run.summary.status == usageStatus)
        return tr("pytest did not understand what it was to run (%1). See what it wrote.").arg(run.what);
    if (run.counts.all() == 0 && run.summary.status == noTestsStatus)
        return tr("There are no tests in %1. Tests are functions whose names begin with test_, in files "
                  "whose "
                  "names do, too.")
            .arg(run.what);
    if (run.counts.all() == 0 && run.summary.status > failedStatus)
        return tr("pytest could not run anything. See what it wrote.");
    return tr("%1, in %2").arg(counts, timeInWords(run.seconds));
}

QString resultInWords(const Runner::TestResult &result)
{
    QString words = outcomeInWords(result);
    if (!result.isBroken && result.outcome == Runner::TestOutcome::Passed)
        words = tr("Passed, in %1.").arg(timeInWords(result.seconds));
    if (!result.reason.isEmpty())
        words += u'\n' + result.reason;
    if (!result.output.isEmpty())
        words += QStringLiteral("\n\n") + tr("It wrote:") + u'\n' + result.output;
    return words;
}

} // namespace Skillet::Ui
