// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/frame.h"
#include "protocol/traceback.h"

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

/// What the workbench says to a worker; see messages.h for the form on the wire.
namespace Skillet::Protocol {

enum class Role : std::uint8_t { Prompt = 0, Check = 1, Analyst = 2 };

/// First message. The worker refuses another version with Refusal and exits.
struct Hello
{
    std::uint32_t version = Version;
    Role role = Role::Prompt;
    friend bool operator==(const Hello &, const Hello &) = default;
};

enum class SourceKind : std::uint8_t {
    Interactive = 0, ///< as typed at `>>>`: expression values are shown, names stay in the prompt
    Pasted = 1, ///< several statements at once into the prompt; the last expression's value is shown
    File = 2, ///< a program: fresh __main__ namespace, the prompt is left inside it afterwards
    Module = 3, ///< as File, for `python -m`: `file` is the module's dotted name, `source` is empty
};

/// Runs `source`. The frame's run id names the run.
struct Execute
{
    SourceKind kind = SourceKind::Interactive;
    std::string source;
    std::string file; ///< File: the path it was saved to; others: empty, the worker numbers its inputs
    std::vector<std::string> arguments; ///< sys.argv[1:]
    std::string workingFolder; ///< empty: unchanged
    friend bool operator==(const Execute &, const Execute &) = default;
};

/// Asks whether `source`, as typed so far, is complete. Answered by Completeness while
/// idle; during a run the answer waits for its end.
struct AskCompleteness
{
    std::uint32_t request = 0;
    std::string source;
    friend bool operator==(const AskCompleteness &, const AskCompleteness &) = default;
};

/// Asks how the name, attribute, file or keyword before `cursor` could go on. Answered by Completions. The
/// prompt's worker looks at its live names and runs none of their code; the analyst reads `source` alone.
struct AskCompletions
{
    std::uint32_t request = 0;
    std::string source;
    std::uint32_t cursor = 0; ///< bytes of `source` before the caret
    std::string file; ///< where the source is saved, for imports beside it; may be empty
    friend bool operator==(const AskCompletions &, const AskCompletions &) = default;
};

/// Asks which parameters the call around `cursor` takes. Answered by CallTip.
struct AskCallTip
{
    std::uint32_t request = 0;
    std::string source;
    std::uint32_t cursor = 0; ///< bytes of `source` before the caret
    std::string file; ///< as in AskCompletions
    friend bool operator==(const AskCallTip &, const AskCallTip &) = default;
};

/// Asks for the help on a topic: an expression of names and dots in the prompt's namespace (`orders.append`),
/// or whatever help() takes as text. Answered by HelpShown.
struct AskHelp
{
    std::uint32_t request = 0;
    std::string topic;
    friend bool operator==(const AskHelp &, const AskHelp &) = default;
};

/// Asks for the names of the prompt's namespace, answered by Names. Runs none of the learner's code.
struct AskNames
{
    std::uint32_t request = 0;
    friend bool operator==(const AskNames &, const AskNames &) = default;
};

/// Role Analyst only: asks for an error in plain words. Answered by Explanation.
struct AskExplanation
{
    std::uint32_t request = 0;
    Traceback traceback;
    std::string
        source; ///< text of the file to look at, or of the file that does not compile; empty: not known
    std::string pythonVersion; ///< of the Python that raised it, `3.11.2`; empty: the analyst's own
    std::string folder; ///< the program's working folder; empty: not known
    friend bool operator==(const AskExplanation &, const AskExplanation &) = default;
};

/// The answer to InputRequested.
struct InputReply
{
    std::string line; ///< without the newline
    bool endOfFile = false;
    friend bool operator==(const InputReply &, const InputReply &) = default;
};

/// Allows the worker to send that many more bytes of output. It starts with InitialCredit. Without credit the
/// program waits where it writes. What already lies in the pipes when an event is sent, and what a program
/// that has ended left behind, is sent even without credit and counts against the next; so the worker's
/// balance may be below zero.
struct Credit
{
    std::uint64_t bytes = 0;
    friend bool operator==(const Credit &, const Credit &) = default;
};
inline constexpr std::uint64_t InitialCredit = std::uint64_t{1024} * 1024;

/// Role Check only: runs the exercise's checks on the learner's files in `submissionFolder`.
struct CheckAttempt
{
    std::string exerciseFolder; ///< holds exercise.toml and checks.py
    std::string submissionFolder; ///< holds the learner's files under the starter's names
    friend bool operator==(const CheckAttempt &, const CheckAttempt &) = default;
};

/// The worker ends at once. What a program that ends has to do (threads to wait for, exit handlers) is done
/// by a run that ends it, as exit() does.
struct Shutdown
{
    friend bool operator==(const Shutdown &, const Shutdown &) = default;
};

using Request = std::variant<Hello, Execute, AskCompleteness, AskCompletions, AskCallTip, AskHelp, AskNames,
                             AskExplanation, InputReply, Credit, CheckAttempt, Shutdown>;

} // namespace Skillet::Protocol
