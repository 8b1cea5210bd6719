// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runner/environmentwork.h"
#include "workspace/environments.h"

#include <QString>

namespace Skillet::Ui {

/// The environment's name in a list: ".venv in shop", or the machine's own Python.
[[nodiscard]] QString environmentName(const Workspace::Environment &environment);

/// One sentence or two: whether it can be used, and if not, why and what to do.
[[nodiscard]] QString environmentInWords(const Workspace::Environment &environment,
                                         const Workspace::OwnPython &own);

/// What was done, or why it was not and what to do next.
[[nodiscard]] QString outcomeInWords(const Runner::EnvironmentOutcome &outcome);

} // namespace Skillet::Ui
