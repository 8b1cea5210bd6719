// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/paths.h"

#include <QString>
#include <QStringList>

namespace Skillet::Explain {

/// What `skillet explain` was asked to do.
struct ExplainRequest
{
    QString file; ///< `-`: tracebacks are read from standard input
    QStringList arguments; ///< of the file
    bool asJson = false;
};

/// `skillet explain`: runs the event loop of the one QCoreApplication until everything is said.
/// \return the process's status: 0 when there was no error, 1 when errors were explained, that of sys.exit(),
/// 130 after Ctrl-C, or 2 when it cannot be done
[[nodiscard]] int runExplain(const ExplainRequest &request, const Core::Paths &paths);

} // namespace Skillet::Explain
