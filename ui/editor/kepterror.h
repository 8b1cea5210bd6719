// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runner/traceback.h"

#include <QString>

namespace Skillet::Ui {

/// The error shown last, for a tab that is opened later.
struct KeptError
{
    QString path; ///< empty: there is none
    Runner::SourceRange range;
    QString message;
    QString sourceLine;
};

} // namespace Skillet::Ui
