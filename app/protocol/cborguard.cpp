// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/cborguard.h"

#include <nlohmann/json.hpp>

namespace Skillet::Protocol {

namespace {

using Json = nlohmann::json;

/// Receives the parser's events and counts. Returning false ends the parse at once.
class Guard final : public nlohmann::json_sax<Json>
{
public:
    std::string problem;

    bool null() override { return countValue(); }
    bool boolean(bool) override { return countValue(); }
    bool number_integer(number_integer_t) override { return countValue(); }
    bool number_unsigned(number_unsigned_t) override { return countValue(); }
    bool number_float(number_float_t, const string_t &) override { return countValue(); }
    bool string(string_t &text) override { return countValue() && checkText(text); }
    bool binary(binary_t &) override { return refuse("a byte string, where text is wanted"); }
    bool key(string_t &text) override { return countValue() && checkText(text); }
    bool start_object(std::size_t) override { return countValue() && enter(); }
    bool end_object() override { return leave(); }
    bool start_array(std::size_t) override { return countValue() && enter(); }
    bool end_array() override { return leave(); }

    bool parse_error(std::size_t position, const std::string &, const nlohmann::detail::exception &) override
    {
        return refuse("not CBOR, or cut off, or with bytes after its end (at byte " + std::to_string(position)
                      + ")");
    }

private:
    bool refuse(std::string what)
    {
        problem = std::move(what);
        return false;
    }

    bool countValue() { return ++m_values <= MostValues || refuse("more values than a message may have"); }

    bool checkText(std::string_view text) { return isUtf8(text) || refuse("text that is not UTF-8"); }

    bool enter() { return ++m_depth <= DeepestNesting || refuse("nested too deeply"); }

    bool leave()
    {
        --m_depth;
        return true;
    }

    std::size_t m_values = 0;
    int m_depth = 0;
};

struct Sequence
{
    std::size_t length = 0; // 0: no sequence starts with this byte
    unsigned char secondLow = 0x80;
    unsigned char secondHigh = 0xBF;
};

/// After table 3-7 of the Unicode standard: only the second byte's range depends on the first.
Sequence sequenceAfter(unsigned char lead)
{
    if (lead < 0x80)
        return {.length = 1};
    if (lead >= 0xC2 && lead <= 0xDF)
        return {.length = 2};
    if (lead >= 0xE0 && lead <= 0xEF) {
        return {.length = 3,
                .secondLow = static_cast<unsigned char>(lead == 0xE0 ? 0xA0 : 0x80),
                .secondHigh = static_cast<unsigned char>(lead == 0xED ? 0x9F : 0xBF)};
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
        return {.length = 4,
                .secondLow = static_cast<unsigned char>(lead == 0xF0 ? 0x90 : 0x80),
                .secondHigh = static_cast<unsigned char>(lead == 0xF4 ? 0x8F : 0xBF)};
    }
    return {};
}

} // namespace

std::optional<std::string> problemInCbor(std::string_view bytes)
{
    Guard guard;
    if (Json::sax_parse(bytes, &guard, Json::input_format_t::cbor, true))
        return std::nullopt;
    return guard.problem.empty() ? "not CBOR" : guard.problem;
}

bool isUtf8(std::string_view bytes)
{
    std::size_t at = 0;
    while (at < bytes.size()) {
        const Sequence sequence = sequenceAfter(static_cast<unsigned char>(bytes[at]));
        if (sequence.length == 0 || sequence.length > bytes.size() - at)
            return false;
        for (std::size_t index = 1; index < sequence.length; ++index) {
            const auto byte = static_cast<unsigned char>(bytes[at + index]);
            const unsigned char low = index == 1 ? sequence.secondLow : 0x80;
            const unsigned char high = index == 1 ? sequence.secondHigh : 0xBF;
            if (byte < low || byte > high)
                return false;
        }
        at += sequence.length;
    }
    return true;
}

} // namespace Skillet::Protocol
