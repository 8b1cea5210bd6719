// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runner/program.h"

#include <QString>

namespace Skillet::Ui {

/// Where code stands in a file, whose lines count from 1. Without a file it stands nowhere.
struct CodePlace
{
    QString file;
    int line = 1;
};

/// What the prompt is to run, now or when what runs has ended.
struct Submission
{
    Runner::Program program;
    QString echo; ///< code to show as typed
    QString notice; ///< or what to say instead
    bool isReplay = false;
    bool isInput = false; ///< the echo is what stands in the input, which it takes away
};

} // namespace Skillet::Ui
