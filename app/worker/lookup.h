// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <pybind11/pybind11.h>

namespace Skillet::Worker {

/// The dict in which an object keeps its attributes, or null. Runs no code of the learner's.
[[nodiscard]] pybind11::object instanceAttributes(pybind11::handle object);

/// The value under a key that is exactly a str or an int, compared with nothing but keys of the same exact
/// type: a dict lookup would run `__eq__` of other keys. Null when there is none. Borrowed.
[[nodiscard]] PyObject *safeLookup(PyObject *dictionary, PyObject *key);

/// Whether safeLookup() looks at each key. In a larger dict it gives up, so that its time is bounded.
[[nodiscard]] bool isSearchedWhole(PyObject *dictionary);

} // namespace Skillet::Worker
