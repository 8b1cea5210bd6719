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
    LineEnding lineEnding = LineEnding::Lf; ///< the most common one of a file that mixes them
    bool byteOrderMark = false;
    QByteArray encoding = "utf-8"; ///< as it was read: "utf-8", "latin-1" or "ascii"
};

/// Reads UTF-8 (with or without mark), or Latin-1 or ASCII when a PEP 263 cookie says so. Refuses (Invalid,
/// naming line and byte) other content, files with NUL bytes and files over 64 MiB: what could not be read is
/// never shown, so never saved over.
[[nodiscard]] Core::Result<TextFile> readTextFile(const QString &path);

/// Writes through a temporary file and rename, so that the old content stays when anything fails. Symbolic
/// links are followed, permissions kept. The encoding is the one that the cookie in `file.text` names now,
/// UTF-8 without one or with a mark, as Python will read it; every line gets `file.lineEnding`. Errors name
/// the file: NoSpace, PermissionDenied, NotFound (no such folder), Invalid (a character that the encoding
/// lacks, an encoding not known here), Failed.
[[nodiscard]] Core::Result<void> writeTextFile(const QString &path, const TextFile &file);

} // namespace Skillet::Workspace
