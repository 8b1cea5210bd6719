// SPDX-License-Identifier: GPL-3.0-or-later
#include "authoring/courselint.h"

#include "authoring/markdownlint.h"
#include "course/lessontext.h"
#include "course/tablereader.h"
#include "course/tomlfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <utility>

namespace Skillet::Authoring {

using Course::Problem;
using Course::TableReader;
using Course::TomlValue;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Skillet::Authoring::CourseLint)
};

/// The table in a TOML file that was read before without trouble, else an empty one.
TomlValue readTable(const QString &file)
{
    const auto text = Course::readSplitText(file);
    const auto *split = std::get_if<Course::SplitText>(&text);
    if (!split)
        return {};
    auto parsed = Course::parseToml(split->body);
    auto *table = std::get_if<TomlValue>(&parsed);
    return table ? std::move(*table) : TomlValue();
}

class CourseLint final
{
public:
    explicit CourseLint(const Course::LoadedCourse &loaded)
        : m_course(loaded.course)
        , m_file(loaded.course.folder + QStringLiteral("/course.toml"))
        , m_root(readTable(m_file))
    {
        m_rules.itemIds = m_course.itemIds();
    }

    QList<Problem> run()
    {
        readTerms();
        lookAtModules();
        for (const Course::Stage &stage : m_course.stages) {
            for (const Course::Module &module : stage.modules)
                lookAtItems(module);
        }
        return std::move(m_problems);
    }

private:
    /// [terms] in course.toml: the right spelling, and a list of others.
    void readTerms()
    {
        TableReader reader(m_root, m_file, m_problems);
        const TomlValue *table = reader.table(QStringLiteral("terms"), Course::Presence::Optional);
        if (!table)
            return;
        TableReader terms(*table, m_file, m_problems);
        for (const QString &right : table->keys) {
            for (const QString &other : terms.texts(right))
                m_rules.terms.insert(other, right);
        }
    }

    /// By course.toml's own tables, which know the folders.
    void lookAtModules()
    {
        QList<Problem> known; // the loader has told them
        TableReader reader(m_root, m_file, known);
        for (const TomlValue *stage : reader.tables(QStringLiteral("stages"), Course::Presence::Optional)) {
            TableReader stageReader(*stage, m_file, known);
            for (const TomlValue *module :
                 stageReader.tables(QStringLiteral("modules"), Course::Presence::Optional)) {
                TableReader entry(*module, m_file, known);
                const QString folder = entry.text(QStringLiteral("folder"), Course::Presence::Optional);
                if (!folder.isEmpty())
                    lookAtModule(entry, m_course.folder + u'/' + folder);
            }
        }
    }

    void lookAtModule(TableReader &entry, const QString &folder)
    {
        const QString file = folder + QStringLiteral("/module.toml");
        const TomlValue table = readTable(file);
        QList<Problem> known;
        TableReader reader(table, file, known);
        for (const char *name : {"id", "title", "summary"}) {
            const QString key = QLatin1String(name);
            const QString own = reader.text(key);
            if (!own.isEmpty() && own != entry.text(key))
                m_problems.append(
                    {file, reader.lineOf(key), Words::tr("'%1' is not as in course.toml.").arg(key)});
        }
        const QStringList listed = reader.texts(QStringLiteral("items"));
        const int line = reader.lineOf(QStringLiteral("items"));
        const QDir lessons(folder + QStringLiteral("/lessons"));
        for (const QString &name : lessons.entryList({QStringLiteral("*.md")}, QDir::Files, QDir::Name))
            requireListed(listed, QStringLiteral("lesson:") + name.chopped(3), file, line);
        const QDir exercises(folder + QStringLiteral("/exercises"));
        for (const QString &name : exercises.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
            if (QFileInfo::exists(exercises.filePath(name + QStringLiteral("/exercise.toml"))))
                requireListed(listed, QStringLiteral("exercise:") + name, file, line);
        }
    }

    void requireListed(const QStringList &listed, const QString &item, const QString &file, int line)
    {
        if (!listed.contains(item))
            m_problems.append({file, line, Words::tr("%1 lies in the folder, but is not listed.").arg(item)});
    }

    void lookAtItems(const Course::Module &module)
    {
        for (const Course::Item &item : module.order) {
            if (item.kind == Course::ItemKind::Lesson)
                lookAtText(module.lessons.at(item.index).file);
            else
                lookAtExercise(module.exercises.at(item.index));
            m_seen.append(module.itemId(item));
        }
    }

    void lookAtExercise(const Course::Exercise &exercise)
    {
        const QString file = exercise.folder + QStringLiteral("/exercise.toml");
        for (const QString &id : exercise.prerequisites) {
            if (!m_seen.contains(id)) {
                const TomlValue table = readTable(file);
                const TomlValue *list = table.find(QStringLiteral("prerequisites"));
                m_problems.append({file, list ? list->line : 0,
                                   Words::tr("The prerequisite %1 does not come before it.").arg(id)});
            }
        }
        lookAtText(exercise.taskFile);
        if (!exercise.parts.modelFile.isEmpty())
            lookAtText(exercise.parts.modelFile);
        for (const Course::Milestone &milestone : exercise.parts.milestones)
            lookAtText(milestone.textFile);
    }

    void lookAtText(const QString &file)
    {
        const auto text = Course::readSplitText(file);
        const auto *split = std::get_if<Course::SplitText>(&text);
        if (!split)
            return;
        // Front matter stands between two fences of a line each.
        const int first = split->hasFrontMatter ? static_cast<int>(split->frontMatter.count('\n')) + 3 : 1;
        m_problems.append(lintMarkdown(file, QString::fromUtf8(split->body), first, m_rules));
    }

    const Course::Course &m_course;
    QString m_file;
    TomlValue m_root;
    TextRules m_rules;
    QStringList m_seen; ///< ids of items so far
    QList<Problem> m_problems;
};

} // namespace

QList<Problem> lintCourse(const Course::LoadedCourse &loaded)
{
    return CourseLint(loaded).run();
}

} // namespace Skillet::Authoring
