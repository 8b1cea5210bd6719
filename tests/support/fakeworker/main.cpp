// SPDX-License-Identifier: GPL-3.0-or-later
#include "behaviour.h"

#include <cstdlib>
#include <fcntl.h>
#include <string>
#include <string_view>
#include <unistd.h>
#include <variant>

using namespace Skillet::Protocol;

namespace {

int protocolDescriptor(int argc, char **argv)
{
    for (int i = 1; i + 1 < argc; ++i) {
        if (std::string_view(argv[i]) == "--protocol-fd")
            return std::atoi(argv[i + 1]);
    }
    return -1;
}

/// A start that goes wrong only as often as the digit in `file` says, which it counts down.
bool isSpared(const char *file)
{
    const int descriptor = file ? ::open(file, O_RDWR | O_CLOEXEC) : -1;
    char digit = '9';
    if (descriptor < 0 || ::read(descriptor, &digit, 1) != 1)
        return false;
    if (digit == '0')
        return true;
    --digit;
    (void)::pwrite(descriptor, &digit, 1, 0);
    ::close(descriptor);
    return false;
}

/// Answers Hello as SKILLET_FAKE_START says.
void greet(Connection &connection, std::string_view start)
{
    const std::uint32_t version = start == "version" ? Version + 1 : Version;
    if (start == "die")
        ::_exit(7);
    if (start == "garbage")
        connection.sendBytes("HTTP/1.1 400 Bad Request\r\n\r\n");
    else if (start == "early")
        connection.send(1, RunFinished{});
    else if (start == "refuse")
        connection.send(0, Refusal{"There is no standard library in /usr/lib/python3.11."});
    else if (start != "hang")
        connection.send(0, Welcome{version, "3.11.2", "/usr", "/usr/bin/python3", {}});
    if (start == "leave")
        ::_exit(0);
}

/// The exception's type says how: `?` is not answered, and `die` ends the worker.
void explain(Connection &connection, const AskExplanation &question)
{
    const auto &exceptions = question.traceback.exceptions;
    const std::string type = exceptions.empty() ? "" : exceptions.front().type;
    if (type == "die")
        ::_exit(7);
    if (type == "?")
        return;
    std::string why = question.source + "|" + question.pythonVersion + "|" + question.folder;
    if (!exceptions.empty() && !exceptions.front().frames.empty()) {
        const SourceRange &range = exceptions.front().frames.back().range;
        why.append("|").append(std::to_string(range.column)).append("-");
        why.append(std::to_string(range.endColumn));
    }
    connection.send(0, Explanation{question.request + 7, "stale", "not yours", "", {}, {}, true, {}, {}});
    Explanation answer{question.request, "a.cause", type, why, {"Look at `x`."},
                       {3, "a", "b"},    false,     {},   {}};
    if (question.wantsChoices) {
        answer.name = "The right one";
        answer.others = {"A wrong one", "Another wrong one"};
    }
    connection.send(0, answer);
}

/// A question about `?` gets no answer.
void answerAboutNames(Connection &connection, const Request &request)
{
    if (const auto *names = std::get_if<AskNames>(&request)) {
        connection.send(
            0, Names{names->request, {{"orders", "list", NameKind::Variable, 3, "", "[1, 2, 3]"}}, 4});
        connection.send(0, Names{names->request, {}, 0}); // twice: stale
    } else if (const auto *word = std::get_if<AskCompletions>(&request); word && word->source != "?") {
        connection.send(
            0, Completions{word->request, word->cursor, {{"total", NameKind::Function, "()"}}, false});
    } else if (const auto *call = std::get_if<AskCallTip>(&request); call && call->source != "?") {
        connection.send(0, CallTip{call->request, "f(\xC3\xA4, b)", 2, 4, "Says it."});
    } else if (const auto *text = std::get_if<AskProblems>(&request); text && text->source != "?") {
        connection.send(0,
                        Problems{text->request,
                                 {{ProblemKind::Warning, "unused-import", "Unused.", {1, 1, 2, 4}}},
                                 true});
    } else if (const auto *parts = std::get_if<AskOutline>(&request); parts && parts->source != "?") {
        // The second one is deeper than it can be, and ends after the text.
        connection.send(0,
                        Outline{parts->request,
                                {{SymbolKind::Class, "Cart", "", 0, 1, 1, 2},
                                 {SymbolKind::Method, "total", "(self)", 7, 1, 99, 2}},
                                true});
    } else if (const auto *name = std::get_if<AskPlaces>(&request); name && name->source != "?") {
        Places places{name->request, PlacesAnswer::Known, "total", {}, false, {{"tax", 3}}, {"/c.py"}};
        places.entries.push_back({name->file, {2, 2, 2, 4}, "Ã¤Ã¤", true, false});
        connection.send(0, places);
    } else if (const auto *help = std::get_if<AskHelp>(&request); help && help->topic != "?") {
        connection.send(0, HelpShown{help->request, help->topic, "about it"});
    }
}

} // namespace

/// Stands in for skillet-worker in tests: takes the same arguments, speaks the protocol, hosts no Python, and
/// goes wrong on purpose. How it starts is told by the variable SKILLET_FAKE_START, what a run does by its
/// source.
int main(int argc, char **argv)
{
    heedInterrupts();
    const char *variable = std::getenv("SKILLET_FAKE_START");
    const std::string start = variable && !isSpared(std::getenv("SKILLET_FAKE_COUNT")) ? variable : "";
    if (start == "die-at-once")
        return 7;
    Connection connection(protocolDescriptor(argc, argv));
    Behaviour behaviour(connection);
    while (!connection.isClosed()) {
        const auto received = connection.receive();
        if (!received)
            continue;
        const auto &[run, request] = *received;
        if (std::holds_alternative<Hello>(request))
            greet(connection, start);
        else if (const auto *program = std::get_if<Execute>(&request))
            behaviour.execute(run, program->source);
        else if (const auto *attempt = std::get_if<CheckAttempt>(&request))
            behaviour.check(run, attempt->exerciseFolder);
        else if (const auto *question = std::get_if<AskCompleteness>(&request);
                 question && question->source != "?")
            connection.send(0, Completeness{question->request, CompletenessState::Incomplete});
        else if (std::holds_alternative<Shutdown>(request))
            break;
        else if (const auto *error = std::get_if<AskExplanation>(&request))
            explain(connection, *error);
        else
            answerAboutNames(connection, request);
    }
    return 0;
}
