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

/// The dict in which an object keeps its attributes, or null. Runs no code of the learner's.
[[nodiscard]] pybind11::object instanceAttributes(pybind11::handle object);

/// The value under a key that is exactly a str or an int, compared with nothing but keys of the same exact
/// type: a dict lookup would run `__eq__` of other keys. Null when there is none. Borrowed.
[[nodiscard]] PyObject *safeLookup(PyObject *dictionary, PyObject *key);

} // namespace Skillet::Worker
