// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runner/checkresult.h"

#include <QByteArray>
#include <QString>

namespace Skillet::Authoring {

/// What an attempt came to, for people: a line for each outcome, and below it what a learner would read.
[[nodiscard]] QString asText(const Runner::CheckResult &result);

/// For programs: one object with a newline at the end. `version` is 1; `passed`; `end` is graded, timedOut,
/// crashed, stopped or refused; `message` says why it was not graded, or is null; `feedback` (or null);
/// `output`; `milliseconds`; `error` (type, message and traceback, or null); `outcomes`, each with `id`,
/// `title`, `status` (passed, failed, error, not_run), `part` (check, question, cause, flaw, tree, test,
/// mutant, text, points, milestone), `number`, and `message`, `call`, `expected`, `actual`, `why` and `line`,
/// which are null when there is nothing to say.
[[nodiscard]] QByteArray asJson(const Runner::CheckResult &result);

} // namespace Skillet::Authoring
