// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runner/traceback.h"

#include <QString>

namespace Skillet::Ui {

/// What an exception of this type means in general, in one or two plain sentences that are true of every one
/// of them. Empty for types that are not Python's own or not in the table.
[[nodiscard]] QString plainWords(const Runner::ExceptionInfo &exception);

} // namespace Skillet::Ui
