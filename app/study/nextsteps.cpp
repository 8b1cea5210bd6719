// SPDX-License-Identifier: GPL-3.0-or-later
#include "study/nextsteps.h"

#include <optional>

namespace Skillet::Study {

namespace {

int minutesOf(const Course::Course &course, const QString &id)
{
    if (const Course::Lesson *lesson = course.lesson(id))
        return lesson->minutes;
    const Course::Exercise *exercise = course.exercise(id);
    return exercise != nullptr ? exercise->minutes : 0;
}

QString firstOpenIn(const Course::Module &module, const Mastery &mastery)
{
    for (const Course::Item &item : module.order) {
        const QString &id = module.itemId(item);
        if (mastery.item(id).level < Level::Passed)
            return id;
    }
    return {};
}

/// Of the module at hand; when that is done, the first of the course.
QString openItem(const Course::Course &course, const Mastery &mastery, const QString &currentItem)
{
    if (const Course::Module *current = course.moduleOf(currentItem)) {
        const QString id = firstOpenIn(*current, mastery);
        if (!id.isEmpty())
            return id;
    }
    for (const Course::Stage &stage : course.stages) {
        for (const Course::Module &module : stage.modules) {
            const QString id = firstOpenIn(module, mastery);
            if (!id.isEmpty())
                return id;
        }
    }
    return {};
}

/// The concept with most exercises that were tried and not passed alone.
std::optional<NextStep> weakest(const Course::Course &course, const Mastery &mastery, const QString &besides)
{
    std::optional<NextStep> found;
    qsizetype most = 0;
    for (const QString &name : mastery.concepts()) {
        const Standing standing = mastery.conceptNamed(name);
        if (standing.level == Level::Untouched || standing.level >= Level::Unaided)
            continue;
        QStringList tried;
        for (const QString &id : standing.lacking) {
            const Level level = mastery.item(id).level;
            const bool isTried = mastery.item(id).attempts > 0 && level >= Level::Started;
            if (isTried && level < Level::Unaided && id != besides)
                tried.append(id);
        }
        if (tried.size() > most) {
            most = tried.size();
            const QString item = tried.constFirst();
            found = NextStep{NextStep::Kind::Weak, item, name, minutesOf(course, item)};
        }
    }
    return found;
}

/// What waits longest for being passed once more.
std::optional<NextStep> ripest(const Course::Course &course, const Mastery &mastery, QDate today)
{
    std::optional<NextStep> found;
    QDate earliest = today;
    for (const QString &id : course.itemIds()) {
        const Standing standing = mastery.item(id);
        const bool isRipe = standing.keptFrom.isValid() && standing.level < Level::Kept
            && (standing.keptFrom < earliest || (!found && standing.keptFrom == earliest));
        if (isRipe && course.exercise(id) != nullptr) {
            earliest = standing.keptFrom;
            found = NextStep{NextStep::Kind::Keep, id, {}, minutesOf(course, id)};
        }
    }
    return found;
}

} // namespace

QList<NextStep> nextSteps(const Course::Course &course, const Mastery &mastery, const RecallPlan &recall,
                          const QString &currentItem, QDate today)
{
    QList<NextStep> steps;
    if (!recall.today.isEmpty())
        steps.append({NextStep::Kind::Recall, {}, {}, recall.minutesToday});
    const QString open = openItem(course, mastery, currentItem);
    if (!open.isEmpty())
        steps.append({NextStep::Kind::GoOn, open, {}, minutesOf(course, open)});
    if (const auto weak = weakest(course, mastery, open))
        steps.append(*weak);
    if (const auto ripe = ripest(course, mastery, today))
        steps.append(*ripe);
    return steps;
}

} // namespace Skillet::Study
