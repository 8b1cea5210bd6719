// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/assistanceanswers.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace py = pybind11;

namespace Skillet::Worker {

namespace {

/// As the Python side calls them, in the order of NameKind.
constexpr std::array<std::string_view, 8> KindWords{"variable", "function",  "class",    "module",
                                                    "keyword",  "parameter", "property", "file"};

Protocol::NameKind kindFromWord(py::handle word)
{
    const auto *found = std::find(KindWords.begin(), KindWords.end(), utf8(word));
    return found == KindWords.end() ? Protocol::NameKind::Variable
                                    : static_cast<Protocol::NameKind>(found - KindWords.begin());
}

/// The bytes that the first `characters` characters take in utf8(text).
std::uint32_t bytesOf(py::handle text, Py_ssize_t characters)
{
    const auto head = py::reinterpret_steal<py::object>(PyUnicode_Substring(text.ptr(), 0, characters));
    if (!head)
        throw py::error_already_set();
    return static_cast<std::uint32_t>(utf8(head).size());
}

} // namespace

Py_ssize_t charactersIn(const std::string &text, std::uint32_t bytes)
{
    const auto size = static_cast<std::ptrdiff_t>(std::min<std::size_t>(bytes, text.size()));
    return std::count_if(text.begin(), text.begin() + size,
                         [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; });
}

void fill(Protocol::Completions &answer, const py::str &source, const py::tuple &found)
{
    answer.from = bytesOf(source, found[0].cast<Py_ssize_t>());
    for (const py::handle item : found[1]) {
        const auto parts = py::reinterpret_borrow<py::tuple>(item);
        answer.items.push_back({utf8(parts[0]), kindFromWord(parts[1]), utf8(parts[2])});
    }
    answer.more = found[2].cast<bool>();
}

void fill(Protocol::CallTip &answer, const py::tuple &tip)
{
    const py::object signature = tip[0];
    answer.activeFrom = bytesOf(signature, tip[1].cast<Py_ssize_t>());
    answer.activeTo = bytesOf(signature, tip[2].cast<Py_ssize_t>());
    answer.signature = utf8(signature);
    answer.documentation = utf8(tip[3]);
}

void fill(Protocol::Problems &answer, const py::list &found)
{
    for (const py::handle item : found) {
        const auto parts = py::reinterpret_borrow<py::tuple>(item);
        const auto number = [&parts](std::size_t index) { return parts[index].cast<std::int32_t>(); };
        const bool isError = utf8(parts[0]) == "error";
        answer.entries.push_back({isError ? Protocol::ProblemKind::Error : Protocol::ProblemKind::Warning,
                                  utf8(parts[1]),
                                  utf8(parts[2]),
                                  {number(3), number(4), number(5), number(6)}});
    }
    answer.isKnown = true;
}

} // namespace Skillet::Worker
