// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/checker.h"

#include "worker/capture.h"
#include "worker/pythonerror.h"
#include "worker/sandbox.h"
#include "worker/sandboxnetwork.h"
#include "worker/scratch.h"

#include <map>
#include <stdexcept>
#include <string_view>

namespace py = pybind11;

namespace Skillet::Worker {

namespace {

using Protocol::CheckOutcome;
using Protocol::CheckReport;
using Protocol::CheckStatus;
using Protocol::OutcomePart;
using Protocol::RunEnd;
using Protocol::RunFinished;

/// What any Python program may read. Nothing of the user's own is among it.
const std::vector<std::string> SystemFolders{
    "/usr",
    "/lib",
    "/lib32",
    "/lib64",
    "/bin",
    "/sbin",
    "/dev/urandom",
    "/dev/random",
    "/dev/zero",
    "/proc/self",
    "/etc/alternatives",
    "/etc/ld.so.cache",
    "/etc/localtime",
    "/etc/mime.types",
    "/etc/passwd",
    "/etc/python3",
};

CheckStatus statusFrom(const std::string &word)
{
    if (word == "passed")
        return CheckStatus::Passed;
    if (word == "failed")
        return CheckStatus::Failed;
    return word == "not_run" ? CheckStatus::NotRun : CheckStatus::Error;
}

OutcomePart partFrom(const std::string &word)
{
    static const std::map<std::string_view, OutcomePart> parts{
        {"question", OutcomePart::Question},  {"cause", OutcomePart::Cause},
        {"flaw", OutcomePart::Flaw},          {"tree", OutcomePart::Tree},
        {"test", OutcomePart::Test},          {"mutant", OutcomePart::Mutant},
        {"text", OutcomePart::Text},          {"points", OutcomePart::Points},
        {"milestone", OutcomePart::Milestone}};
    const auto found = parts.find(word);
    return found == parts.end() ? OutcomePart::Check : found->second;
}

CheckOutcome outcomeFrom(const py::dict &outcome)
{
    return {.id = utf8(outcome["id"]),
            .title = utf8(outcome["title"]),
            .status = statusFrom(utf8(outcome["status"])),
            .message = utf8(outcome["message"]),
            .call = utf8(outcome["call"]),
            .expected = utf8(outcome["expected"]),
            .actual = utf8(outcome["actual"]),
            .part = partFrom(utf8(outcome["part"])),
            .number = outcome["number"].cast<std::uint32_t>(),
            .line = outcome["line"].cast<std::uint32_t>(),
            .why = utf8(outcome["why"])};
}

} // namespace

Checker::Checker(Pump &pump, Streams &streams, const PythonModules &modules, const Options &options)
    : m_pump(pump)
    , m_streams(streams)
    , m_modules(modules)
    , m_options(options)
{ }

std::vector<std::string> Checker::protect()
{
    m_scratch = makeScratchFolder();
    const bool hasOwnNetwork = Sandbox::canEnterOwnNetwork();
    std::vector<std::string> active = Sandbox::protectAtStart();
    if (Sandbox::canConfineFiles())
        active.emplace_back("landlock");
    if (hasOwnNetwork)
        active.emplace_back("network");
    return active;
}

void Checker::warmUp() const
{
    try {
        m_modules.program.attr("load_check_runner")(pythonText(m_options.pythonPath));
    } catch (const py::error_already_set &) {
        // Said when an attempt comes.
        forgetException();
    }
}

void Checker::run(std::uint32_t run, const Protocol::CheckAttempt &attempt)
{
    {
        const py::gil_scoped_release release;
        m_pump.beginRun(run);
    }
    forgetInterrupt();
    RunFinished finished;
    try {
        finished = check(attempt);
    } catch (py::error_already_set &error) {
        error.restore();
        finished = fail(takeException());
    }
    m_pump.waiveCredit();
    m_streams.flush();
    if (Pump::isForkedChild())
        endProcess(0);
    forgetInterrupt();
    const py::gil_scoped_release release;
    m_pump.endRun(finished);
}

RunFinished Checker::check(const Protocol::CheckAttempt &attempt)
{
    const py::object runner = m_modules.program.attr("load_check_runner")(pythonText(m_options.pythonPath));
    m_modules.sources.attr("hide")(pythonText(attempt.exerciseFolder));
    if (!m_scratch.empty())
        m_modules.program.attr("use_temporary_folder")(pythonText(m_scratch));
    const py::object result =
        runner(static_cast<int>(attempt.task), pythonText(attempt.exerciseFolder),
               pythonText(attempt.submissionFolder),
               py::arg("confine") =
                   py::cpp_function([this, &attempt](const std::string &who) { confine(who, attempt); }),
               py::arg("picture") =
                   py::cpp_function([this](const py::object &exception) { return picture(exception); }));
    const CheckReport report = reportFrom(result.cast<py::dict>());
    m_pump.waiveCredit();
    m_streams.flush();
    if (Pump::isForkedChild())
        return {};
    const py::gil_scoped_release release;
    m_pump.sendAfterOutput(report);
    return {};
}

std::vector<std::string> Checker::readableFolders() const
{
    std::vector<std::string> folders = SystemFolders;
    folders.push_back(m_options.pythonPath);
    // Packages the user installed for themselves.
    for (const py::handle entry : py::module_::import("sys").attr("path"))
        folders.push_back(utf8(entry));
    return folders;
}

void Checker::confine(const std::string &who, const Protocol::CheckAttempt &attempt) const
{
    const bool hasNetwork = who == "program with loopback";
    // Where the system has no network for it, it shares the machine's; the list of protections tells so.
    if (hasNetwork)
        (void)Sandbox::enterOwnNetwork();
    if (who != "checks")
        (void)Sandbox::limitProcesses(); // before its file is out of reach
    confineFiles(who == "checks", attempt);
    // Without any of it the check runs all the same: the learner must not be stopped by an old kernel.
    (void)Sandbox::denyOutlets(hasNetwork ? Sandbox::Network::Allowed : Sandbox::Network::None);
}

void Checker::confineFiles(bool isChecks, const Protocol::CheckAttempt &attempt) const
{
    Sandbox::FileAccess access{readableFolders(), {"/dev/null"}};
    if (isChecks)
        access.readable.push_back(attempt.exerciseFolder);
    if (!attempt.submissionFolder.empty())
        access.readable.push_back(attempt.submissionFolder);
    if (!m_scratch.empty())
        access.writable.push_back(m_scratch);
    (void)Sandbox::confineFiles(access);
}

py::bytes Checker::picture(const py::object &exception)
{
    const Protocol::ExceptionRaised raised{captureTraceback(exception, m_modules, m_pump).traceback};
    return Protocol::encodeEvent(raised);
}

std::optional<Protocol::Traceback> Checker::tracebackOf(const py::object &exception)
{
    if (!PyExceptionInstance_Check(exception.ptr()))
        return std::nullopt;
    if (!py::hasattr(exception, "skillet_picture"))
        return captureTraceback(exception, m_modules, m_pump).traceback;
    // Raised in a child, which sent what it saw; the learner's code may have had its hands in that.
    const std::string bytes = py::bytes(exception.attr("skillet_picture"));
    const auto event = Protocol::decodeEvent(bytes);
    const auto *raised = event ? std::get_if<Protocol::ExceptionRaised>(&*event) : nullptr;
    return raised ? std::optional(raised->traceback) : std::nullopt;
}

CheckReport Checker::reportFrom(const py::dict &result)
{
    CheckReport report;
    for (const py::handle outcome : result["outcomes"])
        report.outcomes.push_back(outcomeFrom(py::reinterpret_borrow<py::dict>(outcome)));
    report.feedback = utf8(result["feedback"]);
    report.passed = result["passed"].ptr() == Py_True;
    report.output = utf8(result["output"]);
    report.traceback = tracebackOf(result["exception"]);
    return report;
}

RunFinished Checker::fail(const py::object &exception)
{
    m_pump.waiveCredit();
    const bool interrupted = PyErr_GivenExceptionMatches(exception.ptr(), PyExc_KeyboardInterrupt) != 0;
    const Protocol::ExceptionRaised raised{captureTraceback(exception, m_modules, m_pump).traceback};
    const py::gil_scoped_release release;
    m_pump.sendAfterOutput(raised);
    return {.end = interrupted ? RunEnd::Interrupted : RunEnd::Failed};
}

} // namespace Skillet::Worker
