// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/theme.h"

#include <QString>

namespace Skillet::Ui {

/// Plain words for a rich text label: everything is escaped, lines stay lines, and what stands between
/// backticks is set in the code font.
[[nodiscard]] QString inlineHtml(const Theme &theme, const QString &text);

} // namespace Skillet::Ui
