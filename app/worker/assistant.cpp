// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/assistant.h"

#include "worker/namelist.h"
#include "worker/preview.h"
#include "worker/pythonerror.h"
#include "worker/undisturbed.h"

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

/// The characters that begin in the first `bytes` bytes.
Py_ssize_t charactersIn(const std::string &text, std::uint32_t bytes)
{
    const auto size = static_cast<std::ptrdiff_t>(std::min<std::size_t>(bytes, text.size()));
    return std::count_if(text.begin(), text.begin() + size,
                         [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; });
}

/// The bytes that the first `characters` characters take in utf8(text).
std::uint32_t bytesOf(py::handle text, Py_ssize_t characters)
{
    const auto head = py::reinterpret_steal<py::object>(PyUnicode_Substring(text.ptr(), 0, characters));
    if (!head)
        throw py::error_already_set();
    return static_cast<std::uint32_t>(utf8(head).size());
}

/// An answer without content when `function` could not be loaded, or asking fails for whatever reason.
template <typename Answer, typename Ask>
Answer answerBy(const py::object &function, std::uint32_t request, Ask ask)
{
    Answer answer;
    const Undisturbed undisturbed;
    try {
        if (function)
            ask(answer);
    } catch (const std::exception &) {
        // Broken by the learner, or stopped by a signal: what Python said has gone with error_already_set.
        answer = {};
        forgetException();
    }
    answer.request = request;
    return answer;
}

} // namespace

void Assistant::warmUp()
{
    try {
        m_preview = py::cpp_function([](const py::object &value) { return pythonText(preview(value)); });
        m_complete = py::module_::import("skillet_worker.completion").attr("complete");
        m_callTip = py::module_::import("skillet_worker.calltips").attr("call_tip");
        m_help = py::module_::import("skillet_worker.helptext").attr("help_text");
    } catch (const py::error_already_set &) {
        forgetException();
    }
}

Protocol::Completions Assistant::completions(const Protocol::AskCompletions &question,
                                             const py::dict &names) const
{
    return answerBy<Protocol::Completions>(m_complete, question.request, [&](Protocol::Completions &answer) {
        const py::str source = pythonText(question.source);
        const py::tuple found = m_complete(source, charactersIn(question.source, question.cursor), names);
        answer.from = bytesOf(source, found[0].cast<Py_ssize_t>());
        for (const py::handle item : found[1]) {
            const auto parts = py::reinterpret_borrow<py::tuple>(item);
            answer.items.push_back({utf8(parts[0]), kindFromWord(parts[1]), utf8(parts[2])});
        }
        answer.more = found[2].cast<bool>();
    });
}

Protocol::CallTip Assistant::callTip(const Protocol::AskCallTip &question, const py::dict &names) const
{
    return answerBy<Protocol::CallTip>(m_callTip, question.request, [&](Protocol::CallTip &answer) {
        const py::tuple tip = m_callTip(pythonText(question.source),
                                        charactersIn(question.source, question.cursor), names, m_preview);
        const py::object signature = tip[0];
        answer.activeFrom = bytesOf(signature, tip[1].cast<Py_ssize_t>());
        answer.activeTo = bytesOf(signature, tip[2].cast<Py_ssize_t>());
        answer.signature = utf8(signature);
        answer.documentation = utf8(tip[3]);
    });
}

Protocol::HelpShown Assistant::help(const Protocol::AskHelp &question, const py::dict &names) const
{
    auto answer = answerBy<Protocol::HelpShown>(m_help, question.request, [&](Protocol::HelpShown &shown) {
        const py::tuple found = m_help(pythonText(question.topic), names, m_preview);
        shown.title = utf8(found[0]);
        shown.text = utf8(found[1]);
    });
    if (answer.title.empty())
        answer.title = question.topic;
    return answer;
}

Protocol::Names Assistant::names(const Protocol::AskNames &question, const py::dict &names)
{
    return answerBy<Protocol::Names>(names, question.request,
                                     [&](Protocol::Names &answer) { answer = nameList(names); });
}

} // namespace Skillet::Worker
