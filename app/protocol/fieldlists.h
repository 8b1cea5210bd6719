// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/fields.h"

/// Which members each struct has on the wire, and under which keys. Only messages.cpp needs it.
namespace Skillet::Protocol {

// clang-format off
constexpr auto fieldsOf(Of<Hello>)
{ using S = Hello; return std::tuple{Field{"version", &S::version}, Field{"role", &S::role}}; }
constexpr auto fieldsOf(Of<Execute>)
{ using S = Execute; return std::tuple{Field{"kind", &S::kind}, Field{"source", &S::source}, Field{"file", &S::file},
        Field{"arguments", &S::arguments}, Field{"workingFolder", &S::workingFolder},
        Field{"environment", &S::environment}, Field{"frame", &S::frame}}; }
constexpr auto fieldsOf(Of<AskCompleteness>)
{ using S = AskCompleteness; return std::tuple{Field{"request", &S::request}, Field{"source", &S::source}}; }
constexpr auto fieldsOf(Of<AskCompletions>)
{ using S = AskCompletions; return std::tuple{Field{"request", &S::request}, Field{"source", &S::source},
        Field{"cursor", &S::cursor}, Field{"file", &S::file}, Field{"frame", &S::frame}}; }
constexpr auto fieldsOf(Of<AskCallTip>)
{ using S = AskCallTip; return std::tuple{Field{"request", &S::request}, Field{"source", &S::source},
        Field{"cursor", &S::cursor}, Field{"file", &S::file}, Field{"frame", &S::frame}}; }
constexpr auto fieldsOf(Of<AskProblems>)
{ using S = AskProblems; return std::tuple{Field{"request", &S::request}, Field{"source", &S::source},
        Field{"file", &S::file}}; }
constexpr auto fieldsOf(Of<AskHelp>)
{ using S = AskHelp; return std::tuple{Field{"request", &S::request}, Field{"topic", &S::topic},
        Field{"frame", &S::frame}}; }
constexpr auto fieldsOf(Of<AskNames>)
{ return std::tuple{Field{"request", &AskNames::request}, Field{"frame", &AskNames::frame}}; }
constexpr auto fieldsOf(Of<AskFrame>)
{ return std::tuple{Field{"request", &AskFrame::request}, Field{"frame", &AskFrame::frame}}; }
constexpr auto fieldsOf(Of<AskExplanation>)
{ using S = AskExplanation; return std::tuple{Field{"request", &S::request}, Field{"traceback", &S::traceback},
        Field{"source", &S::source}, Field{"pythonVersion", &S::pythonVersion}, Field{"folder", &S::folder},
        Field{"wantsChoices", &S::wantsChoices}}; }
constexpr auto fieldsOf(Of<InputReply>)
{ using S = InputReply; return std::tuple{Field{"line", &S::line}, Field{"endOfFile", &S::endOfFile}}; }
constexpr auto fieldsOf(Of<Credit>)
{ return std::tuple{Field{"bytes", &Credit::bytes}}; }
constexpr auto fieldsOf(Of<CheckAttempt>)
{ using S = CheckAttempt; return std::tuple{Field{"exerciseFolder", &S::exerciseFolder},
        Field{"submissionFolder", &S::submissionFolder}, Field{"task", &S::task}}; }
constexpr auto fieldsOf(Of<Shutdown>)
{ return std::tuple{Field{"orderly", &Shutdown::orderly}}; }
constexpr auto fieldsOf(Of<Welcome>)
{ using S = Welcome; return std::tuple{Field{"version", &S::version}, Field{"pythonVersion", &S::pythonVersion},
        Field{"prefix", &S::prefix}, Field{"executable", &S::executable}, Field{"protections", &S::protections}}; }
constexpr auto fieldsOf(Of<Refusal>)
{ return std::tuple{Field{"reason", &Refusal::reason}}; }
constexpr auto fieldsOf(Of<Completeness>)
{ using S = Completeness; return std::tuple{Field{"request", &S::request}, Field{"state", &S::state}}; }
constexpr auto fieldsOf(Of<CompletionItem>)
{ using S = CompletionItem; return std::tuple{Field{"text", &S::text}, Field{"kind", &S::kind},
        Field{"detail", &S::detail}}; }
constexpr auto fieldsOf(Of<Completions>)
{ using S = Completions; return std::tuple{Field{"request", &S::request}, Field{"from", &S::from},
        Field{"items", &S::items}, Field{"more", &S::more}}; }
constexpr auto fieldsOf(Of<CallTip>)
{ using S = CallTip; return std::tuple{Field{"request", &S::request}, Field{"signature", &S::signature},
        Field{"activeFrom", &S::activeFrom}, Field{"activeTo", &S::activeTo},
        Field{"documentation", &S::documentation}}; }
constexpr auto fieldsOf(Of<Problem>)
{ using S = Problem; return std::tuple{Field{"kind", &S::kind}, Field{"code", &S::code}, Field{"text", &S::text},
        Field{"range", &S::range}}; }
constexpr auto fieldsOf(Of<Problems>)
{ using S = Problems; return std::tuple{Field{"request", &S::request}, Field{"entries", &S::entries},
        Field{"isKnown", &S::isKnown}}; }
constexpr auto fieldsOf(Of<HelpShown>)
{ using S = HelpShown; return std::tuple{Field{"request", &S::request}, Field{"title", &S::title},
        Field{"text", &S::text}}; }
constexpr auto fieldsOf(Of<NameEntry>)
{ using S = NameEntry; return std::tuple{Field{"name", &S::name}, Field{"type", &S::type}, Field{"kind", &S::kind},
        Field{"length", &S::length}, Field{"shape", &S::shape}, Field{"preview", &S::preview}}; }
constexpr auto fieldsOf(Of<Names>)
{ using S = Names; return std::tuple{Field{"request", &S::request}, Field{"entries", &S::entries},
        Field{"omitted", &S::omitted}}; }
constexpr auto fieldsOf(Of<FrameState>)
{ return std::tuple{Field{"request", &FrameState::request}, Field{"isThere", &FrameState::isThere}}; }
constexpr auto fieldsOf(Of<Suggestion>)
{ using S = Suggestion; return std::tuple{Field{"line", &S::line}, Field{"before", &S::before},
        Field{"after", &S::after}}; }
constexpr auto fieldsOf(Of<Explanation>)
{ using S = Explanation; return std::tuple{Field{"request", &S::request}, Field{"cause", &S::cause},
        Field{"title", &S::title}, Field{"why", &S::why}, Field{"tries", &S::tries},
        Field{"suggestion", &S::suggestion}, Field{"certain", &S::certain}, Field{"name", &S::name},
        Field{"others", &S::others}}; }
constexpr auto fieldsOf(Of<Displayed>)
{ using S = Displayed; return std::tuple{Field{"mimeType", &S::mimeType}, Field{"data", &S::data},
        Field{"text", &S::text}}; }
constexpr auto fieldsOf(Of<PromptsChanged>)
{ using S = PromptsChanged; return std::tuple{Field{"primary", &S::primary}, Field{"secondary", &S::secondary}}; }
constexpr auto fieldsOf(Of<InputRequested>)
{ using S = InputRequested; return std::tuple{Field{"prompt", &S::prompt}, Field{"secret", &S::secret}}; }
constexpr auto fieldsOf(Of<ExceptionRaised>)
{ return std::tuple{Field{"traceback", &ExceptionRaised::traceback}}; }
constexpr auto fieldsOf(Of<OutputOmitted>)
{ return std::tuple{Field{"bytes", &OutputOmitted::bytes}}; }
constexpr auto fieldsOf(Of<CheckOutcome>)
{ using S = CheckOutcome; return std::tuple{Field{"id", &S::id}, Field{"title", &S::title}, Field{"status", &S::status},
        Field{"message", &S::message}, Field{"call", &S::call}, Field{"expected", &S::expected},
        Field{"actual", &S::actual}, Field{"part", &S::part}, Field{"number", &S::number}, Field{"line", &S::line},
        Field{"why", &S::why}}; }
constexpr auto fieldsOf(Of<CheckReport>)
{ using S = CheckReport; return std::tuple{Field{"outcomes", &S::outcomes}, Field{"feedback", &S::feedback},
        Field{"passed", &S::passed}, Field{"traceback", &S::traceback}, Field{"output", &S::output}}; }
constexpr auto fieldsOf(Of<RunFinished>)
{ using S = RunFinished; return std::tuple{Field{"end", &S::end}, Field{"exitCode", &S::exitCode}}; }
constexpr auto fieldsOf(Of<SourceRange>)
{ using S = SourceRange; return std::tuple{Field{"line", &S::line}, Field{"endLine", &S::endLine},
        Field{"column", &S::column}, Field{"endColumn", &S::endColumn}}; }
constexpr auto fieldsOf(Of<FrameReference>)
{ using S = FrameReference; return std::tuple{Field{"incident", &S::incident}, Field{"exception", &S::exception},
        Field{"frame", &S::frame}}; }
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
        Field{"syntaxLine", &S::syntaxLine}, Field{"link", &S::link}, Field{"memberOf", &S::memberOf}}; }
constexpr auto fieldsOf(Of<Traceback>)
{ using S = Traceback; return std::tuple{Field{"exceptions", &S::exceptions}, Field{"plainText", &S::plainText},
        Field{"isWritten", &S::isWritten}, Field{"incident", &S::incident},
        Field{"problem", &S::problem}}; }
// clang-format on

} // namespace Skillet::Protocol
