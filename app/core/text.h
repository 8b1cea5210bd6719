// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

#include <optional>

namespace Skillet::Core {

/// Whether `path` may be joined to a folder without leaving it: one or more names parted by '/', each of
/// ASCII letters, digits, '_', '-' and '.', none beginning with '.', at most 200 characters in all.
[[nodiscard]] bool isSafeRelativePath(const QString &path);

/// Offset of the first byte that is not part of valid UTF-8 (overlong forms, surrogates and values over
/// U+10FFFF are not valid); empty when all is.
[[nodiscard]] std::optional<qsizetype> firstInvalidUtf8(QByteArrayView bytes);

/// Line, from 1, of the byte at `offset`; lines end in LF, CR LF or CR.
[[nodiscard]] int lineOfOffset(QByteArrayView bytes, qsizetype offset);

/// Lines of code without the blanks that they all begin with; those without a word do not count.
[[nodiscard]] QString dedented(const QString &code);

} // namespace Skillet::Core
