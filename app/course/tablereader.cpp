// SPDX-License-Identifier: GPL-3.0-or-later
#include "course/tablereader.h"

#include "course/messages.h"

namespace Skillet::Course {

TableReader::TableReader(const TomlValue &table, const QString &file, QList<Problem> &problems)
    : m_table(table)
    , m_file(file)
    , m_problems(problems)
{ }

QString TableReader::text(const QString &key, Presence presence)
{
    const TomlValue *value = find(key, TomlValue::Type::String, Messages::tr("a text in quotes"), presence);
    if (!value) {
        return {};
    }
    if (value->string.trimmed().isEmpty()) {
        complain(value->line, Messages::tr("'%1' is empty.").arg(key));
    }
    return value->string;
}

int TableReader::number(const QString &key, int minimum, int maximum)
{
    const TomlValue *value =
        find(key, TomlValue::Type::Integer, Messages::tr("a whole number"), Presence::Required);
    if (!value) {
        return minimum;
    }
    if (value->integer < minimum || value->integer > maximum) {
        complain(value->line,
                 Messages::tr("'%1' is %2, but has to be from %3 to %4.")
                     .arg(key)
                     .arg(value->integer)
                     .arg(minimum)
                     .arg(maximum));
        return minimum;
    }
    return static_cast<int>(value->integer);
}

QStringList TableReader::texts(const QString &key, Presence presence)
{
    const TomlValue *value = find(key, TomlValue::Type::Array, Messages::tr("a list of texts"), presence);
    if (!value) {
        return {};
    }
    QStringList texts;
    for (const TomlValue &element : value->values) {
        if (element.type != TomlValue::Type::String || element.string.trimmed().isEmpty()) {
            complain(element.line,
                     Messages::tr("Every entry of '%1' has to be a text in quotes with something in it.")
                         .arg(key));
            return {};
        }
        texts.append(element.string);
    }
    return texts;
}

QList<int> TableReader::numbers(const QString &key, int minimum, int maximum)
{
    const TomlValue *value =
        find(key, TomlValue::Type::Array, Messages::tr("a list of whole numbers"), Presence::Required);
    if (!value) {
        return {};
    }
    QList<int> numbers;
    for (const TomlValue &element : value->values) {
        if (element.type != TomlValue::Type::Integer || element.integer < minimum
            || element.integer > maximum) {
            complain(element.line,
                     Messages::tr("Every entry of '%1' has to be a whole number from %2 to %3.")
                         .arg(key)
                         .arg(minimum)
                         .arg(maximum));
            return {};
        }
        numbers.append(static_cast<int>(element.integer));
    }
    return numbers;
}

QString TableReader::anyText(const QString &key)
{
    const TomlValue *value =
        find(key, TomlValue::Type::String, Messages::tr("a text in quotes"), Presence::Optional);
    return value ? value->string : QString();
}

const TomlValue *TableReader::table(const QString &key, Presence presence)
{
    return find(key, TomlValue::Type::Table, Messages::tr("one table, begun by [%1]").arg(key), presence);
}

std::vector<const TomlValue *> TableReader::tables(const QString &key, Presence presence)
{
    const TomlValue *value = find(key, TomlValue::Type::Array,
                                  Messages::tr("a list of tables, each begun by [[%1]]").arg(key), presence);
    std::vector<const TomlValue *> tables;
    if (!value) {
        return tables;
    }
    for (const TomlValue &element : value->values) {
        if (element.type != TomlValue::Type::Table) {
            complain(element.line,
                     Messages::tr("Every entry of '%1' has to be a table, begun by [[%1]].").arg(key));
        } else {
            tables.push_back(&element);
        }
    }
    return tables;
}

bool TableReader::has(const QString &key) const
{
    return m_table.find(key) != nullptr;
}

int TableReader::lineOf(const QString &key) const
{
    const TomlValue *value = m_table.find(key);
    return value ? value->line : m_table.line;
}

void TableReader::complain(int line, const QString &message)
{
    m_ok = false;
    m_problems.append({m_file, line, message});
}

const TomlValue *TableReader::find(const QString &key, TomlValue::Type type, const QString &typeName,
                                   Presence presence)
{
    const TomlValue *value = m_table.find(key);
    if (!value) {
        if (presence == Presence::Required) {
            complain(m_table.line, Messages::tr("'%1' is missing.").arg(key));
        }
        return nullptr;
    }
    if (value->type != type) {
        complain(value->line, Messages::tr("'%1' has to be %2.").arg(key, typeName));
        return nullptr;
    }
    return value;
}

} // namespace Skillet::Course
