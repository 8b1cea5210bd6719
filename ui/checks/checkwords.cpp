// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/checkwords.h"

#include <QCoreApplication>

namespace Skillet::Ui::CheckWords {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Skillet::Ui::CheckWords", text);
}

CardLook good()
{
    return {QStringLiteral("checkmark"), ColorRole::Ok, ColorRole::OkSoft};
}

CardLook bad()
{
    return {QStringLiteral("dialog-error"), ColorRole::Error, ColorRole::ErrorSoft};
}

CardLook careful(const char *icon)
{
    return {QLatin1String(icon), ColorRole::Warn, ColorRole::WarnSoft};
}

/// Checks that fail are the ordinary state of work: no alarm.
CardLook notYet()
{
    return {QStringLiteral("dialog-error"), ColorRole::Error, ColorRole::Code};
}

Headline graded(const Runner::CheckResult &result)
{
    const auto total = result.outcomes.size();
    if (result.passed) {
        return {good(), tr("All checks pass. Well done."), {}};
    }
    if (total == 0) {
        const QString text = result.message.isEmpty()
            ? tr("Run it first and read what Python says, then check again.")
            : result.message;
        return {notYet(), tr("The checks could not look at your program yet."), text};
    }
    const QString title = total == 1 ? tr("The check does not pass yet.")
                                     : tr("%1 of %2 checks pass").arg(result.passedCount()).arg(total);
    return {notYet(), title, result.message};
}

} // namespace

Headline headline(const Runner::CheckResult &result)
{
    const auto told = [&](const char *otherwise) {
        return result.message.isEmpty() ? tr(otherwise) : result.message;
    };
    switch (result.end) {
    case Runner::AttemptEnd::Graded:
        return graded(result);
    case Runner::AttemptEnd::TimedOut:
        return {careful("clock"), tr("Your program ran out of time."),
                told("Look for a loop that never ends, then check again.")};
    case Runner::AttemptEnd::Crashed:
        return {bad(), tr("Python itself ended during the check."),
                told("Your text is safe. Undo the last change and check again.")};
    case Runner::AttemptEnd::Stopped:
        return {careful("media-playback-stop"), tr("You stopped the check."),
                told("Press Check to start it again.")};
    case Runner::AttemptEnd::Refused:
        break;
    }
    return {bad(), tr("The check could not start."), told("Try again; if it stays so, restart Skillet.")};
}

Headline running()
{
    return {{QStringLiteral("clock"), ColorRole::Muted, ColorRole::Code}, tr("Checking…"), {}};
}

QString status(Runner::CheckStatus status)
{
    switch (status) {
    case Runner::CheckStatus::Passed:
        return tr("passed");
    case Runner::CheckStatus::Failed:
        return tr("failed");
    case Runner::CheckStatus::Error:
        return tr("ended with an error");
    case Runner::CheckStatus::NotRun:
        break;
    }
    return tr("not run");
}

QString summary(const Runner::CheckResult &result)
{
    if (result.outcomes.isEmpty()) {
        return tr("Checks");
    }
    return tr("Checks %1/%2").arg(result.passedCount()).arg(result.outcomes.size());
}

} // namespace Skillet::Ui::CheckWords
