// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Skillet::Ui {

/// The name that `column` of `line` stands in or at the end of, with what leads to it: `os.path.join` at its
/// last word, `os.path` at the one before. Empty where no name is.
[[nodiscard]] QString dottedNameAt(const QString &line, int column);

/// What a line like `?name` or `name?` asks for help on; empty when it is something else.
[[nodiscard]] QString helpTopic(const QString &line);

} // namespace Skillet::Ui
