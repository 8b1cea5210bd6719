// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checks/textcard.h"
#include "runner/checkresult.h"

#include <QString>

/// The words for results of checks.
namespace Skillet::Ui::CheckWords {

struct Headline
{
    CardLook look;
    QString title;
    QString text; ///< what happened and what to do; may be empty
};

[[nodiscard]] Headline headline(const Runner::CheckResult &result);
[[nodiscard]] Headline running();
/// `passed`, `failed`, ... for screen readers.
[[nodiscard]] QString status(Runner::CheckStatus status);
/// For the tab: `Checks 2/5`.
[[nodiscard]] QString summary(const Runner::CheckResult &result);

} // namespace Skillet::Ui::CheckWords
