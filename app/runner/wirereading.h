// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/reading.h"
#include "protocol/requests.h"
#include "runner/reading.h"

/// Between the protocol's words for what is read in a program's text and the runner's. What is too large or
/// out of range in an answer is cut. For the runner's own use.
namespace Skillet::Runner::Wire {

[[nodiscard]] Protocol::AskPlaces askPlaces(const PlacesQuestion &question);
/// `source` is what was asked about: the answer counts the bytes of its lines.
[[nodiscard]] Outline outline(const Protocol::Outline &answer, const QString &source);
[[nodiscard]] Places places(const Protocol::Places &answer);

} // namespace Skillet::Runner::Wire
