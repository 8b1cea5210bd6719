// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/assistance.h"
#include "runner/assistance.h"

#include <QString>

/// Between the protocol's words for what Python knows and the runner's. What is too large or out of range in
/// an answer is cut. For the runner's own use.
namespace Skillet::Runner::Wire {

/// Bytes of `text` as UTF-8 before the character `position`.
[[nodiscard]] quint32 bytesBefore(const QString &text, qsizetype position);

/// `source` is what was asked about: the answer counts its bytes.
[[nodiscard]] Completions completions(const Protocol::Completions &answer, const QString &source);
[[nodiscard]] CallTip callTip(const Protocol::CallTip &answer);
/// `source` is what was asked about: the answer counts the bytes of its lines.
[[nodiscard]] ProblemList problems(const Protocol::Problems &answer, const QString &source);
[[nodiscard]] NameList names(const Protocol::Names &answer);

} // namespace Skillet::Runner::Wire
