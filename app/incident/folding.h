// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runner/traceback.h"

#include <QList>

namespace Skillet::Incident {

/// Folds the frames of a recursion, also of one that goes through several functions, as a capture does.
void foldRepeats(QList<Runner::TracebackFrame> &frames);

} // namespace Skillet::Incident
