// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident/foundtraceback.h"

#include <QByteArray>

/// What was found in a text as JSON, for comparing with the file beside a sample. Values that say nothing
/// are left out.
[[nodiscard]] QByteArray jsonOf(const QList<Skillet::Incident::FoundTraceback> &found);
