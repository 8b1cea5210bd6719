// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/assistant.h"

#include "worker/assistanceanswers.h"
#include "worker/namelist.h"
#include "worker/preview.h"
#include "worker/pythonerror.h"

namespace py = pybind11;

namespace Skillet::Worker {

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
        fill(answer, source, m_complete(source, charactersIn(question.source, question.cursor), names));
    });
}

Protocol::CallTip Assistant::callTip(const Protocol::AskCallTip &question, const py::dict &names) const
{
    return answerBy<Protocol::CallTip>(m_callTip, question.request, [&](Protocol::CallTip &answer) {
        fill(answer,
             m_callTip(pythonText(question.source), charactersIn(question.source, question.cursor), names,
                       m_preview));
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
