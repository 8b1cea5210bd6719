// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "runner/explanation.h"
#include "runner/traceback.h"

#include <QString>

class QWidget;

namespace Skillet::Ui {

/// For a forum or a report: the error, what was said about it, and the traceback as Python prints it.
[[nodiscard]] QString asMarkdown(const Runner::Traceback &traceback, const Runner::Explanation &explanation);

/// All of `page`, also what is not in sight, as `file`: SVG when its name ends so, else PNG.
[[nodiscard]] Core::Result<void> savePicture(QWidget &page, const QString &file);

} // namespace Skillet::Ui
