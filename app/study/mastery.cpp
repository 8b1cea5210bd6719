// SPDX-License-Identifier: GPL-3.0-or-later
#include "study/mastery.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace Skillet::Study {

namespace {

constexpr std::array<const char *, 5> LevelNames{"untouched", "started", "passed", "unaided", "kept"};

int shareOf(qsizetype total, int percent)
{
    return static_cast<int>((total * percent + 99) / 100);
}

Level above(Level level)
{
    return level == Level::Kept ? level : static_cast<Level>(static_cast<int>(level) + 1);
}

/// Counts a part that stands at `level`.
void count(Standing &standing, Level level)
{
    ++standing.total;
    standing.passed += level >= Level::Passed ? 1 : 0;
    standing.unaided += level >= Level::Unaided ? 1 : 0;
    standing.kept += level >= Level::Kept ? 1 : 0;
}

/// The highest level that enough of the counted parts have.
Level levelOf(const Standing &standing, bool anyTouched)
{
    if (standing.total > 0) {
        if (standing.kept >= standing.needed)
            return Level::Kept;
        if (standing.unaided >= standing.needed)
            return Level::Unaided;
        if (standing.passed >= standing.needed)
            return Level::Passed;
    }
    return anyTouched ? Level::Started : Level::Untouched;
}

} // namespace

QString levelName(Level level)
{
    return QLatin1String(LevelNames.at(static_cast<std::size_t>(level)));
}

std::optional<Level> levelFromName(const QString &name)
{
    const auto found = std::find_if(LevelNames.begin(), LevelNames.end(),
                                    [&name](const char *known) { return name == QLatin1String(known); });
    return found == LevelNames.end() ? std::nullopt
                                     : std::optional(static_cast<Level>(found - LevelNames.begin()));
}

QString Mastery::conceptId(const QString &name)
{
    return QStringLiteral("concept:") + name;
}

QString Mastery::overrideDetail(std::optional<Level> level, const QString &note)
{
    const QJsonObject detail{{QStringLiteral("level"), level ? levelName(*level) : QString()},
                             {QStringLiteral("note"), note}};
    return QString::fromUtf8(QJsonDocument(detail).toJson(QJsonDocument::Compact));
}

Mastery::Mastery(const Course::Course &course, const Evidence &evidence)
    : m_course(course)
{
    takeOverrides(evidence.overrides);
    for (auto it = evidence.states.cbegin(); it != evidence.states.cend(); ++it) {
        const bool isLesson = m_course.lesson(it.key()) != nullptr;
        const bool isDone = it.value() == Progress::ItemState::Done;
        Standing &standing = m_items[it.key()];
        standing.earned = isDone && isLesson               ? Level::Passed
            : it.value() == Progress::ItemState::Untouched ? Level::Untouched
                                                           : Level::Started;
    }
    countDays(evidence.days);
    for (auto it = m_items.begin(); it != m_items.end(); ++it)
        finish(it.key(), it.value());
    for (const Course::Stage &stage : m_course.stages) {
        for (const Course::Module &module : stage.modules) {
            for (const Course::Exercise &exercise : module.exercises) {
                for (const QString &name : exercise.concepts) {
                    if (!m_byConcept.contains(name))
                        m_concepts.append(name);
                    m_byConcept[name].append(exercise.id);
                }
            }
        }
    }
}

/// The days of an exercise follow each other, the earliest first.
void Mastery::countDays(const QList<Progress::ExerciseDay> &days)
{
    for (const Progress::ExerciseDay &day : days) {
        Standing &standing = m_items[day.exercise];
        standing.attempts += day.attempts;
        Level reached = Level::Started;
        if (day.passes > 0) {
            reached = day.unaided > 0 ? Level::Unaided : Level::Passed;
            if (!standing.firstPassed.isValid()) {
                standing.firstPassed = day.day;
                standing.keptFrom = day.day.addDays(KeepAfterDays);
            } else if (day.unaided > 0 && day.day >= standing.keptFrom) {
                reached = Level::Kept;
            }
        }
        standing.earned = std::max(standing.earned, reached);
    }
}

void Mastery::takeOverrides(const QList<Progress::Event> &events)
{
    for (const Progress::Event &event : events) {
        const QJsonObject detail = QJsonDocument::fromJson(event.detail.toUtf8()).object();
        const auto level = levelFromName(detail.value(QLatin1String("level")).toString());
        if (level)
            m_overrides.insert(event.item,
                               {*level, detail.value(QLatin1String("note")).toString(), event.when.date()});
        else
            m_overrides.remove(event.item);
    }
}

void Mastery::finish(const QString &id, Standing &standing) const
{
    standing.level = standing.earned;
    const auto found = m_overrides.constFind(id);
    if (found != m_overrides.cend()) {
        standing.overridden = *found;
        standing.level = found->level;
    }
}

Standing Mastery::item(const QString &id) const
{
    Standing standing = m_items.value(id);
    finish(id, standing);
    return standing;
}

Standing Mastery::ofExercises(const QStringList &ids, int share) const
{
    Standing standing;
    bool anyTouched = false;
    for (const QString &id : ids) {
        const Level level = item(id).level;
        anyTouched = anyTouched || level > Level::Untouched;
        count(standing, level);
    }
    standing.needed = shareOf(standing.total, share);
    standing.earned = levelOf(standing, anyTouched);
    const Level next = std::max(above(standing.earned), Level::Passed);
    for (const QString &id : ids) {
        if (item(id).level < next)
            standing.lacking.append(id);
    }
    return standing;
}

Standing Mastery::conceptNamed(const QString &name) const
{
    Standing standing = ofExercises(m_byConcept.value(name), ConceptShare);
    finish(conceptId(name), standing);
    return standing;
}

Standing Mastery::module(const QString &id) const
{
    for (const Course::Stage &stage : m_course.stages) {
        for (const Course::Module &module : stage.modules) {
            if (module.id != id)
                continue;
            QStringList exercises;
            for (const Course::Exercise &exercise : module.exercises)
                exercises.append(exercise.id);
            QStringList unread;
            bool anyRead = false;
            for (const Course::Lesson &lesson : module.lessons) {
                const Level level = item(lesson.id).level;
                anyRead = anyRead || level > Level::Untouched;
                if (level < Level::Passed)
                    unread.append(lesson.id);
            }
            Standing standing = ofExercises(exercises, ModuleShare);
            if (standing.earned == Level::Untouched && anyRead)
                standing.earned = Level::Started;
            if (!unread.isEmpty())
                standing.earned = std::min(standing.earned, Level::Started);
            else if (exercises.isEmpty() && !module.lessons.isEmpty())
                standing.earned = Level::Passed;
            standing.lacking = unread + standing.lacking;
            finish(id, standing);
            return standing;
        }
    }
    return {};
}

Standing Mastery::stage(const QString &id) const
{
    for (const Course::Stage &stage : m_course.stages) {
        if (stage.id != id)
            continue;
        Standing standing;
        bool anyTouched = false;
        QList<std::pair<QString, Level>> modules;
        for (const Course::Module &written : stage.modules) {
            if (!written.written)
                continue;
            const Level level = module(written.id).level;
            anyTouched = anyTouched || level > Level::Untouched;
            count(standing, level);
            modules.append({written.id, level});
        }
        standing.needed = standing.total;
        standing.earned = levelOf(standing, anyTouched);
        const Level next = std::max(above(standing.earned), Level::Passed);
        for (const auto &[moduleId, level] : modules) {
            if (level < next)
                standing.lacking.append(moduleId);
        }
        finish(id, standing);
        return standing;
    }
    return {};
}

} // namespace Skillet::Study
