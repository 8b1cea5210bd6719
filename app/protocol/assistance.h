// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/traceback.h"

#include <cstdint>
#include <string>
#include <vector>

/// What a worker knows about names and errors: for completion, call tips, help, the list of variables and
/// explanations. Answers to the requests of the same number; none of them runs the learner's code.
namespace Skillet::Protocol {

enum class NameKind : std::uint8_t {
    Variable = 0,
    Function = 1,
    Class = 2,
    Module = 3,
    Keyword = 4,
    Parameter = 5, ///< `name=` of the call around the caret
    Property = 6, ///< computed on access, so that neither type nor value is known
    File = 7, ///< a file or folder, in a string or an import
};

struct CompletionItem
{
    std::string text; ///< replaces the bytes from Completions::from to the caret
    NameKind kind = NameKind::Variable;
    std::string detail; ///< type, or signature, on one line; may be empty
    friend bool operator==(const CompletionItem &, const CompletionItem &) = default;
};

struct Completions
{
    std::uint32_t request = 0;
    std::uint32_t from = 0; ///< byte of the source at which the completed word begins
    std::vector<CompletionItem> items; ///< best first, bounded
    bool more = false; ///< there are more than were sent
    friend bool operator==(const Completions &, const Completions &) = default;
};

struct CallTip
{
    std::uint32_t request = 0;
    std::string signature; ///< `total(orders, *, tax=0.2)`; empty when nothing is called or nothing known
    std::uint32_t activeFrom = 0; ///< bytes of the signature that are the parameter being written
    std::uint32_t activeTo = 0;
    std::string documentation; ///< first paragraph; may be empty
    friend bool operator==(const CallTip &, const CallTip &) = default;
};

enum class ProblemKind : std::uint8_t {
    Error = 0, ///< the program cannot run, or cannot get past this line
    Warning = 1, ///< it runs, but hardly does what is meant
};

/// What is wrong at one place of a program's text, found without running it.
struct Problem
{
    ProblemKind kind = ProblemKind::Error;
    std::string code; ///< a stable id such as `syntax.missing-colon.if` or `unused-import`
    std::string text; ///< in plain words, with code between backticks
    SourceRange range;
    friend bool operator==(const Problem &, const Problem &) = default;
};

struct Problems
{
    std::uint32_t request = 0;
    std::vector<Problem> entries; ///< by place, bounded
    bool isKnown = false; ///< false: nothing could be found out in time
    friend bool operator==(const Problems &, const Problems &) = default;
};

/// What help() has to say, to be read page by page. Output of the run it is asked in comes before it.
struct HelpShown
{
    std::uint32_t request = 0; ///< 0: the run called help()
    std::string title;
    std::string text; ///< plain text; empty when there is no help on the topic
    friend bool operator==(const HelpShown &, const HelpShown &) = default;
};

struct NameEntry
{
    std::string name;
    std::string type; ///< `list`, `pandas.DataFrame`
    NameKind kind = NameKind::Variable;
    std::int64_t length = -1; ///< len() of builtins and arrays; -1: has none, or would run code
    std::string shape; ///< `3 x 4` of arrays and tables; empty: has none
    std::string preview; ///< bounded, one line
    friend bool operator==(const NameEntry &, const NameEntry &) = default;
};

struct Names
{
    std::uint32_t request = 0;
    std::vector<NameEntry> entries; ///< in the order of the namespace, bounded
    std::uint32_t omitted = 0; ///< that many more there are
    friend bool operator==(const Names &, const Names &) = default;
};

/// Whether a frame of an earlier error can be evaluated in: the worker keeps the latest errors only.
struct FrameState
{
    std::uint32_t request = 0; ///< 0: an Execute was to run in it
    bool isThere = false;
    friend bool operator==(const FrameState &, const FrameState &) = default;
};

/// A line as it stands, and as it could stand: a trial has shown that the complaint is gone then.
struct Suggestion
{
    std::int32_t line = -1; ///< from 1; -1: there is no suggestion
    std::string before;
    std::string after; ///< may hold newlines; empty: the line goes
    friend bool operator==(const Suggestion &, const Suggestion &) = default;
};

struct Explanation
{
    std::uint32_t request = 0;
    std::string cause; ///< a stable id such as `type-error.text-plus-number`; empty: only the class is known
    std::string title; ///< what happened, in one sentence
    std::string why; ///< why here; may be empty
    std::vector<std::string> tries; ///< things to try, with code between backticks
    Suggestion suggestion;
    bool certain = true; ///< false: this may be the cause
    std::string name; ///< the cause without this error's own values; empty: there are no choices
    std::vector<std::string> others; ///< causes of such errors that it was not, as `name` puts them
    friend bool operator==(const Explanation &, const Explanation &) = default;
};

} // namespace Skillet::Protocol
