// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/traceback.h"
#include "runner/traceback.h"

/// The way back of fromProtocol(). For the runner's own use.
namespace Skillet::Runner::Wire {

/// To the wire's form: columns become byte columns of the source line again. Of very long texts and chains
/// the beginning goes along.
[[nodiscard]] Protocol::Traceback traceback(const Traceback &traceback);

} // namespace Skillet::Runner::Wire
