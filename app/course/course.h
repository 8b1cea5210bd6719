// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "course/exercisekinds.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace Skillet::Course {

enum class ExerciseKind { Write, Fix, Predict, Recall, Rewrite, Test, Review, Explain, Project };

/// One idea, told in Markdown with runnable code blocks. The text is read on demand, see readText().
struct Lesson
{
    QString id; ///< unique in the course: `workbench/run-read-change`
    QString title;
    QString file; ///< absolute path of the Markdown file
    int minutes = 0;
    QStringList concepts;
};

struct Exercise
{
    QString id; ///< unique in the course: `workbench/greeting`
    QString title;
    ExerciseKind kind = ExerciseKind::Write;
    QString folder; ///< absolute; holds exercise.toml, task.md and what else its kind has
    QString taskFile; ///< absolute path of task.md
    QStringList files; ///< names of the learner's files; the first is opened and run
    QStringList hints; ///< three, from nudge to near-answer
    int minutes = 0;
    QStringList concepts;
    QStringList prerequisites; ///< ids of exercises or lessons: advice, not walls
    ExerciseParts parts; ///< what its kind has of its own
};

enum class ItemKind { Lesson, Exercise };

/// A place in a module's order.
struct Item
{
    ItemKind kind = ItemKind::Lesson;
    qsizetype index = 0; ///< in Module::lessons or Module::exercises
};

struct Module
{
    QString id; ///< `workbench`
    QString title;
    QString summary;
    bool written = true; ///< false: named in the plan, its lessons do not ship yet
    QList<Lesson> lessons;
    QList<Exercise> exercises;
    QList<Item> order;

    [[nodiscard]] const QString &itemId(const Item &item) const;
    [[nodiscard]] const QString &itemTitle(const Item &item) const;
};

struct Stage
{
    QString id; ///< `core`
    QString title;
    QString goal;
    QList<Module> modules;
};

/// A whole course as loaded: plain values, never changed after loading.
struct Course
{
    QString id;
    QString title;
    QString version; ///< of the content; recorded with every attempt
    QString folder;
    QList<Stage> stages;

    /// Null when there is none with that id. Valid as long as the course is.
    [[nodiscard]] const Lesson *lesson(const QString &id) const;
    [[nodiscard]] const Exercise *exercise(const QString &id) const;
    [[nodiscard]] const Module *moduleOf(const QString &itemId) const;

    /// Ids of all lessons and exercises in the course's order.
    [[nodiscard]] QStringList itemIds() const;
    /// The id after `itemId` in that order; empty after the last or for an unknown one.
    [[nodiscard]] QString nextItem(const QString &itemId) const;
};

/// Whether the folder starter/ belongs to an exercise of this kind: what the learner begins with or reads.
[[nodiscard]] bool hasStarter(ExerciseKind kind);
/// Whether the folder solution/ does; and wrong answers with their feedback, which are judged like it.
[[nodiscard]] bool hasSolution(ExerciseKind kind);
/// Whether checks.py has to be there.
[[nodiscard]] bool needsChecks(ExerciseKind kind);

/// `write`, `fix`, ... as in exercise.toml.
[[nodiscard]] QString kindName(ExerciseKind kind);
[[nodiscard]] std::optional<ExerciseKind> kindFromName(const QString &name);

} // namespace Skillet::Course
