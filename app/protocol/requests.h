// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/frame.h"
#include "protocol/questions.h"
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
    Lines = 4, ///< several statements as if typed one by one: the value of each expression is shown
};

/// Runs `source`. The frame's run id names the run. Prompt input may run in a frame of an earlier error: with
/// its globals, and with its variables as they were when it was first asked, which the input may change for
/// the inputs after it. When the worker does not have that frame any more, it says so by FrameState, and the
/// run ends as failed.
struct Execute
{
    SourceKind kind = SourceKind::Interactive;
    std::string source;
    std::string file; ///< File: the path it was saved to, for sys.argv[0]; others: empty, the worker
                      ///< numbers its inputs
    std::vector<std::string> arguments; ///< sys.argv[1:]
    std::string workingFolder; ///< empty: unchanged
    std::vector<std::string> environment = {}; ///< File and Module: further variables, NAME=value
    FrameReference frame = {}; ///< Interactive, Pasted and Lines: where
    friend bool operator==(const Execute &, const Execute &) = default;
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

enum class CheckTask : std::uint8_t {
    Attempt = 0, ///< judge the learner's files
    ProveExercise = 1, ///< prove the exercise itself: each failed outcome is a problem, `call` its file
    ProveLesson = 2, ///< the same for a lesson
};

/// Role Check only: runs the exercise's checks on the learner's files in `submissionFolder`.
struct CheckAttempt
{
    std::string exerciseFolder; ///< holds exercise.toml; of ProveLesson the lesson's file
    std::string submissionFolder; ///< holds the learner's files and answers; Attempt only
    CheckTask task = CheckTask::Attempt;
    friend bool operator==(const CheckAttempt &, const CheckAttempt &) = default;
};

/// The worker ends: at once, or in an orderly way after the run that is under way, and after what Python does
/// at its end (threads to wait for, exit handlers, files to write), however long that takes.
struct Shutdown
{
    bool orderly = false;
    friend bool operator==(const Shutdown &, const Shutdown &) = default;
};

using Request = std::variant<Hello, Execute, AskCompleteness, AskCompletions, AskCallTip, AskProblems,
                             AskOutline, AskPlaces, AskHelp, AskNames, AskFrame, AskExplanation, InputReply,
                             Credit, CheckAttempt, Shutdown>;

} // namespace Skillet::Protocol
