// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/paths.h"

#include <QString>
#include <QStringList>

namespace Skillet::Terminal {

/// What `skillet prompt` was asked to do.
struct PromptRequest
{
    QString file; ///< empty: none
    QString module; ///< the dotted name of one that runs instead of a file; empty: none
    QStringList arguments; ///< of the file or module
    QString environment; ///< folder of a virtual environment; empty: none
};

/// `skillet prompt`: runs the event loop of the one QCoreApplication until the conversation is over.
/// \return the process's status: that of exit(), or 2 when the prompt could not be started
[[nodiscard]] int runPrompt(const PromptRequest &request, const Core::Paths &paths);

} // namespace Skillet::Terminal
