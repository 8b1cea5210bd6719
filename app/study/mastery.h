// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "course/course.h"
#include "progress/records.h"
#include "progress/store.h"
#include "progress/summaries.h"

#include <QDate>
#include <QHash>
#include <QStringList>

#include <optional>

namespace Skillet::Study {

/// How far something is mastered, by what was done; each level needs the one before.
enum class Level {
    Untouched,
    Started, ///< tried or opened
    Passed, ///< its checks passed, with or without hints; a lesson was read to its end
    Unaided, ///< passed without a hint
    Kept, ///< passed without a hint KeepAfterDays or more after it was first passed
};

inline constexpr int KeepAfterDays = 3;
/// Of a concept's exercises, and of a module's, how many in a hundred have to be at a level.
inline constexpr int ConceptShare = 67;
inline constexpr int ModuleShare = 80;

/// What a learner said of a level against the evidence.
struct Override
{
    Level level = Level::Untouched;
    QString note;
    QDate day;
};

/// Where the learner stands with a lesson, exercise, concept, module or stage, and why.
struct Standing
{
    Level level = Level::Untouched; ///< what counts
    Level earned = Level::Untouched; ///< what the evidence says
    std::optional<Override> overridden;

    // Of a lesson or exercise.
    int attempts = 0;
    QDate firstPassed; ///< invalid: never
    QDate keptFrom; ///< from this day on, passing it without a hint makes it kept; invalid: not passed yet

    // Of what is made of others.
    int total = 0; ///< exercises, or modules of a stage
    int needed = 0; ///< how many of them have to be at a level
    int passed = 0; ///< at that level or above
    int unaided = 0;
    int kept = 0;
    QStringList lacking; ///< ids of those below the next level, in the course's order; unread lessons first
};

/// What the levels follow from.
struct Evidence
{
    QList<Progress::ExerciseDay> days;
    QHash<QString, Progress::ItemState> states;
    QList<Progress::Event> overrides; ///< of kind Overridden, the oldest first
};

/// The levels of a whole course. The rule is told to learners in resources/mastery.md: change both together.
class Mastery final
{
public:
    Mastery(const Course::Course &course, const Evidence &evidence);

    /// Of an untouched one when there is no such id.
    [[nodiscard]] Standing item(const QString &id) const;
    [[nodiscard]] Standing conceptNamed(const QString &name) const;
    [[nodiscard]] Standing module(const QString &id) const;
    [[nodiscard]] Standing stage(const QString &id) const;
    /// In the order in which the course brings them.
    [[nodiscard]] const QStringList &concepts() const { return m_concepts; }

    /// What an Overridden event is about: an item's, module's or stage's own id, or this for a concept.
    [[nodiscard]] static QString conceptId(const QString &name);
    /// `detail` of an Overridden event; without a level it takes an earlier one back.
    [[nodiscard]] static QString overrideDetail(std::optional<Level> level, const QString &note);

private:
    void countDays(const QList<Progress::ExerciseDay> &days);
    void takeOverrides(const QList<Progress::Event> &events);
    void finish(const QString &id, Standing &standing) const;
    [[nodiscard]] Standing ofExercises(const QStringList &ids, int share) const;

    Course::Course m_course;
    QHash<QString, Standing> m_items;
    QHash<QString, Override> m_overrides;
    QHash<QString, QStringList> m_byConcept; ///< ids of exercises
    QStringList m_concepts;
};

/// `untouched`, `started`, ... as in an event's detail.
[[nodiscard]] QString levelName(Level level);
[[nodiscard]] std::optional<Level> levelFromName(const QString &name);

} // namespace Skillet::Study
