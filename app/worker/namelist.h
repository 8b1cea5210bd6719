// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/assistance.h"

#include <pybind11/pybind11.h>

namespace Skillet::Worker {

/// The names in a namespace that the learner gave, each with what its value stores. Runs no code of the
/// learner's. Names that begin with an underscore are left out.
[[nodiscard]] Protocol::Names nameList(const pybind11::dict &names);

} // namespace Skillet::Worker
