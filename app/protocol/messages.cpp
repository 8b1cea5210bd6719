// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/messages.h"

#include "protocol/cborguard.h"
#include "protocol/fieldlists.h"
#include "protocol/readingfields.h"

#include <nlohmann/json.hpp>

#include <limits>
#include <type_traits>
#include <utility>

namespace Skillet::Protocol {

namespace {

using Json = nlohmann::json;

constexpr const char *NameKey = "t";

/// Carries the reason from deep inside a message to decode(), which catches it. Never leaves this file.
struct Refused
{
    std::string why;
};

// ---- writing -------------------------------------------------------------------------------------------

template <typename Struct>
Json toJson(const Struct &value);

template <typename Value>
Json valueToJson(const Value &value)
{
    if constexpr (std::is_enum_v<Value>)
        return static_cast<std::underlying_type_t<Value>>(value);
    else if constexpr (std::is_arithmetic_v<Value> || std::is_same_v<Value, std::string>)
        return value;
    else
        return toJson(value);
}

template <typename Value>
Json valueToJson(const std::vector<Value> &list)
{
    Json array = Json::array();
    for (const Value &value : list)
        array.push_back(valueToJson(value));
    return array;
}

template <typename Value>
Json valueToJson(const std::optional<Value> &value)
{
    return value ? valueToJson(*value) : Json(nullptr);
}

template <typename Struct>
Json toJson(const Struct &value)
{
    Json object = Json::object();
    std::apply([&](const auto &...field) { ((object[field.key] = valueToJson(value.*field.member)), ...); },
               fieldsOf(Of<Struct>()));
    return object;
}

template <typename Variant>
std::string encode(const Variant &message)
{
    Json object = std::visit(
        [](const auto &content) {
            using Message = std::decay_t<decltype(content)>;
            Json json = toJson(content);
            json[NameKey] = NameOf<Message>;
            return json;
        },
        message);
    std::string bytes;
    Json::to_cbor(object, bytes);
    return bytes;
}

// ---- reading -------------------------------------------------------------------------------------------

template <typename Struct>
void fromJson(const Json &json, Struct &value, const std::string &where);

void read(const Json &json, bool &value, const std::string &where)
{
    if (!json.is_boolean())
        throw Refused{where + " is not true or false"};
    value = json.get<bool>();
}

void read(const Json &json, std::string &value, const std::string &where)
{
    if (!json.is_string())
        throw Refused{where + " is not text"};
    value = json.get_ref<const std::string &>();
}

template <typename Integer>
requires std::is_integral_v<Integer>
void read(const Json &json, Integer &value, const std::string &where)
{
    bool fits = false;
    if (json.is_number_unsigned()) {
        fits = std::in_range<Integer>(json.get<std::uint64_t>());
    } else if (json.is_number_integer()) {
        fits = std::in_range<Integer>(json.get<std::int64_t>());
    }
    if (!fits)
        throw Refused{where + " is not a whole number that fits"};
    value = json.get<Integer>();
}

template <typename Enum>
requires std::is_enum_v<Enum>
void read(const Json &json, Enum &value, const std::string &where)
{
    std::underlying_type_t<Enum> number = 0;
    read(json, number, where);
    if (number > static_cast<std::underlying_type_t<Enum>>(Last<Enum>))
        throw Refused{where + " has no such value"};
    value = static_cast<Enum>(number);
}

template <typename Struct>
requires std::is_class_v<Struct>
void read(const Json &json, Struct &value, const std::string &where)
{
    fromJson(json, value, where);
}

template <typename Value>
void read(const Json &json, std::vector<Value> &list, const std::string &where)
{
    if (!json.is_array())
        throw Refused{where + " is not a list"};
    list.clear();
    for (const Json &element : json)
        read(element, list.emplace_back(), where);
}

template <typename Value>
void read(const Json &json, std::optional<Value> &value, const std::string &where)
{
    value.reset();
    if (!json.is_null())
        read(json, value.emplace(), where);
}

template <typename Struct>
void fromJson(const Json &json, Struct &value, const std::string &where)
{
    if (!json.is_object())
        throw Refused{where + " is not a map"};
    const auto readField = [&](const auto &field) {
        const auto found = json.find(field.key);
        if (found != json.end())
            read(*found, value.*field.member, where + "." + field.key);
    };
    std::apply([&](const auto &...field) { (readField(field), ...); }, fieldsOf(Of<Struct>()));
}

/// Tries the alternatives of the variant one after the other until one has the name.
template <typename Variant, std::size_t Index = 0>
Variant readNamed(const std::string &name, const Json &json)
{
    if constexpr (Index == std::variant_size_v<Variant>) {
        throw Refused{"there is no message named \"" + name + "\""};
    } else {
        using Message = std::variant_alternative_t<Index, Variant>;
        if (name != NameOf<Message>)
            return readNamed<Variant, Index + 1>(name, json);
        Message message;
        fromJson(json, message, name);
        return message;
    }
}

template <typename Variant>
std::optional<Variant> decode(std::string_view bytes, std::string *why)
{
    try {
        // The guard first: the parser below recurses once for each level of nesting.
        if (const std::optional<std::string> problem = problemInCbor(bytes))
            throw Refused{*problem};
        const Json json = Json::from_cbor(bytes);
        if (!json.is_object())
            throw Refused{"the message is not a map"};
        const auto name = json.find(NameKey);
        if (name == json.end() || !name->is_string())
            throw Refused{"the message has no name"};
        return readNamed<Variant>(name->get_ref<const std::string &>(), json);
    } catch (const Refused &refused) {
        if (why)
            *why = refused.why;
    } catch (const std::exception &error) {
        if (why)
            *why = error.what();
    }
    return std::nullopt;
}

} // namespace

std::string encodeRequest(const Request &request)
{
    return encode(request);
}

std::string encodeEvent(const Event &event)
{
    return encode(event);
}

std::string encodeAsJson(const Traceback &traceback)
{
    return toJson(traceback).dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::optional<Request> decodeRequest(std::string_view bytes, std::string *why)
{
    return decode<Request>(bytes, why);
}

std::optional<Event> decodeEvent(std::string_view bytes, std::string *why)
{
    return decode<Event>(bytes, why);
}

} // namespace Skillet::Protocol
