// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QString>

namespace Skillet::Progress {

struct RecoveryReport
{
    QString setAside; ///< where the damaged file lies now
    qint64 attempts = 0; ///< carried over
    qint64 others = 0; ///< events, incidents and guesses

    /// For the learner, in plain words.
    [[nodiscard]] QString note() const;
};

/// Makes a new database of every row that can be read in the damaged `file`, renames that one to
/// `<file>.corrupt-<time>` with its log, and puts the new one in its place. Nothing may have `file` open.
/// When it fails, `file` is as it was.
[[nodiscard]] Core::Result<RecoveryReport> recover(const QString &file);

/// Ends a recovery that was cut off between its two renames.
void finishInterruptedRecovery(const QString &file);

} // namespace Skillet::Progress
