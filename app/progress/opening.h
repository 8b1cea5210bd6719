// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "progress/database.h"

#include <memory>
#include <variant>

namespace Skillet::Progress {

/// The file is damaged: recover() it, then open again.
struct NeedsRecovery
{ };

using OpenedDatabase = std::variant<std::unique_ptr<Database>, Core::Error, NeedsRecovery>;

/// Opens or creates the progress database at `file` and brings its schema up to date. Files of other programs
/// and of newer versions are refused and left as they are.
[[nodiscard]] OpenedDatabase openDatabase(const QString &file);

/// A new one in memory.
[[nodiscard]] OpenedDatabase openDatabaseInMemory();

} // namespace Skillet::Progress
