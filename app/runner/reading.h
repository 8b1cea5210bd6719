// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runner/traceback.h"

#include <QList>
#include <QMetaType>
#include <QString>
#include <QStringList>

/// What is read in a program's text for who finds their way in it, as values. Lines count from 1, columns in
/// UTF-16 units from 0, as in SourceRange.
namespace Skillet::Runner {

enum class SymbolKind {
    Class,
    Function,
    Method, ///< a function of a class
    Constant, ///< a name in capitals
    Variable,
    Heading, ///< of a text
};

/// One part of a text: what is defined there, and how far it goes.
struct Symbol
{
    SymbolKind kind = SymbolKind::Function;
    QString name;
    QString detail; ///< `(orders, tax=0.2)`; may be empty
    int depth = 0; ///< 0: of the text itself; others are within the latest one of a lesser depth
    int line = 1; ///< of the name
    int endLine = 1; ///< the last one that belongs to it
    int column = 0; ///< of the name

    friend bool operator==(const Symbol &, const Symbol &) = default;
};

struct Outline
{
    QList<Symbol> entries; ///< by place
    bool isKnown = false; ///< false: the text cannot be read as it is
};

enum class PlacesWanted {
    Definition, ///< where the name at the caret comes from
    Uses, ///< where it is used, in this file and in others beside it
    Rename, ///< as Uses, but all of this file and none of others, and whether it can have another name
};

struct PlacesQuestion
{
    PlacesWanted wanted = PlacesWanted::Definition;
    QString source;
    qsizetype cursor = 0;
    QString file; ///< where the source is saved; may be empty
    QString folder; ///< of the project, whose files count too; empty: the file's own
};

struct Place
{
    QString file; ///< empty: the source that was asked about
    SourceRange range; ///< of the name, on one line
    QString text; ///< the whole line
    bool isDefinition = false;
    bool isLibrary = false; ///< the file is Python's own or an installed package's

    friend bool operator==(const Place &, const Place &) = default;
};

/// Why there are no places, or not what was asked for.
enum class PlacesAnswer {
    Unknown, ///< nothing could be found out, or not in time
    Known,
    NoName, ///< the caret is at no name
    NoSource, ///< it is built into Python: `name` is what help() takes
    Elsewhere, ///< Rename: it comes from the first place, which is in another file
    ModuleName, ///< Rename: it is the name of a module
    NoReader, ///< what reads programs is not installed
    Unreadable, ///< Rename: the text is no program as it is; the first place says where
};

struct TakenName
{
    QString name;
    int line = 0; ///< where it has its meaning; 0: it is one of Python's own

    friend bool operator==(const TakenName &, const TakenName &) = default;
};

struct Places
{
    PlacesAnswer answer = PlacesAnswer::Unknown;
    QString name; ///< the one at the caret
    QList<Place> entries; ///< by file and place; of the source that was asked about first
    bool more = false; ///< there may be more than these
    QList<TakenName> taken; ///< Rename: what it cannot be called
    QStringList otherFiles; ///< Rename: others of the project in which this name stands
};

} // namespace Skillet::Runner

Q_DECLARE_METATYPE(Skillet::Runner::Symbol)
Q_DECLARE_METATYPE(Skillet::Runner::Place)
Q_DECLARE_METATYPE(Skillet::Runner::Outline)
Q_DECLARE_METATYPE(Skillet::Runner::Places)
