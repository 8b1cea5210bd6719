// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/messages.h"

#include <tuple>

/// The wire's view of the structs: which name each message and each member has. Only messages.cpp needs it.
namespace Skillet::Protocol {

template <typename Struct, typename Value>
struct Field
{
    const char *key;
    Value Struct::*member;
};
template <typename Struct, typename Value>
Field(const char *, Value Struct::*) -> Field<Struct, Value>;

/// Chooses the overload of fieldsOf() for a struct without needing a value of it.
template <typename Struct>
struct Of
{ };

template <typename Message>
inline constexpr const char *NameOf = nullptr;
template <>
inline constexpr const char *NameOf<Hello> = "hello";
template <>
inline constexpr const char *NameOf<Execute> = "execute";
template <>
inline constexpr const char *NameOf<AskCompleteness> = "askCompleteness";
template <>
inline constexpr const char *NameOf<InputReply> = "inputReply";
template <>
inline constexpr const char *NameOf<Credit> = "credit";
template <>
inline constexpr const char *NameOf<CheckAttempt> = "checkAttempt";
template <>
inline constexpr const char *NameOf<Shutdown> = "shutdown";
template <>
inline constexpr const char *NameOf<Welcome> = "welcome";
template <>
inline constexpr const char *NameOf<Refusal> = "refusal";
template <>
inline constexpr const char *NameOf<Completeness> = "completeness";
template <>
inline constexpr const char *NameOf<InputRequested> = "inputRequested";
template <>
inline constexpr const char *NameOf<ExceptionRaised> = "exceptionRaised";
template <>
inline constexpr const char *NameOf<OutputOmitted> = "outputOmitted";
template <>
inline constexpr const char *NameOf<CheckReport> = "checkReport";
template <>
inline constexpr const char *NameOf<RunFinished> = "runFinished";

/// The largest value each enum has on the wire; all of them start at 0 without gaps.
template <typename Enum>
inline constexpr Enum Last = Enum::None;
template <>
inline constexpr Role Last<Role> = Role::Analyst;
template <>
inline constexpr SourceKind Last<SourceKind> = SourceKind::File;
template <>
inline constexpr CompletenessState Last<CompletenessState> = CompletenessState::Invalid;
template <>
inline constexpr CheckStatus Last<CheckStatus> = CheckStatus::NotRun;
template <>
inline constexpr RunEnd Last<RunEnd> = RunEnd::Exited;
template <>
inline constexpr FrameOrigin Last<FrameOrigin> = FrameOrigin::Library;
template <>
inline constexpr ChainLink Last<ChainLink> = ChainLink::Context;

// clang-format off
constexpr auto fieldsOf(Of<Hello>)
{ using S = Hello; return std::tuple{Field{"version", &S::version}, Field{"role", &S::role}}; }
constexpr auto fieldsOf(Of<Execute>)
{ using S = Execute; return std::tuple{Field{"kind", &S::kind}, Field{"source", &S::source}, Field{"file", &S::file},
        Field{"arguments", &S::arguments}, Field{"workingFolder", &S::workingFolder}}; }
constexpr auto fieldsOf(Of<AskCompleteness>)
{ using S = AskCompleteness; return std::tuple{Field{"request", &S::request}, Field{"source", &S::source}}; }
constexpr auto fieldsOf(Of<InputReply>)
{ using S = InputReply; return std::tuple{Field{"line", &S::line}, Field{"endOfFile", &S::endOfFile}}; }
constexpr auto fieldsOf(Of<Credit>)
{ return std::tuple{Field{"bytes", &Credit::bytes}}; }
constexpr auto fieldsOf(Of<CheckAttempt>)
{ using S = CheckAttempt; return std::tuple{Field{"exerciseFolder", &S::exerciseFolder},
        Field{"submissionFolder", &S::submissionFolder}}; }
constexpr auto fieldsOf(Of<Shutdown>) { return std::tuple<>{}; }
constexpr auto fieldsOf(Of<Welcome>)
{ using S = Welcome; return std::tuple{Field{"version", &S::version}, Field{"pythonVersion", &S::pythonVersion},
        Field{"prefix", &S::prefix}, Field{"executable", &S::executable}, Field{"protections", &S::protections}}; }
constexpr auto fieldsOf(Of<Refusal>)
{ return std::tuple{Field{"reason", &Refusal::reason}}; }
constexpr auto fieldsOf(Of<Completeness>)
{ using S = Completeness; return std::tuple{Field{"request", &S::request}, Field{"state", &S::state}}; }
constexpr auto fieldsOf(Of<InputRequested>)
{ using S = InputRequested; return std::tuple{Field{"prompt", &S::prompt}, Field{"secret", &S::secret}}; }
constexpr auto fieldsOf(Of<ExceptionRaised>)
{ return std::tuple{Field{"traceback", &ExceptionRaised::traceback}}; }
constexpr auto fieldsOf(Of<OutputOmitted>)
{ return std::tuple{Field{"bytes", &OutputOmitted::bytes}}; }
constexpr auto fieldsOf(Of<CheckOutcome>)
{ using S = CheckOutcome; return std::tuple{Field{"id", &S::id}, Field{"title", &S::title}, Field{"status", &S::status},
        Field{"message", &S::message}, Field{"call", &S::call}, Field{"expected", &S::expected},
        Field{"actual", &S::actual}}; }
constexpr auto fieldsOf(Of<CheckReport>)
{ using S = CheckReport; return std::tuple{Field{"outcomes", &S::outcomes}, Field{"feedback", &S::feedback},
        Field{"passed", &S::passed}, Field{"traceback", &S::traceback}, Field{"output", &S::output}}; }
constexpr auto fieldsOf(Of<RunFinished>)
{ using S = RunFinished; return std::tuple{Field{"end", &S::end}, Field{"exitCode", &S::exitCode}}; }
constexpr auto fieldsOf(Of<SourceRange>)
{ using S = SourceRange; return std::tuple{Field{"line", &S::line}, Field{"endLine", &S::endLine},
        Field{"column", &S::column}, Field{"endColumn", &S::endColumn}}; }
constexpr auto fieldsOf(Of<NamedValue>)
{ using S = NamedValue; return std::tuple{Field{"name", &S::name}, Field{"type", &S::type},
        Field{"preview", &S::preview}, Field{"length", &S::length}, Field{"known", &S::known}}; }
constexpr auto fieldsOf(Of<TracebackFrame>)
{ using S = TracebackFrame; return std::tuple{Field{"file", &S::file}, Field{"function", &S::function},
        Field{"range", &S::range}, Field{"sourceLine", &S::sourceLine}, Field{"origin", &S::origin},
        Field{"values", &S::values}, Field{"repeated", &S::repeated}}; }
constexpr auto fieldsOf(Of<ExceptionInfo>)
{ using S = ExceptionInfo; return std::tuple{Field{"type", &S::type}, Field{"message", &S::message},
        Field{"notes", &S::notes}, Field{"frames", &S::frames}, Field{"isSyntaxError", &S::isSyntaxError},
        Field{"syntaxFile", &S::syntaxFile}, Field{"syntaxRange", &S::syntaxRange},
        Field{"syntaxLine", &S::syntaxLine}, Field{"link", &S::link}}; }
constexpr auto fieldsOf(Of<Traceback>)
{ using S = Traceback; return std::tuple{Field{"exceptions", &S::exceptions}, Field{"plainText", &S::plainText}}; }
// clang-format on

} // namespace Skillet::Protocol
