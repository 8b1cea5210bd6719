// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace Skillet::Runner {

/// Resident memory of process `id` in bytes, as /proc has it; 0 when it is not there. Costs microseconds,
/// however large the process is.
[[nodiscard]] qint64 residentMemory(qint64 id);

} // namespace Skillet::Runner
