// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/frame.h"
#include "protocol/traceback.h"

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// Control messages between the workbench and a worker. Each is one CBOR map in a Control frame: key "t"
/// names the message, the other keys are the struct's members under their own names. Unknown keys are
/// ignored, missing ones take the member's default; a wrong type, an unknown "t", nesting over 32 or trailing
/// bytes make the message refused. All text is UTF-8, or the message is refused.
///
/// Order: the workbench sends Hello first, the worker answers with Welcome or Refusal. The worker sends
/// nothing about a run before its Execute or CheckAttempt, and ends each run with exactly one RunFinished,
/// after all its output.
namespace Skillet::Protocol {

enum class Role : std::uint8_t { Prompt = 0, Check = 1, Analyst = 2 };

// ---- workbench to worker -------------------------------------------------------------------------------

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

/// The worker ends without running anything more.
struct Shutdown
{
    friend bool operator==(const Shutdown &, const Shutdown &) = default;
};

using Request = std::variant<Hello, Execute, AskCompleteness, InputReply, Credit, CheckAttempt, Shutdown>;

// ---- worker to workbench -------------------------------------------------------------------------------

/// Answer to Hello, once Python is up: the worker is idle from here on.
struct Welcome
{
    std::uint32_t version = Version;
    std::string pythonVersion; ///< "3.11.2"
    std::string prefix; ///< sys.prefix
    std::string executable; ///< sys.executable
    std::vector<std::string> protections; ///< sandbox measures in force, role Check
    friend bool operator==(const Welcome &, const Welcome &) = default;
};

/// The worker cannot serve; it exits after this. `reason` is a sentence for the learner.
struct Refusal
{
    std::string reason;
    friend bool operator==(const Refusal &, const Refusal &) = default;
};

enum class CompletenessState : std::uint8_t {
    Complete = 0,
    Incomplete = 1, ///< more lines are needed
    Invalid = 2, ///< running it will show a SyntaxError
};

struct Completeness
{
    std::uint32_t request = 0;
    CompletenessState state = CompletenessState::Complete;
    friend bool operator==(const Completeness &, const Completeness &) = default;
};

/// The program waits in input() or getpass(); `prompt` has not been written to stdout.
struct InputRequested
{
    std::string prompt;
    bool secret = false;
    friend bool operator==(const InputRequested &, const InputRequested &) = default;
};

/// An exception ended the run; the KeyboardInterrupt of a stopped one included (RunEnd::Interrupted),
/// SystemExit excepted (RunEnd::Exited). Its text is not written to stderr as well: the workbench draws it
/// from this, and Traceback::plainText is what a terminal would have shown. Exceptions of threads do not come
/// this way: Python writes them to stderr as usual, and the run goes on.
struct ExceptionRaised
{
    Traceback traceback;
    friend bool operator==(const ExceptionRaised &, const ExceptionRaised &) = default;
};

/// Output was left out because the run wrote more than the budget.
struct OutputOmitted
{
    std::uint64_t bytes = 0;
    friend bool operator==(const OutputOmitted &, const OutputOmitted &) = default;
};

enum class CheckStatus : std::uint8_t { Passed = 0, Failed = 1, Error = 2, NotRun = 3 };

/// One check of an exercise, in the order of the exercise's file.
struct CheckOutcome
{
    std::string id; ///< the test function's name
    std::string title; ///< the sentence the learner reads
    CheckStatus status = CheckStatus::NotRun;
    std::string message; ///< why it failed, for the learner; empty when passed
    std::string call; ///< what was called, `total([1, 2])`, or empty
    std::string expected; ///< what was wanted, or empty
    std::string actual; ///< what came back, or empty
    friend bool operator==(const CheckOutcome &, const CheckOutcome &) = default;
};

/// All checks of one attempt, sent before RunFinished of the CheckAttempt.
struct CheckReport
{
    std::vector<CheckOutcome> outcomes;
    std::string feedback; ///< the author's words for a recognised wrong answer, or empty
    bool passed = false;
    std::optional<Traceback> traceback; ///< of the first check that ended in an exception
    std::string output; ///< what the learner's program printed, bounded
    friend bool operator==(const CheckReport &, const CheckReport &) = default;
};

enum class RunEnd : std::uint8_t { Finished = 0, Failed = 1, Interrupted = 2, Exited = 3 };

/// The run is over and everything it wrote has been sent.
struct RunFinished
{
    RunEnd end = RunEnd::Finished;
    std::int32_t exitCode = 0; ///< Exited: of sys.exit()
    friend bool operator==(const RunFinished &, const RunFinished &) = default;
};

using Event = std::variant<Welcome, Refusal, Completeness, InputRequested, ExceptionRaised, OutputOmitted,
                           CheckReport, RunFinished>;

// ---- coding --------------------------------------------------------------------------------------------

[[nodiscard]] std::string encodeRequest(const Request &request);
[[nodiscard]] std::string encodeEvent(const Event &event);

/// Nothing when the bytes are not a request (or event) as documented above; `why`, when given, says what was
/// wrong. Never throws, whatever the bytes.
[[nodiscard]] std::optional<Request> decodeRequest(std::string_view bytes, std::string *why = nullptr);
[[nodiscard]] std::optional<Event> decodeEvent(std::string_view bytes, std::string *why = nullptr);

} // namespace Skillet::Protocol
