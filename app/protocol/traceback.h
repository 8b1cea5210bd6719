// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace Skillet::Protocol {

/// A range in source text as CPython gives it (PEP 657): lines from 1, columns in UTF-8 bytes from 0.
/// Any of them is -1 when CPython does not know it.
struct SourceRange
{
    std::int32_t line = -1;
    std::int32_t endLine = -1;
    std::int32_t column = -1;
    std::int32_t endColumn = -1;

    friend bool operator==(const SourceRange &, const SourceRange &) = default;
};

/// The value of a name or of a side-effect-free part of the failing expression, taken without running any
/// code of the learner's.
struct NamedValue
{
    std::string name; ///< `orders`, or the expression `o["sku"]`
    std::string type; ///< `list`
    std::string preview; ///< bounded repr, at most 200 characters; empty when `known` is false
    std::int64_t length = -1; ///< len() of builtin containers and strings, else -1
    bool known = true; ///< false: the name had no value when the error happened

    friend bool operator==(const NamedValue &, const NamedValue &) = default;
};

/// A frame of an error that was shown, to evaluate in: where it stands in the Traceback that told of it.
struct FrameReference
{
    std::uint64_t incident = 0; ///< Traceback::incident; 0: no frame, the prompt itself
    std::uint32_t exception = 0; ///< index in Traceback::exceptions
    std::uint32_t frame = 0; ///< index in ExceptionInfo::frames
    friend bool operator==(const FrameReference &, const FrameReference &) = default;
};

enum class FrameOrigin : std::uint8_t {
    Learner = 0, ///< the learner's file or prompt input
    Library = 1, ///< the standard library or an installed package
};

/// One frame of the chain, oldest first. `repeated` > 0: this frame stands for that many more frames of the
/// same function and line that were folded away behind it. In a recursion through several functions each
/// frame of its first round carries the number; the last round follows unfolded. In a very long chain without
/// such a pattern the middle is left out, and the frame before the gap carries the number of frames in it.
struct TracebackFrame
{
    std::string file; ///< path, or `<python-input-3>`
    std::string function; ///< qualified name; `<module>` at the top
    SourceRange range;
    std::string sourceLine; ///< text of range.line without its newline; empty when unavailable
    FrameOrigin origin = FrameOrigin::Learner;
    std::vector<NamedValue> values; ///< names on the failing line, in order of appearance
    std::int32_t repeated = 0;

    friend bool operator==(const TracebackFrame &, const TracebackFrame &) = default;
};

enum class ChainLink : std::uint8_t {
    None = 0, ///< the exception that was raised last
    Cause = 1, ///< `raise ... from this`
    Context = 2, ///< another exception came up while this one was handled
};

/// One exception. SyntaxErrors have their own range and line of text; their frames may be empty.
struct ExceptionInfo
{
    std::string type; ///< `KeyError`, or `json.decoder.JSONDecodeError`
    std::string message; ///< str(exception), bounded
    std::vector<std::string> notes;
    std::vector<TracebackFrame> frames; ///< oldest first
    bool isSyntaxError = false;
    std::string syntaxFile;
    SourceRange syntaxRange; ///< UTF-8 byte columns, converted from CPython's character offsets
    std::string syntaxLine;
    ChainLink link = ChainLink::None; ///< how this one led to the previous one of its chain
    std::int32_t memberOf = -1; ///< index of the exception group it is in; -1: in none

    friend bool operator==(const ExceptionInfo &, const ExceptionInfo &) = default;
};

/// An exception with the chain behind it: exceptions[0] is the one that ended the run, each further one is
/// the cause or context of the one before it with the same memberOf. Behind an exception group, and before
/// what led to it, stand its members, each with its own chain.
struct Traceback
{
    std::vector<ExceptionInfo> exceptions;
    std::string plainText; ///< as the terminal prints it, host frames hidden
    bool isWritten = false; ///< the program's own sys.excepthook has told of it: not to be written again
    std::uint64_t incident = 0; ///< for FrameReference, unlike that of any other worker; 0: frames not kept
    std::string problem = {}; ///< why the picture is not whole, for the log; mostly empty

    friend bool operator==(const Traceback &, const Traceback &) = default;
};

} // namespace Skillet::Protocol
