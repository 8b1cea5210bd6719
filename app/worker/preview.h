// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <pybind11/pybind11.h>

#include <cstdint>
#include <string>

namespace Skillet::Worker {

/// A value in at most 200 characters, UTF-8. Only what the interpreter itself stores is read: no `__repr__`,
/// no `__len__` or other code of the learner's runs, whatever the value is.
[[nodiscard]] std::string preview(pybind11::handle value);

/// The value's type by its short name.
[[nodiscard]] std::string typeName(pybind11::handle value);

/// len() of builtin containers and strings (and of classes made from them), else -1. Runs no code of the
/// learner's.
[[nodiscard]] std::int64_t safeLength(pybind11::handle value);

} // namespace Skillet::Worker
