// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QFileDevice>
#include <QString>

namespace Skillet::Core {

/// The bytes of the regular file at `path`. Errors name the file: NotFound, PermissionDenied, Invalid (a
/// folder or a device, or over `largest` bytes), Failed.
[[nodiscard]] Result<QByteArray> readFile(const QString &path, qint64 largest);

/// Puts `bytes` at `path` through a temporary file beside it and a rename, synced to the disk: afterwards the
/// file is either the old or the new one, whole. Symbolic links are followed, permissions kept. Only where
/// the folder takes no new files, but the file may be written, it is written in place. Errors name the file:
/// NotFound (no such folder), PermissionDenied, NoSpace, Invalid (a folder or a device), Failed.
[[nodiscard]] Result<void> replaceFile(const QString &path, const QByteArray &bytes);

/// The Error for a `device` that failed to write or open `path` for writing.
[[nodiscard]] Error writeError(const QFileDevice &device, const QString &path);

} // namespace Skillet::Core
