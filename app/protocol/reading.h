// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/traceback.h"

#include <cstdint>
#include <string>
#include <vector>

/// What the analyst reads in a program's text for who finds their way in it: its parts, and the places that
/// belong to one name. Answers to the requests of the same number.
namespace Skillet::Protocol {

enum class SymbolKind : std::uint8_t {
    Class = 0,
    Function = 1,
    Method = 2, ///< a function of a class
    Constant = 3, ///< a name in capitals
    Variable = 4,
    Heading = 5, ///< of a text
};

/// One part of a text: what is defined there, and how far it goes.
struct Symbol
{
    SymbolKind kind = SymbolKind::Function;
    std::string name;
    std::string detail; ///< `(orders, tax=0.2)`; may be empty
    std::uint32_t depth = 0; ///< 0: of the text itself; others are within the latest one of a lesser depth
    std::int32_t line = 1; ///< of the name, from 1
    std::int32_t endLine = 1; ///< the last one that belongs to it
    std::int32_t column = 0; ///< of the name, in bytes from 0
    friend bool operator==(const Symbol &, const Symbol &) = default;
};

struct Outline
{
    std::uint32_t request = 0;
    std::vector<Symbol> entries; ///< by place, bounded
    bool isKnown = false; ///< false: the text cannot be read as it is
    friend bool operator==(const Outline &, const Outline &) = default;
};

struct Place
{
    std::string file; ///< empty: the source that was asked about
    SourceRange range; ///< of the name, on one line
    std::string text; ///< the whole line
    bool isDefinition = false;
    bool isLibrary = false; ///< the file is Python's own or an installed package's
    friend bool operator==(const Place &, const Place &) = default;
};

/// Why there are no places, or not what was asked for.
enum class PlacesAnswer : std::uint8_t {
    Unknown = 0, ///< nothing could be found out, or not in time
    Known = 1,
    NoName = 2, ///< the caret is at no name
    NoSource = 3, ///< it is built into Python: `name` is what help() takes
    Elsewhere = 4, ///< Rename: it comes from the first place, which is in another file
    ModuleName = 5, ///< Rename: it is the name of a module
    NoReader = 6, ///< what reads programs is not installed
    Unreadable = 7, ///< Rename: the text is no program as it is; the first place says where
};

struct TakenName
{
    std::string name;
    std::int32_t line = 0; ///< where it has its meaning; 0: it is one of Python's own
    friend bool operator==(const TakenName &, const TakenName &) = default;
};

struct Places
{
    std::uint32_t request = 0;
    PlacesAnswer answer = PlacesAnswer::Unknown;
    std::string name; ///< the one at the caret
    std::vector<Place> entries; ///< by file and place, bounded
    bool more = false; ///< there may be more than these
    std::vector<TakenName> taken; ///< Rename: what it cannot be called
    std::vector<std::string> otherFiles; ///< Rename: others of the project in which this name stands
    friend bool operator==(const Places &, const Places &) = default;
};

} // namespace Skillet::Protocol
