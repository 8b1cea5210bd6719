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
    QByteArray encoding = "utf-8"; ///< as it was read, and as it will be written
    bool isConverted = false; ///< read as another encoding that nothing in it names
};

/// Reads UTF-8 (with or without mark), or the encoding that a PEP 263 cookie names. Refuses (Invalid, naming
/// line and byte) other content, files with NUL bytes and files over 64 MiB: what could not be read is never
/// shown, so never saved over. With a `fallback`, an encoding's name, what has no cookie and is not UTF-8 is
/// read as that.
[[nodiscard]] Core::Result<TextFile> readTextFile(const QString &path, const QByteArray &fallback = {});

/// Whether the file is refused only because it is not UTF-8 and has no cookie.
[[nodiscard]] bool isOtherText(const QString &path);

/// Writes through a temporary file and rename, so that the old content stays when anything fails. Symbolic
/// links are followed, permissions kept. The encoding is the one that the cookie in `file.text` names now,
/// UTF-8 without one or with a mark, as Python will read it; every line gets `file.lineEnding`. Errors name
/// the file: NoSpace, PermissionDenied, NotFound (no such folder), Invalid (a character that the encoding
/// lacks, an encoding not known here), Failed.
[[nodiscard]] Core::Result<void> writeTextFile(const QString &path, const TextFile &file);

} // namespace Skillet::Workspace
