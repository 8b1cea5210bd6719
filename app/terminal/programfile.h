// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "runner/session.h"

namespace Skillet::Terminal {

/// The program in `file`, to be run with `arguments` as sys.argv[1:]. An Error says why it cannot be read.
[[nodiscard]] Core::Result<Runner::Program> readProgram(const QString &file, const QStringList &arguments);

} // namespace Skillet::Terminal
