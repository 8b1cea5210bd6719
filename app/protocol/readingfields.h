// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/fields.h"

/// As fieldlists.h, of what reading.h has. Only messages.cpp needs it.
namespace Skillet::Protocol {

// clang-format off
constexpr auto fieldsOf(Of<AskOutline>)
{ using S = AskOutline; return std::tuple{Field{"request", &S::request}, Field{"source", &S::source},
        Field{"language", &S::language}}; }
constexpr auto fieldsOf(Of<AskPlaces>)
{ using S = AskPlaces; return std::tuple{Field{"request", &S::request}, Field{"wanted", &S::wanted},
        Field{"source", &S::source}, Field{"cursor", &S::cursor}, Field{"file", &S::file},
        Field{"folder", &S::folder}}; }
constexpr auto fieldsOf(Of<Symbol>)
{ using S = Symbol; return std::tuple{Field{"kind", &S::kind}, Field{"name", &S::name}, Field{"detail", &S::detail},
        Field{"depth", &S::depth}, Field{"line", &S::line}, Field{"endLine", &S::endLine},
        Field{"column", &S::column}}; }
constexpr auto fieldsOf(Of<Outline>)
{ using S = Outline; return std::tuple{Field{"request", &S::request}, Field{"entries", &S::entries},
        Field{"isKnown", &S::isKnown}}; }
constexpr auto fieldsOf(Of<Place>)
{ using S = Place; return std::tuple{Field{"file", &S::file}, Field{"range", &S::range}, Field{"text", &S::text},
        Field{"isDefinition", &S::isDefinition}, Field{"isLibrary", &S::isLibrary}}; }
constexpr auto fieldsOf(Of<TakenName>)
{ using S = TakenName; return std::tuple{Field{"name", &S::name}, Field{"line", &S::line}}; }
constexpr auto fieldsOf(Of<Places>)
{ using S = Places; return std::tuple{Field{"request", &S::request}, Field{"answer", &S::answer},
        Field{"name", &S::name}, Field{"entries", &S::entries}, Field{"more", &S::more}, Field{"taken", &S::taken},
        Field{"otherFiles", &S::otherFiles}}; }
// clang-format on

} // namespace Skillet::Protocol
