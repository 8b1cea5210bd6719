// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runner/traceback.h"

#include <QString>
#include <QStringList>

namespace Skillet::Runner {

enum class ProgramKind { Interactive, Pasted, File, Module };

struct Program
{
    ProgramKind kind = ProgramKind::Interactive;
    QString source;
    QString file; ///< File: absolute path; may be unsaved, `source` is what runs. Module: its dotted name
    QStringList arguments;
    QString workingFolder; ///< empty: unchanged
    FrameReference frame = {}; ///< set by the session: see Session::enterFrame()
};

} // namespace Skillet::Runner
