// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace Skillet::Ui {

/// The test that `line` (from 1) of `code` belongs to, as pytest names it within its file: {"TestTill",
/// "test_total"}; a class alone, where the line is in one and in none of its tests; empty: in none. Lines
/// between functions belong to the one before.
[[nodiscard]] QStringList testAt(const QString &code, int line);

/// Whether there are any: functions test_... or classes Test..., or those that unittest.TestCase makes tests.
[[nodiscard]] bool hasTests(const QString &code);

} // namespace Skillet::Ui
