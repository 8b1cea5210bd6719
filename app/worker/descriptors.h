// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "worker/options.h"

#include <optional>

namespace Skillet::Worker {

/// The worker's descriptors, moved to high numbers where a learner's `os.closerange(3, 256)` does not reach
/// them, and not inherited by the programs that the learner starts.
struct Descriptors
{
    int protocol = -1;
    int stdoutRead = -1; // does not block
    int stderrRead = -1; // does not block
    int stdoutKeep = -1; // duplicates of 1 and 2, to bring them back when the learner closed them
    int stderrKeep = -1;
};

/// Nothing when one of the descriptors named in the options is not open.
[[nodiscard]] std::optional<Descriptors> secureDescriptors(const Options &options);

/// Makes 1 and 2 lead into the pipes again, whatever the learner did to them.
void restoreOutput(const Descriptors &descriptors);

} // namespace Skillet::Worker
