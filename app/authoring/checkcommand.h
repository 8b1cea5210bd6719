// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/paths.h"

#include <QString>

namespace Skillet::Authoring {

/// What `skillet check` was asked to do.
struct CheckRequest
{
    QString exercise; ///< its folder
    QString submission; ///< folder with the files to judge; empty: the exercise itself is proven
    bool asJson = false;
};

/// `skillet check`: runs the event loop of the one QCoreApplication until there is a verdict.
/// \return the process's status: 0 passed, 1 not passed, 130 after Ctrl-C, or 2 when it cannot be judged
[[nodiscard]] int runCheck(const CheckRequest &request, const Core::Paths &paths);

} // namespace Skillet::Authoring
