// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <variant>

namespace Skillet::Workspace {

/// Whether the C library converts this encoding, under the name that Python has for it, and it agrees with
/// ASCII in what that has: those of a PEP 263 comment do, UTF-16 does not.
[[nodiscard]] bool knowsEncoding(const QByteArray &name);

/// The converted text, or the offset of the first byte or character that has no counterpart. For an encoding
/// that knowsEncoding().
[[nodiscard]] std::variant<QString, qsizetype> fromEncoding(const QByteArray &bytes, const QByteArray &name);
[[nodiscard]] std::variant<QByteArray, qsizetype> toEncoding(const QString &text, const QByteArray &name);

} // namespace Skillet::Workspace
