// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <variant>
#include <vector>

namespace Skillet::Course {

/// A value read from TOML and the line it stands on. Plain data, so that the parser's slow headers stay in
/// one source file.
struct TomlValue
{
    enum class Type { Boolean, Integer, Float, Date, String, Array, Table };

    Type type = Type::Table;
    int line = 0; ///< from 1
    qint64 integer = 0; ///< of an Integer; 0 or 1 for a Boolean
    QString string; ///< of a String
    QStringList keys; ///< of a Table, parallel to `values`
    std::vector<TomlValue> values; ///< of an Array or a Table

    /// The value under `key` of a Table; null when there is none. Valid as long as this value is.
    [[nodiscard]] const TomlValue *find(const QString &key) const;
};

struct TomlFailure
{
    int line = 0; ///< from 1
    QString message;
};

/// Parses `text`, which must be UTF-8. `firstLine` is the line of a larger file on which `text` begins.
[[nodiscard]] std::variant<TomlValue, TomlFailure> parseToml(const QByteArray &text, int firstLine = 1);

} // namespace Skillet::Course
