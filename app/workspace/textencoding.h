// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <optional>

namespace Skillet::Workspace {

/// The encoding that a PEP 263 comment in the first two lines names, and where.
struct EncodingCookie
{
    QByteArray name; ///< "utf-8", "latin-1" or "ascii" for these under any of their names; others as written
    int line = 1; ///< 1 or 2
};

/// The cookie of a Python source, found as Python itself does it. `source` needs only its first two lines.
[[nodiscard]] std::optional<EncodingCookie> encodingCookie(QByteArrayView source);

/// Whether texts in it can be read and written here.
[[nodiscard]] bool isKnownEncoding(const QByteArray &encoding);

/// Decodes `bytes` as a known `encoding`; a byte order mark stays, as U+FEFF. Errors (Invalid) name `path`,
/// line and byte.
[[nodiscard]] Core::Result<QString> decode(const QByteArray &bytes, const QByteArray &encoding,
                                           const QString &path);

/// Encodes `text`. Errors (Invalid) name `path`, the line and the character that the encoding lacks.
[[nodiscard]] Core::Result<QByteArray> encode(const QString &text, const QByteArray &encoding,
                                              const QString &path);

} // namespace Skillet::Workspace
