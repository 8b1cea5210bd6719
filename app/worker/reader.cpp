// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/reader.h"

#include "worker/assistanceanswers.h"
#include "worker/readinganswers.h"

#include <array>

namespace py = pybind11;

namespace Skillet::Worker {

namespace {

/// An explanation may be waited for meanwhile.
constexpr std::chrono::milliseconds Patience{1200};
/// What is read for the first time, the builtins above all, is remembered.
constexpr std::chrono::milliseconds PatienceWithTheFirst{5000};

/// In the order of PlacesWanted.
constexpr std::array<const char *, 3> PlacesFunctions{"definition", "uses", "rename"};

void fillFrom(Protocol::Completions &answer, const py::str &source, const py::tuple &found)
{
    fill(answer, source, found);
}

void fillFrom(Protocol::CallTip &answer, const py::str & /*source*/, const py::tuple &found)
{
    fill(answer, found);
}

} // namespace

Reader::Reader(Pump &pump, const PythonModules &modules, const Options &options)
    : m_pump(pump)
    , m_modules(modules)
    , m_options(options)
    , m_patience(PatienceWithTheFirst)
{ }

Protocol::Completions Reader::completions(const Protocol::AskCompletions &question)
{
    return askAtCaret<Protocol::Completions>("complete", question);
}

Protocol::CallTip Reader::callTip(const Protocol::AskCallTip &question)
{
    return askAtCaret<Protocol::CallTip>("call_tip", question);
}

Protocol::Problems Reader::problems(const Protocol::AskProblems &question)
{
    load(m_problems, ".problems");
    return ask<Protocol::Problems>(m_problems, question.request, [&](Protocol::Problems &filled) {
        fill(filled, m_problems.attr("problems")(pythonText(question.source), pythonText(question.file)));
    });
}

Protocol::Outline Reader::outline(const Protocol::AskOutline &question)
{
    load(m_outline, ".outline");
    return ask<Protocol::Outline>(m_outline, question.request, [&](Protocol::Outline &filled) {
        fill(filled, m_outline.attr("outline")(pythonText(question.source), pythonText(question.language)));
    });
}

Protocol::Places Reader::places(const Protocol::AskPlaces &question)
{
    load(m_places, ".places");
    return ask<Protocol::Places>(m_places, question.request, [&](Protocol::Places &filled) {
        const py::str source = pythonText(question.source);
        fill(filled,
             m_places.attr(PlacesFunctions.at(static_cast<std::size_t>(question.wanted)))(
                 source, charactersIn(question.source, question.cursor), pythonText(question.file),
                 pythonText(question.folder)));
    });
}

void Reader::load(py::object &module, const char *name)
{
    if (module)
        return;
    try {
        module = m_modules.program.attr("load_analyst")(pythonText(m_options.pythonPath), name);
    } catch (const py::error_already_set &) {
        forgetException();
    }
}

template <typename Answer, typename Fill>
Answer Reader::ask(const py::object &module, std::uint32_t request, Fill fill)
{
    m_pump.armWatchdog(m_patience);
    auto answer = answerBy<Answer>(module, request, fill);
    m_pump.disarmWatchdog();
    forgetInterrupt();
    m_patience = Patience;
    return answer;
}

template <typename Answer, typename Question>
Answer Reader::askAtCaret(const char *function, const Question &question)
{
    load(m_reading, ".reading");
    return ask<Answer>(m_reading, question.request, [&](Answer &filled) {
        const py::str source = pythonText(question.source);
        fillFrom(filled, source,
                 m_reading.attr(function)(source, charactersIn(question.source, question.cursor),
                                          pythonText(question.file)));
    });
}

} // namespace Skillet::Worker
