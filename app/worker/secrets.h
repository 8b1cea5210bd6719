// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <pybind11/pybind11.h>

#include <string>

namespace Skillet::Worker {

/// What is shown instead: four bullets.
inline const char *const Masked = "\xE2\x80\xA2\xE2\x80\xA2\xE2\x80\xA2\xE2\x80\xA2";

/// Whether the text under that name (or expression) looks like a password or key: others may look at the
/// screen, and reports are passed on.
[[nodiscard]] bool isSecret(std::string name, pybind11::handle value);

} // namespace Skillet::Worker
