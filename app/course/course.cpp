// SPDX-License-Identifier: GPL-3.0-or-later
#include "course/course.h"

#include <array>
#include <utility>

namespace Skillet::Course {

namespace {

constexpr std::array<std::pair<ExerciseKind, const char *>, 9> KindNames{{
    {ExerciseKind::Write, "write"},
    {ExerciseKind::Fix, "fix"},
    {ExerciseKind::Predict, "predict"},
    {ExerciseKind::Recall, "recall"},
    {ExerciseKind::Rewrite, "rewrite"},
    {ExerciseKind::Test, "test"},
    {ExerciseKind::Review, "review"},
    {ExerciseKind::Explain, "explain"},
    {ExerciseKind::Project, "project"},
}};

} // namespace

const QString &Module::itemId(const Item &item) const
{
    return item.kind == ItemKind::Lesson ? lessons.at(item.index).id : exercises.at(item.index).id;
}

const QString &Module::itemTitle(const Item &item) const
{
    return item.kind == ItemKind::Lesson ? lessons.at(item.index).title : exercises.at(item.index).title;
}

const Lesson *Course::lesson(const QString &itemId) const
{
    for (const Stage &stage : stages) {
        for (const Module &module : stage.modules) {
            for (const Lesson &candidate : module.lessons) {
                if (candidate.id == itemId) {
                    return &candidate;
                }
            }
        }
    }
    return nullptr;
}

const Exercise *Course::exercise(const QString &itemId) const
{
    for (const Stage &stage : stages) {
        for (const Module &module : stage.modules) {
            for (const Exercise &candidate : module.exercises) {
                if (candidate.id == itemId) {
                    return &candidate;
                }
            }
        }
    }
    return nullptr;
}

const Module *Course::moduleOf(const QString &itemId) const
{
    for (const Stage &stage : stages) {
        for (const Module &module : stage.modules) {
            for (const Item &item : module.order) {
                if (module.itemId(item) == itemId) {
                    return &module;
                }
            }
        }
    }
    return nullptr;
}

QStringList Course::itemIds() const
{
    QStringList ids;
    for (const Stage &stage : stages) {
        for (const Module &module : stage.modules) {
            for (const Item &item : module.order) {
                ids.append(module.itemId(item));
            }
        }
    }
    return ids;
}

QString Course::nextItem(const QString &itemId) const
{
    const QStringList ids = itemIds();
    const qsizetype index = ids.indexOf(itemId);
    return index < 0 ? QString() : ids.value(index + 1);
}

bool hasStarter(ExerciseKind kind)
{
    return kind != ExerciseKind::Recall;
}

bool hasSolution(ExerciseKind kind)
{
    return kind != ExerciseKind::Predict && kind != ExerciseKind::Explain;
}

bool needsChecks(ExerciseKind kind)
{
    return hasSolution(kind) && kind != ExerciseKind::Recall && kind != ExerciseKind::Test;
}

QString kindName(ExerciseKind kind)
{
    for (const auto &[candidate, name] : KindNames) {
        if (candidate == kind) {
            return QLatin1String(name);
        }
    }
    return {};
}

std::optional<ExerciseKind> kindFromName(const QString &name)
{
    for (const auto &[kind, candidate] : KindNames) {
        if (name == QLatin1String(candidate)) {
            return kind;
        }
    }
    return std::nullopt;
}

} // namespace Skillet::Course
