// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/linediff.h"
#include "workspace/localhistory.h"

#include <QDateTime>
#include <QString>

namespace Skillet::Ui {

/// `today 14:05, before a run`, as seen at `now`.
[[nodiscard]] QString versionInWords(const Workspace::FileVersion &version, const QDateTime &now);
/// How the present text differs: `3 lines added, 1 removed since`, `as the text is now`.
[[nodiscard]] QString changesInWords(const Workspace::LineDiff &diff);

} // namespace Skillet::Ui
