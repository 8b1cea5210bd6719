// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/secrets.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>

namespace Skillet::Worker {

bool isSecret(std::string name, pybind11::handle value)
{
    static constexpr std::array<std::string_view, 8> Words{"password", "passwd", "passphrase", "secret",
                                                           "token",    "apikey", "api_key",    "credential"};
    if (!PyUnicode_Check(value.ptr()) && !PyBytes_Check(value.ptr()))
        return false;
    std::transform(name.begin(), name.end(), name.begin(),
                   [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
    return std::any_of(Words.begin(), Words.end(),
                       [&name](std::string_view word) { return name.find(word) != std::string::npos; });
}

} // namespace Skillet::Worker
