// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "course/problem.h"
#include "course/tomlfile.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <vector>

namespace Skillet::Course {

enum class Presence { Required, Optional };

/// Takes values of the right type out of a TOML table and notes a Problem for each that is missing or wrong.
class TableReader final
{
public:
    /// All three must outlive the reader; problems are appended.
    TableReader(const TomlValue &table, const QString &file, QList<Problem> &problems);

    /// A string with something in it; empty when there is none.
    [[nodiscard]] QString text(const QString &key, Presence presence = Presence::Required);
    /// A whole number within the bounds; `minimum` when there is none.
    [[nodiscard]] int number(const QString &key, int minimum, int maximum);
    /// An array of strings, none of them empty; the array itself may be.
    [[nodiscard]] QStringList texts(const QString &key, Presence presence = Presence::Required);
    /// An array of whole numbers within the bounds.
    [[nodiscard]] QList<int> numbers(const QString &key, int minimum, int maximum);
    /// A string that may be missing or empty.
    [[nodiscard]] QString anyText(const QString &key);
    /// One table; null when there is none.
    [[nodiscard]] const TomlValue *table(const QString &key, Presence presence);
    /// An array of tables.
    [[nodiscard]] std::vector<const TomlValue *> tables(const QString &key, Presence presence);

    [[nodiscard]] bool has(const QString &key) const;
    /// Line of `key`, or of the table when it is missing.
    [[nodiscard]] int lineOf(const QString &key) const;
    [[nodiscard]] const QString &file() const { return m_file; }
    void complain(int line, const QString &message);
    /// Counts a problem that was noted elsewhere.
    void fail() { m_ok = false; }
    /// No problem was noted through this reader.
    [[nodiscard]] bool ok() const { return m_ok; }

private:
    const TomlValue *find(const QString &key, TomlValue::Type type, const QString &typeName,
                          Presence presence);

    const TomlValue &m_table;
    const QString &m_file;
    QList<Problem> &m_problems;
    bool m_ok = true;
};

} // namespace Skillet::Course
