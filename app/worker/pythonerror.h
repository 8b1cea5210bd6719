// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <pybind11/pybind11.h>

#include <string>

namespace Skillet::Worker {

/// The exception that is set, taken off the thread's state: a complete object with its traceback.
/// \pre an exception is set
[[nodiscard]] pybind11::object takeException();

/// Python text as UTF-8; lone surrogates come as backslash escapes. Empty for anything that is no str. Runs
/// no code of the learner's, even for subclasses of str.
[[nodiscard]] std::string utf8(pybind11::handle text);

/// As above, but no more than the first `most` characters, with an ellipsis where more would follow.
[[nodiscard]] std::string utf8(pybind11::handle text, Py_ssize_t most);

/// A str from UTF-8; broken bytes are replaced, so this does not fail on them.
[[nodiscard]] pybind11::str pythonText(std::string_view text);

/// Lets a SIGINT that came too late have its KeyboardInterrupt here and now, and forgets it.
void forgetInterrupt();

/// Drops the exception that is set, if any.
void forgetException();

} // namespace Skillet::Worker
