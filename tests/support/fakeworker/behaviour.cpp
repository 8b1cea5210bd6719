// SPDX-License-Identifier: GPL-3.0-or-later
#include "behaviour.h"

#include <cstdlib>
#include <functional>
#include <map>
#include <string_view>
#include <unistd.h>

using namespace Skillet::Protocol;

volatile std::sig_atomic_t interruptCount = 0;

namespace {

using Action = std::function<void(Connection &, std::uint32_t run, const std::string &argument)>;

void noteInterrupt(int)
{
    interruptCount = interruptCount + 1;
}

void ignoreInterrupts()
{
    ::signal(SIGINT, SIG_IGN);
}

void sleepUntilInterrupted()
{
    while (interruptCount == 0)
        ::usleep(2000);
}

[[noreturn]] void sleepForEver()
{
    for (;;)
        ::pause();
}

/// Straight to the descriptor: nobody here pumps it, so it lies in the pipe until the workbench looks.
void writePipe(int descriptor, std::string_view text)
{
    while (!text.empty()) {
        const ssize_t written = ::write(descriptor, text.data(), text.size());
        if (written <= 0)
            return;
        text.remove_prefix(static_cast<std::size_t>(written));
    }
}

Traceback sampleTraceback()
{
    TracebackFrame frame;
    frame.file = "/tmp/shop.py";
    frame.function = "total";
    frame.range = {8, 8, 15, 25};
    frame.sourceLine = "    return sum(o[\"pirce\"])";
    ExceptionInfo exception;
    exception.type = "KeyError";
    exception.message = "'pirce'";
    exception.frames = {frame};
    return {{exception}, "Traceback ..."};
}

void echo(Connection &connection, std::uint32_t run, const std::string &argument)
{
    connection.sendOutput(run, argument);
    connection.finish(run);
}

void loop(Connection &connection, std::uint32_t run, const std::string &)
{
    sleepUntilInterrupted();
    connection.finish(run, RunEnd::Interrupted);
}

void deaf(Connection &, std::uint32_t, const std::string &)
{
    ignoreInterrupts();
    sleepForEver();
}

void swallowOnce(Connection &connection, std::uint32_t run, const std::string &)
{
    while (interruptCount < 2)
        ::usleep(2000);
    connection.finish(run, RunEnd::Interrupted);
}

void flood(Connection &connection, std::uint32_t run, const std::string &)
{
    const std::string lines(32768, 'x');
    while (interruptCount == 0 && !connection.isClosed()) {
        if (connection.credit() < static_cast<std::int64_t>(lines.size()))
            connection.waitForCredit();
        else
            connection.sendOutput(run, lines);
    }
    connection.finish(run, RunEnd::Interrupted);
}

void printBytes(Connection &connection, std::uint32_t run, const std::string &argument)
{
    const std::string lines(32768, 'y');
    for (auto rest = std::strtoll(argument.c_str(), nullptr, 10); rest > 0;) {
        if (connection.credit() < static_cast<std::int64_t>(lines.size())) {
            connection.waitForCredit();
            continue;
        }
        connection.sendOutput(run, lines.substr(0, static_cast<std::size_t>(rest)));
        rest -= static_cast<long long>(lines.size());
    }
    connection.finish(run, connection.wasOverpaid() ? RunEnd::Failed : RunEnd::Finished);
}

void oneBigFrame(Connection &connection, std::uint32_t run, const std::string &argument)
{
    connection.sendOutput(run, std::string(std::strtoul(argument.c_str(), nullptr, 10), 'z'));
    connection.finish(run);
}

void exitWithOutput(Connection &connection, std::uint32_t run, const std::string &argument)
{
    connection.sendOutput(run, "sent ");
    writePipe(STDOUT_FILENO, "in the pipe");
    writePipe(STDERR_FILENO, "on the other");
    ::_exit(std::atoi(argument.c_str()));
}

void exitInFrame(Connection &connection, std::uint32_t run, const std::string &)
{
    const std::string frame = encodeFrame(FrameType::Stdout, run, "half and lost");
    connection.sendBytes(std::string_view(frame).substr(0, frame.size() - 9));
    writePipe(STDOUT_FILENO, " a pipe");
    ::_exit(1);
}

void dieBySignal(Connection &, std::uint32_t, const std::string &argument)
{
    ::signal(std::atoi(argument.c_str()), SIG_DFL);
    ::raise(std::atoi(argument.c_str()));
}

void stale(Connection &connection, std::uint32_t run, const std::string &)
{
    for (const std::uint32_t other : {run - 1, run + 7}) {
        connection.sendOutput(other, "not yours");
        connection.send(other, ExceptionRaised{sampleTraceback()});
        connection.send(other, InputRequested{"no?", false});
        connection.finish(other, RunEnd::Failed, 9);
    }
    connection.sendOutput(run, "mine");
    connection.finish(run);
}

void welcomeAgain(Connection &connection, std::uint32_t run, const std::string &)
{
    connection.send(0, Welcome{Version + 1, "9.9", "/other", "/other/python", {}});
    connection.send(run, Welcome{});
    connection.send(run, Completeness{});
    connection.send(run, CheckReport{});
    connection.sendOutput(run, "went on");
    connection.finish(run);
}

void finishTwice(Connection &connection, std::uint32_t run, const std::string &)
{
    connection.finish(run);
    connection.finish(run, RunEnd::Failed);
}

void ask(Connection &connection, std::uint32_t run, const std::string &argument)
{
    connection.send(run, InputRequested{argument, argument == "Password:"});
    for (;;) {
        const auto request = connection.receive();
        if (!request && (interruptCount > 0 || connection.isClosed()))
            return connection.finish(run, RunEnd::Interrupted);
        const auto *reply = request ? std::get_if<InputReply>(&request->second) : nullptr;
        if (reply) {
            connection.sendOutput(run, reply->endOfFile ? "end of file" : "read " + reply->line);
            return connection.finish(run);
        }
    }
}

void splitCharacters(Connection &connection, std::uint32_t run, const std::string &)
{
    connection.sendOutput(run, "gr\xC3");
    connection.sendOutput(run, "err", FrameType::Stderr);
    connection.sendOutput(run, "\xBC\xC3\x9F \xF0\x9F");
    connection.sendOutput(run, "\x98\x80 \xFF cut \xE2\x82");
    connection.finish(run);
}

void fail(Connection &connection, std::uint32_t run, const std::string &)
{
    connection.send(run, ExceptionRaised{sampleTraceback()});
    connection.finish(run, RunEnd::Failed);
}

void omit(Connection &connection, std::uint32_t run, const std::string &)
{
    connection.sendOutput(run, "head");
    connection.send(run, OutputOmitted{123456789});
    connection.sendOutput(run, "tail");
    connection.finish(run, RunEnd::Exited, 4);
}

void display(Connection &connection, std::uint32_t run, const std::string &argument)
{
    connection.sendOutput(run, "before");
    connection.send(run, Displayed{argument, "<table><tr><td>1</td></tr></table>", "   a\n0  1"});
    connection.send(run + 7, Displayed{argument, "not yours", ""});
    connection.sendOutput(run, "after");
    connection.finish(run);
}

void closeChannel(Connection &connection, std::uint32_t, const std::string &)
{
    connection.close();
    sleepForEver();
}

void leaveThread(Connection &connection, std::uint32_t run, const std::string &)
{
    connection.finish(run);
    connection.sendOutput(0, "from a thread");
}

const std::map<std::string, Action, std::less<>> &commands()
{
    static const std::map<std::string, Action, std::less<>> all{
        {"echo", echo},
        {"loop", loop},
        {"deaf", deaf},
        {"swallow", swallowOnce},
        {"flood", flood},
        {"print", printBytes},
        {"frame", oneBigFrame},
        {"exit", exitWithOutput},
        {"exit-in-frame", exitInFrame},
        {"signal", dieBySignal},
        {"stale", stale},
        {"welcome", welcomeAgain},
        {"twice", finishTwice},
        {"ask", ask},
        {"split", splitCharacters},
        {"fail", fail},
        {"omit", omit},
        {"display", display},
        {"close", closeChannel},
        {"thread", leaveThread},
        {"garbage",
         [](auto &connection, auto, const auto &) { connection.sendBytes(std::string(64, '\xEE')); }},
        {"no-message",
         [](auto &connection, auto run, const auto &) {
             connection.sendBytes(encodeFrame(FrameType::Control, run, "\xA1\x61t\x18"));
         }},
        {"unknown-type",
         [](auto &connection, auto run, const auto &) {
             connection.sendBytes(encodeFrame(static_cast<FrameType>(9), run, "?"));
         }},
        {"oversized",
         [](auto &connection, auto, const auto &) {
             connection.sendBytes(std::string("\xFF\xFF\xFF\x7F\x02", 5));
         }},
        {"truncated",
         [](auto &connection, auto run, const auto &) {
             connection.sendBytes(
                 encodeFrame(FrameType::Control, run, encodeEvent(RunFinished{})).substr(0, 12));
         }},
    };
    return all;
}

} // namespace

void heedInterrupts()
{
    struct sigaction action
    { };
    action.sa_handler = noteInterrupt; // without SA_RESTART: a waiting recv() returns
    ::sigaction(SIGINT, &action, nullptr);
}

void Behaviour::execute(std::uint32_t run, const std::string &command)
{
    interruptCount = 0;
    const std::size_t space = command.find(' ');
    const auto found = commands().find(command.substr(0, space));
    if (found != commands().end())
        found->second(m_connection, run, space == std::string::npos ? "" : command.substr(space + 1));
    else
        m_connection.finish(run);
}

void Behaviour::check(std::uint32_t run, const std::string &command)
{
    if (command != "pass" && command != "mixed") {
        execute(run, command);
        return;
    }
    CheckReport report;
    report.outcomes.push_back({"test_one", "Adds up", CheckStatus::Passed, "", "total([1])", "1", "1"});
    report.passed = command == "pass";
    if (!report.passed) {
        report.outcomes.push_back(
            {"test_two", "Takes an empty list", CheckStatus::Error, "It broke.", "total([])", "0", ""});
        report.feedback = "Look at the name of the key.";
        report.traceback = sampleTraceback();
    }
    report.output = "hello\n";
    m_connection.send(run, report);
    m_connection.finish(run);
}
