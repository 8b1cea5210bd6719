// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "runner/session.h"

namespace Skillet::Terminal {

/// The program in `file`, to be run with `arguments` as sys.argv[1:]; sys.argv[0] is `file` as given. An
/// Error says why it cannot be read.
[[nodiscard]] Core::Result<Runner::Program> readProgram(const QString &file, const QStringList &arguments);

/// What Python says of `file` when its bytes are not those of its encoding, and it cannot be run: a
/// SyntaxError in the words of CPython, which has these from 3.8 on. Empty: it can be decoded, is no text at
/// all, or cannot even be read.
[[nodiscard]] QString sayOfUndecodable(const QString &file);

} // namespace Skillet::Terminal
