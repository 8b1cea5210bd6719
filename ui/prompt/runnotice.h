// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runner/program.h"

#include <QString>

namespace Skillet::Ui {

/// What the prompt writes over the run of a file or a module: its name, its arguments as one would type them,
/// and how else it differs from a plain run.
[[nodiscard]] QString runNotice(const Runner::Program &program);

} // namespace Skillet::Ui
