// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/options.h"

#include <charconv>
#include <optional>
#include <string_view>

namespace Skillet::Worker {

namespace {

template <typename Number>
std::optional<Number> wholeNumber(std::string_view text, Number smallest)
{
    Number number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || number < smallest)
        return std::nullopt;
    return number;
}

std::optional<int> descriptor(std::string_view text)
{
    return wholeNumber(text, 3);
}

std::optional<Protocol::Role> role(std::string_view text)
{
    if (text == "prompt")
        return Protocol::Role::Prompt;
    if (text == "check")
        return Protocol::Role::Check;
    if (text == "analyst")
        return Protocol::Role::Analyst;
    return std::nullopt;
}

template <typename Value>
bool store(const std::optional<Value> &parsed, Value &target)
{
    if (parsed)
        target = *parsed;
    return parsed.has_value();
}

bool take(Options &options, std::string_view name, const char *value)
{
    if (name == "--role")
        return store(role(value), options.role);
    if (name == "--protocol-fd")
        return store(descriptor(value), options.protocolFd);
    if (name == "--stdout-read-fd")
        return store(descriptor(value), options.stdoutReadFd);
    if (name == "--stderr-read-fd")
        return store(descriptor(value), options.stderrReadFd);
    if (name == "--python-path")
        return store(std::optional<std::string>(value), options.pythonPath);
    if (name == "--memory-limit")
        return store(wholeNumber<std::uint64_t>(value, 1), options.memoryLimit);
    if (name == "--process-limit")
        return store(wholeNumber<std::uint32_t>(value, 1), options.forkLimit);
    if (name == "--environment")
        return store(std::optional<std::string>(value), options.environment);
    if (name == "--python-home")
        return store(std::optional<std::string>(value), options.pythonHome);
    return false;
}

} // namespace

std::variant<Options, std::string> parseOptions(int count, char **arguments)
{
    Options options;
    for (int index = 1; index < count; index += 2) {
        const std::string name = arguments[index];
        if (index + 1 >= count)
            return name + " needs a value.";
        if (!take(options, name, arguments[index + 1]))
            return name + " " + arguments[index + 1] + " is not understood.";
    }
    if (options.protocolFd < 0 || options.stdoutReadFd < 0 || options.stderrReadFd < 0
        || options.pythonPath.empty())
        return "skillet-worker is started by Skillet itself. Start skillet instead.";
    return options;
}

} // namespace Skillet::Worker
