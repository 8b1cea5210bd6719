// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>

namespace Skillet::Workspace {

enum class LineEnding { Lf, CrLf, Cr };

/// The text of a file and how it was written, so that saving changes nothing else.
struct TextFile
{
    QString text; ///< lines end in \n here, whatever the file uses
    LineEnding lineEnding = LineEnding::Lf;
    bool byteOrderMark = false;
    QByteArray encoding = "utf-8"; ///< name as PEP 263 gives it: "utf-8" or "latin-1"
};

/// Reads UTF-8 (with or without mark), or Latin-1 when a PEP 263 cookie says so. Refuses (Invalid, naming
/// line and byte) other content, files with NUL bytes and files over 64 MiB: what could not be read is never
/// shown, so never saved over.
[[nodiscard]] Core::Result<TextFile> readTextFile(const QString &path);

/// Writes through a temporary file and rename, so that the old content stays when anything fails. Symbolic
/// links are followed, permissions kept. Errors name the file: NoSpace, PermissionDenied, Invalid (a
/// character that the encoding lacks), Failed.
[[nodiscard]] Core::Result<void> writeTextFile(const QString &path, const TextFile &file);

} // namespace Skillet::Workspace
