// SPDX-License-Identifier: GPL-3.0-or-later
#include "course/tomlfile.h"

#include <toml++/toml.h>

#include <string_view>

namespace Skillet::Course {

namespace {

using Type = TomlValue::Type;

QString toQString(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

Type typeOf(const toml::node &node)
{
    switch (node.type()) {
    case toml::node_type::table:
        return Type::Table;
    case toml::node_type::array:
        return Type::Array;
    case toml::node_type::string:
        return Type::String;
    case toml::node_type::integer:
        return Type::Integer;
    case toml::node_type::floating_point:
        return Type::Float;
    case toml::node_type::boolean:
        return Type::Boolean;
    default:
        return Type::Date;
    }
}

// Recursion is bounded: the parser refuses documents nested deeper than 256.
TomlValue convert(const toml::node &node, int lineOffset)
{
    TomlValue value;
    value.type = typeOf(node);
    value.line = static_cast<int>(node.source().begin.line) + lineOffset;
    if (const toml::table *table = node.as_table()) {
        for (const auto &[key, child] : *table) {
            value.keys.append(toQString(key.str()));
            value.values.push_back(convert(child, lineOffset));
        }
    } else if (const toml::array *array = node.as_array()) {
        for (const toml::node &child : *array) {
            value.values.push_back(convert(child, lineOffset));
        }
    } else if (const auto *string = node.as_string()) {
        value.string = toQString(string->get());
    } else if (const auto *integer = node.as_integer()) {
        value.integer = integer->get();
    } else if (const auto *boolean = node.as_boolean()) {
        value.integer = boolean->get() ? 1 : 0;
    }
    return value;
}

} // namespace

const TomlValue *TomlValue::find(const QString &key) const
{
    const qsizetype index = keys.indexOf(key);
    return index < 0 ? nullptr : &values[static_cast<std::size_t>(index)];
}

std::variant<TomlValue, TomlFailure> parseToml(const QByteArray &text, int firstLine)
{
    const int lineOffset = firstLine - 1;
    try {
        const toml::table table =
            toml::parse(std::string_view(text.constData(), static_cast<std::size_t>(text.size())));
        return convert(table, lineOffset);
    } catch (const toml::parse_error &error) {
        return TomlFailure{static_cast<int>(error.source().begin.line) + lineOffset,
                           toQString(error.description())};
    }
}

} // namespace Skillet::Course
