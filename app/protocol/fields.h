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
inline constexpr const char *NameOf<AskCompletions> = "askCompletions";
template <>
inline constexpr const char *NameOf<AskCallTip> = "askCallTip";
template <>
inline constexpr const char *NameOf<AskProblems> = "askProblems";
template <>
inline constexpr const char *NameOf<AskOutline> = "askOutline";
template <>
inline constexpr const char *NameOf<AskPlaces> = "askPlaces";
template <>
inline constexpr const char *NameOf<AskHelp> = "askHelp";
template <>
inline constexpr const char *NameOf<AskNames> = "askNames";
template <>
inline constexpr const char *NameOf<AskFrame> = "askFrame";
template <>
inline constexpr const char *NameOf<AskExplanation> = "askExplanation";
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
inline constexpr const char *NameOf<Completions> = "completions";
template <>
inline constexpr const char *NameOf<CallTip> = "callTip";
template <>
inline constexpr const char *NameOf<Problems> = "problems";
template <>
inline constexpr const char *NameOf<Outline> = "outline";
template <>
inline constexpr const char *NameOf<Places> = "places";
template <>
inline constexpr const char *NameOf<HelpShown> = "helpShown";
template <>
inline constexpr const char *NameOf<Names> = "names";
template <>
inline constexpr const char *NameOf<FrameState> = "frameState";
template <>
inline constexpr const char *NameOf<Explanation> = "explanation";
template <>
inline constexpr const char *NameOf<Displayed> = "displayed";
template <>
inline constexpr const char *NameOf<PromptsChanged> = "promptsChanged";
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
inline constexpr SourceKind Last<SourceKind> = SourceKind::Lines;
template <>
inline constexpr CompletenessState Last<CompletenessState> = CompletenessState::Invalid;
template <>
inline constexpr NameKind Last<NameKind> = NameKind::File;
template <>
inline constexpr ProblemKind Last<ProblemKind> = ProblemKind::Warning;
template <>
inline constexpr SymbolKind Last<SymbolKind> = SymbolKind::Heading;
template <>
inline constexpr PlacesWanted Last<PlacesWanted> = PlacesWanted::Rename;
template <>
inline constexpr PlacesAnswer Last<PlacesAnswer> = PlacesAnswer::Unreadable;
template <>
inline constexpr CheckStatus Last<CheckStatus> = CheckStatus::NotRun;
template <>
inline constexpr CheckTask Last<CheckTask> = CheckTask::ProveLesson;
template <>
inline constexpr OutcomePart Last<OutcomePart> = OutcomePart::Milestone;
template <>
inline constexpr RunEnd Last<RunEnd> = RunEnd::Exited;
template <>
inline constexpr FrameOrigin Last<FrameOrigin> = FrameOrigin::Library;
template <>
inline constexpr ChainLink Last<ChainLink> = ChainLink::Context;

} // namespace Skillet::Protocol
