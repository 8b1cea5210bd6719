// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/assistance.h"
#include "protocol/checks.h"
#include "protocol/frame.h"
#include "protocol/reading.h"
#include "protocol/traceback.h"

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

/// What a worker says to the workbench; see messages.h for the form on the wire.
namespace Skillet::Protocol {

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

/// How the prompt is to look from now on: `sys.ps1` and `sys.ps2` as text, which may hold anything. Sent
/// before the end of a run that changed them; a fresh worker has these.
struct PromptsChanged
{
    std::string primary = ">>> ";
    std::string secondary = "... ";
    friend bool operator==(const PromptsChanged &, const PromptsChanged &) = default;
};

/// Something to see, in its place between the run's output: a figure, a table.
struct Displayed
{
    std::string mimeType; ///< image/png, image/svg+xml, text/html
    /// The text; of image/png base64. A PNG's text chunk "Skillet-Scale" says how many of its pixels make
    /// one of the size that it is to be shown in; without one it is 1.
    std::string data;
    std::string text; ///< what a terminal would show, and what a screen reader says
    friend bool operator==(const Displayed &, const Displayed &) = default;
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
/// from this, and Traceback::plainText is what a terminal would have shown. When the program has a
/// sys.excepthook of its own, what that writes is the text (Traceback::isWritten), and this comes after it
/// for those who want to look into the exception. Exceptions of threads do not come this way: Python writes
/// them to stderr as usual, and the run goes on.
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

enum class RunEnd : std::uint8_t { Finished = 0, Failed = 1, Interrupted = 2, Exited = 3 };

/// The run is over and everything it wrote has been sent.
struct RunFinished
{
    RunEnd end = RunEnd::Finished;
    std::int32_t exitCode = 0; ///< Exited: of sys.exit()
    friend bool operator==(const RunFinished &, const RunFinished &) = default;
};

using Event = std::variant<Welcome, Refusal, Completeness, Completions, CallTip, Problems, Outline, Places,
                           HelpShown, Names, FrameState, Explanation, PromptsChanged, Displayed,
                           InputRequested, ExceptionRaised, OutputOmitted, CheckReport, RunFinished>;

} // namespace Skillet::Protocol
