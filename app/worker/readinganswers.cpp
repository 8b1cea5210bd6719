// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/readinganswers.h"

#include "worker/pythonerror.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace py = pybind11;

namespace Skillet::Worker {

namespace {

/// As the Python side calls them, in the order of SymbolKind.
constexpr std::array<std::string_view, 6> SymbolWords{"class",    "function", "method",
                                                      "constant", "variable", "heading"};
/// In the order of PlacesAnswer.
constexpr std::array<std::string_view, 8> AnswerWords{"unknown",   "known",  "no name",   "no source",
                                                      "elsewhere", "module", "no reader", "unreadable"};

/// The first value stands for words that are none of these.
template <typename Enum, std::size_t Count>
Enum fromWord(py::handle word, const std::array<std::string_view, Count> &words)
{
    const auto *found = std::find(words.begin(), words.end(), utf8(word));
    return found == words.end() ? Enum{} : static_cast<Enum>(found - words.begin());
}

} // namespace

void fill(Protocol::Outline &answer, const py::object &found)
{
    if (found.is_none())
        return;
    for (const py::handle item : found) {
        const auto parts = py::reinterpret_borrow<py::tuple>(item);
        answer.entries.push_back({fromWord<Protocol::SymbolKind>(parts[0], SymbolWords), utf8(parts[1]),
                                  utf8(parts[2]), parts[3].cast<std::uint32_t>(),
                                  parts[4].cast<std::int32_t>(), parts[5].cast<std::int32_t>(),
                                  parts[6].cast<std::int32_t>()});
    }
    answer.isKnown = true;
}

void fill(Protocol::Places &answer, const py::tuple &found)
{
    answer.name = utf8(found[1]);
    for (const py::handle item : found[2]) {
        const auto parts = py::reinterpret_borrow<py::tuple>(item);
        const auto line = parts[1].cast<std::int32_t>();
        answer.entries.push_back({utf8(parts[0]),
                                  {line, line, parts[2].cast<std::int32_t>(), parts[3].cast<std::int32_t>()},
                                  utf8(parts[4]),
                                  parts[5].cast<bool>(),
                                  parts[6].cast<bool>()});
    }
    answer.more = found[3].cast<bool>();
    for (const py::handle item : found[4]) {
        const auto parts = py::reinterpret_borrow<py::tuple>(item);
        answer.taken.push_back({utf8(parts[0]), parts[1].cast<std::int32_t>()});
    }
    for (const py::handle file : found[5])
        answer.otherFiles.push_back(utf8(file));
    answer.answer = fromWord<Protocol::PlacesAnswer>(found[0], AnswerWords);
}

} // namespace Skillet::Worker
