// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "worker/pump.h"

#include <string>

namespace Skillet::Worker {

/// What the prompt looks like: `sys.ps1` and `sys.ps2`, which the learner may change, also into objects whose
/// `__str__` says something else each time.
class PromptTexts final
{
public:
    explicit PromptTexts(Pump &pump)
        : m_pump(pump)
    { }

    /// Asks both for their text, as Python does before it shows a prompt, and tells the workbench when one is
    /// another than before. May run code of the learner's; what that raises makes an empty prompt. Without a
    /// `sys.ps1` or `sys.ps2` they are as usual after a program, and empty where they were deleted.
    void tell(bool afterProgram);

private:
    Pump &m_pump;
    Protocol::PromptsChanged m_told;
};

} // namespace Skillet::Worker
