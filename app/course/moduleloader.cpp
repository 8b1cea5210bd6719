// SPDX-License-Identifier: GPL-3.0-or-later
#include "course/moduleloader.h"

#include "core/text.h"
#include "course/itemloader.h"
#include "course/lessontext.h"
#include "course/messages.h"
#include "course/tablereader.h"
#include "course/tomlfile.h"

#include <QSet>

#include <optional>

namespace Skillet::Course {

namespace {

/// An entry of `items`: "lesson:<name>" or "exercise:<name>".
struct ItemName
{
    ItemKind kind = ItemKind::Lesson;
    QString name;
};

std::optional<ItemName> parseItem(const QString &entry)
{
    const qsizetype colon = entry.indexOf(QLatin1Char(':'));
    const QString kind = entry.left(colon);
    const QString name = entry.mid(colon + 1);
    const bool safe = Core::isSafeRelativePath(name) && !name.contains(QLatin1Char('/'));
    if (colon < 0 || !safe) {
        return std::nullopt;
    }
    if (kind == QLatin1String("lesson")) {
        return ItemName{ItemKind::Lesson, name};
    }
    return kind == QLatin1String("exercise") ? std::optional(ItemName{ItemKind::Exercise, name})
                                             : std::nullopt;
}

void loadItem(ItemLoader &loader, const ItemName &item, Module &module)
{
    if (item.kind == ItemKind::Lesson) {
        if (const auto lesson = loader.loadLesson(item.name)) {
            module.order.append({ItemKind::Lesson, module.lessons.size()});
            module.lessons.append(*lesson);
        }
    } else if (const auto exercise = loader.loadExercise(item.name)) {
        module.order.append({ItemKind::Exercise, module.exercises.size()});
        module.exercises.append(*exercise);
    }
}

void readModuleTable(TableReader &reader, ItemLoader &loader, Module &module)
{
    const QString id = reader.text(QStringLiteral("id"));
    const QString title = reader.text(QStringLiteral("title"));
    const QString summary = reader.text(QStringLiteral("summary"));
    const QString itemsKey = QStringLiteral("items");
    const QStringList items = reader.texts(itemsKey);
    module.title = title.isEmpty() ? module.title : title;
    module.summary = summary.isEmpty() ? module.summary : summary;
    if (!id.isEmpty() && id != module.id) {
        reader.complain(reader.lineOf(QStringLiteral("id")),
                        Messages::tr("The id is '%1' here, but '%2' in course.toml.").arg(id, module.id));
    }
    QSet<QString> names;
    for (const QString &entry : items) {
        const auto item = parseItem(entry);
        if (!item) {
            reader.complain(
                reader.lineOf(itemsKey),
                Messages::tr(
                    "'%1' has to be lesson:NAME or exercise:NAME, the name of letters, digits, '_' and '-'.")
                    .arg(entry));
        } else if (names.contains(item->name)) {
            // Lessons and exercises share their ids, for progress is kept by id alone.
            reader.complain(reader.lineOf(itemsKey),
                            Messages::tr("The name '%1' is used twice in the module.").arg(item->name));
        } else {
            names.insert(item->name);
            loadItem(loader, *item, module);
        }
    }
}

} // namespace

void loadModule(const QString &courseFolder, const QString &folder, Module &module, QList<Problem> &problems)
{
    const QString moduleFolder = courseFolder + QLatin1Char('/') + folder;
    const QString file = moduleFolder + QStringLiteral("/module.toml");
    module.written = false;
    const auto text = readSplitText(file);
    if (const auto *failure = std::get_if<TextFailure>(&text)) {
        problems.append({file, failure->line, failure->message});
        return;
    }
    const auto parsed = parseToml(std::get<SplitText>(text).body);
    if (const auto *failure = std::get_if<TomlFailure>(&parsed)) {
        problems.append({file, failure->line, failure->message});
        return;
    }
    TableReader reader(std::get<TomlValue>(parsed), file, problems);
    ItemLoader loader(courseFolder, moduleFolder, module.id, problems);
    readModuleTable(reader, loader, module);
    module.written = !module.order.isEmpty();
}

} // namespace Skillet::Course
