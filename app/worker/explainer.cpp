// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/explainer.h"

#include "protocol/messages.h"
#include "worker/pythonerror.h"

namespace py = pybind11;

namespace Skillet::Worker {

namespace {

py::object textOrNone(const std::string &text)
{
    return text.empty() ? py::object(py::none()) : py::object(pythonText(text));
}

Protocol::Explanation fromPython(const py::dict &answer)
{
    Protocol::Explanation explanation;
    explanation.cause = utf8(answer["cause"]);
    explanation.title = utf8(answer["title"]);
    explanation.why = utf8(answer["why"]);
    for (const py::handle line : answer["tries"])
        explanation.tries.push_back(utf8(line));
    if (const py::object suggestion = answer["suggestion"]; !suggestion.is_none()) {
        explanation.suggestion = {suggestion["line"].cast<std::int32_t>(), utf8(suggestion["before"]),
                                  utf8(suggestion["after"])};
    }
    explanation.certain = answer["certain"].cast<bool>();
    explanation.name = utf8(answer["name"]);
    for (const py::handle line : answer["others"])
        explanation.others.push_back(utf8(line));
    return explanation;
}

} // namespace

Explainer::Explainer(const PythonModules &modules, const Options &options)
    : m_modules(modules)
    , m_options(options)
{ }

void Explainer::warmUp()
{
    try {
        load().attr("warm_up")();
    } catch (const py::error_already_set &) {
        forgetException();
    }
}

Protocol::Explanation Explainer::explain(const Protocol::AskExplanation &question)
{
    Protocol::Explanation explanation;
    try {
        explanation = ask(question);
    } catch (const std::exception &) {
        forgetException(); // what Python said has gone with error_already_set
    }
    explanation.request = question.request;
    return explanation;
}

const py::object &Explainer::load()
{
    if (!m_wire) {
        m_wire =
            m_modules.program.attr("load_analyst")(pythonText(m_options.pythonPath), ".explanation.wire");
    }
    return m_wire;
}

Protocol::Explanation Explainer::ask(const Protocol::AskExplanation &question)
{
    return fromPython(load().attr("answer")(pythonText(Protocol::encodeAsJson(question.traceback)),
                                            textOrNone(question.source), textOrNone(question.pythonVersion),
                                            textOrNone(question.folder), question.wantsChoices));
}

} // namespace Skillet::Worker
