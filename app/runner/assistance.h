// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runner/traceback.h"

#include <QList>
#include <QMetaType>
#include <QString>

/// What Python knows about names, as values: for completion, call tips, help and the list of variables.
namespace Skillet::Runner {

enum class NameKind {
    Variable,
    Function,
    Class,
    Module,
    Keyword,
    Parameter, ///< `name=` of the call around the caret
    Property, ///< computed on access: neither type nor value is known
    File, ///< a file or folder, in a string
};

struct Completion
{
    QString text; ///< replaces what stands from Completions::from to the caret
    NameKind kind = NameKind::Variable;
    QString detail; ///< type or signature, on one line; may be empty
};

struct Completions
{
    int from = 0; ///< character of the source at which the completed word begins
    QList<Completion> items; ///< best first
    bool more = false; ///< there are more than these
};

struct CallTip
{
    QString signature; ///< empty: nothing is called, or nothing is known
    int activeFrom = 0; ///< characters of the signature that are the parameter being written
    int activeTo = 0;
    QString documentation; ///< first paragraph; may be empty
};

enum class ProblemKind {
    Error, ///< the program cannot run, or cannot get past this line
    Warning, ///< it runs, but hardly does what is meant
};

/// What is wrong at one place of a program's text.
struct Problem
{
    ProblemKind kind = ProblemKind::Error;
    QString code; ///< a stable id such as `syntax.missing-colon.if` or `unused-import`
    QString text; ///< in plain words, with code between backticks
    SourceRange range;

    friend bool operator==(const Problem &, const Problem &) = default;
};

struct ProblemList
{
    QList<Problem> entries; ///< by place
    bool isKnown = false; ///< false: nothing could be found out
};

struct NameEntry
{
    QString name;
    QString type;
    NameKind kind = NameKind::Variable;
    qint64 length = -1; ///< -1: has none
    QString shape; ///< `3 x 4` of arrays and tables
    QString preview; ///< one line
};

struct NameList
{
    QList<NameEntry> entries; ///< in the order of the namespace
    int omitted = 0; ///< that many more there are
};

} // namespace Skillet::Runner

Q_DECLARE_METATYPE(Skillet::Runner::Completions)
Q_DECLARE_METATYPE(Skillet::Runner::CallTip)
Q_DECLARE_METATYPE(Skillet::Runner::ProblemList)
Q_DECLARE_METATYPE(Skillet::Runner::NameList)
