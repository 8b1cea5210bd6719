// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/service.h"

#include "worker/assistant.h"
#include "worker/checker.h"
#include "worker/explainer.h"
#include "worker/idle.h"
#include "worker/interpreter.h"
#include "worker/pythonerror.h"
#include "worker/reader.h"
#include "worker/streams.h"

namespace py = pybind11;

namespace Skillet::Worker {

namespace {

Protocol::Places withoutPlaces(std::uint32_t request)
{
    Protocol::Places answer;
    answer.request = request;
    return answer;
}

} // namespace

struct Service::Host
{
    Host(Pump &pump, Inbox &inbox, const Descriptors &descriptors, const Options &options)
        : streams(pump, inbox)
        , modules(PythonModules::load())
        , execution(pump, streams, modules, descriptors)
        , checker(pump, streams, modules, options)
        , explainer(modules, options)
        , reader(pump, modules, options)
        , idle(streams)
    {
        streams.install();
        if (options.role == Protocol::Role::Prompt)
            execution.offerDisplay();
    }

    Streams streams;
    PythonModules modules;
    Execution execution;
    Checker checker;
    Explainer explainer;
    Reader reader;
    Idle idle;
    Assistant assistant;
};

Service::Service(const Options &options, const Descriptors &descriptors, Pump &pump, Inbox &inbox)
    : m_options(options)
    , m_descriptors(descriptors)
    , m_pump(pump)
    , m_inbox(inbox)
{ }

Service::~Service() = default;

std::optional<std::string> Service::start()
{
    if (auto problem = startPython(m_options))
        return problem;
    if (auto problem = findOwnPackage(m_options.pythonPath))
        return problem;
    try {
        m_host = std::make_unique<Host>(m_pump, m_inbox, m_descriptors, m_options);
    } catch (const py::error_already_set &error) {
        return std::string("The worker's own Python modules do not work (") + error.what()
            + "). Install Skillet again.";
    }
    return std::nullopt;
}

void Service::serve()
{
    m_problem = start();
    // The first letter is taken with the GIL held when there is no Python to release it to.
    while (!m_host) {
        const Letter letter = m_inbox.take();
        if (const auto *hello = std::get_if<Protocol::Hello>(&letter.request))
            greet(*hello);
    }
    for (;;)
        answer(nextLetter());
}

Letter Service::nextLetter()
{
    for (;;) {
        const std::chrono::milliseconds pause = m_host->idle.turn();
        const py::gil_scoped_release release;
        if (pause.count() == 0)
            return m_inbox.take();
        if (auto letter = m_inbox.takeWithin(pause))
            return *std::move(letter);
    }
}

void Service::answer(const Letter &letter)
{
    using Protocol::Role;
    if (const auto *hello = std::get_if<Protocol::Hello>(&letter.request)) {
        greet(*hello);
    } else if (!m_greeted) {
        refuse("The workbench did not say hello first. Start Skillet again.");
    } else if (const auto *question = std::get_if<Protocol::AskCompleteness>(&letter.request)) {
        send(Protocol::Completeness{question->request, m_host->execution.completeness(question->source)});
    } else if (const auto *execute = std::get_if<Protocol::Execute>(&letter.request);
               execute && m_options.role == Role::Prompt) {
        m_host->execution.run(letter.run, *execute);
    } else if (std::holds_alternative<Protocol::Shutdown>(letter.request)) {
        m_host->execution.end();
    } else if (const auto *attempt = std::get_if<Protocol::CheckAttempt>(&letter.request);
               attempt && m_options.role == Role::Check) {
        m_host->checker.run(letter.run, *attempt);
    } else if (const auto *error = std::get_if<Protocol::AskExplanation>(&letter.request);
               error && m_options.role == Role::Analyst) {
        send(m_host->explainer.explain(*error));
    } else if (!(m_options.role == Role::Prompt && answerAboutNames(letter))
               && !(m_options.role == Role::Analyst && answerAboutSource(letter)) && !answerEmpty(letter)) {
        refuse("The worker was asked for something that is not its role's. Start Skillet again.");
    }
}

bool Service::answerAboutNames(const Letter &letter)
{
    const Assistant &assistant = m_host->assistant;
    const Execution &execution = m_host->execution;
    if (const auto *completions = std::get_if<Protocol::AskCompletions>(&letter.request))
        send(assistant.completions(*completions, execution.names(completions->frame)));
    else if (const auto *callTip = std::get_if<Protocol::AskCallTip>(&letter.request))
        send(assistant.callTip(*callTip, execution.names(callTip->frame)));
    else if (const auto *help = std::get_if<Protocol::AskHelp>(&letter.request))
        send(assistant.help(*help, execution.names(help->frame)));
    else if (const auto *list = std::get_if<Protocol::AskNames>(&letter.request))
        send(Assistant::names(*list, execution.ownNames(list->frame)));
    else if (const auto *frame = std::get_if<Protocol::AskFrame>(&letter.request))
        send(Protocol::FrameState{frame->request, execution.has(frame->frame)});
    else
        return false;
    return true;
}

bool Service::answerAboutSource(const Letter &letter)
{
    Reader &reader = m_host->reader;
    // Who types on waits for the newest answer only.
    const bool isOld = m_inbox.isAskedAgain(letter.request);
    if (const auto *completions = std::get_if<Protocol::AskCompletions>(&letter.request))
        send(isOld ? Protocol::Completions{.request = completions->request, .items = {}}
                   : reader.completions(*completions));
    else if (const auto *callTip = std::get_if<Protocol::AskCallTip>(&letter.request))
        send(isOld ? Protocol::CallTip{.request = callTip->request, .signature = {}, .documentation = {}}
                   : reader.callTip(*callTip));
    else if (const auto *problems = std::get_if<Protocol::AskProblems>(&letter.request))
        send(isOld ? Protocol::Problems{.request = problems->request, .entries = {}}
                   : reader.problems(*problems));
    else if (const auto *outline = std::get_if<Protocol::AskOutline>(&letter.request))
        send(isOld ? Protocol::Outline{.request = outline->request, .entries = {}}
                   : reader.outline(*outline));
    else if (const auto *places = std::get_if<Protocol::AskPlaces>(&letter.request))
        send(reader.places(*places)); // a person waits for each of these
    else
        return false;
    return true;
}

bool Service::answerEmpty(const Letter &letter)
{
    if (const auto *completions = std::get_if<Protocol::AskCompletions>(&letter.request))
        send(Protocol::Completions{.request = completions->request, .items = {}});
    else if (const auto *callTip = std::get_if<Protocol::AskCallTip>(&letter.request))
        send(Protocol::CallTip{.request = callTip->request, .signature = {}, .documentation = {}});
    else if (const auto *problems = std::get_if<Protocol::AskProblems>(&letter.request))
        send(Protocol::Problems{.request = problems->request, .entries = {}});
    else if (const auto *outline = std::get_if<Protocol::AskOutline>(&letter.request))
        send(Protocol::Outline{.request = outline->request, .entries = {}});
    else if (const auto *places = std::get_if<Protocol::AskPlaces>(&letter.request))
        send(withoutPlaces(places->request));
    else if (const auto *help = std::get_if<Protocol::AskHelp>(&letter.request))
        send(Protocol::HelpShown{help->request, help->topic, {}});
    else if (const auto *list = std::get_if<Protocol::AskNames>(&letter.request))
        send(Protocol::Names{.request = list->request, .entries = {}});
    else if (const auto *frame = std::get_if<Protocol::AskFrame>(&letter.request))
        send(Protocol::FrameState{frame->request, false});
    else
        return false;
    return true;
}

void Service::greet(const Protocol::Hello &hello)
{
    if (hello.version != Protocol::Version) {
        refuse("The worker speaks version " + std::to_string(Protocol::Version)
               + " of the protocol and the workbench version " + std::to_string(hello.version)
               + ". They were not installed together. Install Skillet again.");
    }
    if (m_problem)
        refuse(*m_problem);
    if (hello.role != m_options.role)
        refuse("The worker was started for another role than it was asked to take. Start Skillet again.");
    Protocol::Welcome welcome;
    welcome.pythonVersion = pythonVersion();
    welcome.prefix = utf8(PySys_GetObject("prefix"));
    welcome.executable = utf8(PySys_GetObject("executable"));
    if (m_options.role == Protocol::Role::Check)
        welcome.protections = m_host->checker.protect();
    m_greeted = true;
    send(welcome);
    m_host->modules.warmUp();
    if (m_options.role == Protocol::Role::Prompt)
        m_host->assistant.warmUp();
    if (m_options.role == Protocol::Role::Check)
        m_host->checker.warmUp();
    if (m_options.role == Protocol::Role::Analyst)
        m_host->explainer.warmUp();
}

void Service::send(const Protocol::Event &event)
{
    m_pump.sendAfterOutput(event);
}

void Service::refuse(const std::string &reason)
{
    send(Protocol::Refusal{reason});
    endProcess(1);
}

} // namespace Skillet::Worker
