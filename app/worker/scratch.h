// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace Skillet::Worker {

/// Makes a private folder for temporary files, and a small process that removes it once this one has ended,
/// however that happens: a confined worker could not remove it itself, a killed one neither. Empty when there
/// is no place for it.
[[nodiscard]] std::string makeScratchFolder();

} // namespace Skillet::Worker
