// SPDX-License-Identifier: GPL-3.0-or-later
#include "course/itemloader.h"

#include "core/text.h"
#include "course/kindreader.h"
#include "course/lessontext.h"
#include "course/messages.h"
#include "course/tablereader.h"
#include "course/tomlfile.h"

#include <QFileInfo>

#include <utility>

namespace Skillet::Course {

namespace {

constexpr int HintsNeeded = 3;
constexpr std::size_t WrongAnswersNeeded = 2;
constexpr int LongestMinutes = 10000; // a project takes days
constexpr int FrontMatterLine = 2;

} // namespace

ItemLoader::ItemLoader(QString courseFolder, QString moduleFolder, QString moduleId, QList<Problem> &problems)
    : m_files(std::move(courseFolder), problems)
    , m_moduleFolder(std::move(moduleFolder))
    , m_moduleId(std::move(moduleId))
    , m_problems(problems)
{ }

std::optional<Lesson> ItemLoader::loadLesson(const QString &name)
{
    const QString file = m_moduleFolder + QStringLiteral("/lessons/") + name + QStringLiteral(".md");
    const TomlValue nothing;
    TableReader files(nothing, file, m_problems);
    if (!m_files.require(files, 0, m_moduleFolder,
                         QStringLiteral("lessons/") + name + QStringLiteral(".md"))) {
        return std::nullopt;
    }
    const auto text = readSplitText(file);
    if (const auto *failure = std::get_if<TextFailure>(&text)) {
        m_problems.append({file, failure->line, failure->message});
        return std::nullopt;
    }
    const auto &split = std::get<SplitText>(text);
    if (!split.hasFrontMatter || split.body.trimmed().isEmpty()) {
        m_problems.append(
            {file, 1,
             split.hasFrontMatter
                 ? Messages::tr("The lesson has no text after its front matter.")
                 : Messages::tr("The lesson has to begin with front matter between lines +++.")});
        return std::nullopt;
    }
    const auto parsed = parseToml(split.frontMatter, FrontMatterLine);
    if (const auto *failure = std::get_if<TomlFailure>(&parsed)) {
        m_problems.append({file, failure->line, failure->message});
        return std::nullopt;
    }
    TableReader reader(std::get<TomlValue>(parsed), file, m_problems);
    Lesson lesson;
    lesson.id = m_moduleId + QLatin1Char('/') + name;
    lesson.file = file;
    lesson.title = reader.text(QStringLiteral("title"));
    lesson.minutes = reader.number(QStringLiteral("minutes"), 1, LongestMinutes);
    lesson.concepts = reader.texts(QStringLiteral("concepts"));
    return reader.ok() ? std::optional(lesson) : std::nullopt;
}

std::optional<Exercise> ItemLoader::loadExercise(const QString &name)
{
    Exercise exercise;
    exercise.id = m_moduleId + QLatin1Char('/') + name;
    exercise.folder = m_moduleFolder + QStringLiteral("/exercises/") + name;
    exercise.taskFile = exercise.folder + QStringLiteral("/task.md");
    const QString file = exercise.folder + QStringLiteral("/exercise.toml");
    if (m_files.isLinkOut(QFileInfo(exercise.folder))) {
        m_problems.append({exercise.folder, 0, Messages::tr("The folder is a link that leaves the course.")});
        return std::nullopt;
    }
    const TomlValue nothing;
    TableReader files(nothing, file, m_problems);
    if (!m_files.require(files, 0, exercise.folder, QStringLiteral("exercise.toml"))) {
        return std::nullopt;
    }
    const auto text = readSplitText(file);
    if (const auto *failure = std::get_if<TextFailure>(&text)) {
        m_problems.append({file, failure->line, failure->message});
        return std::nullopt;
    }
    const auto parsed = parseToml(std::get<SplitText>(text).body);
    if (const auto *failure = std::get_if<TomlFailure>(&parsed)) {
        m_problems.append({file, failure->line, failure->message});
        return std::nullopt;
    }
    TableReader reader(std::get<TomlValue>(parsed), file, m_problems);
    readExercise(reader, exercise);
    checkFiles(reader, exercise);
    checkWrongAnswers(reader, exercise);
    KindReader(reader, m_files, m_problems).read(exercise);
    return reader.ok() ? std::optional(exercise) : std::nullopt;
}

void ItemLoader::readExercise(TableReader &reader, Exercise &exercise) const
{
    exercise.title = reader.text(QStringLiteral("title"));
    exercise.minutes = reader.number(QStringLiteral("minutes"), 1, LongestMinutes);
    exercise.concepts = reader.texts(QStringLiteral("concepts"));
    exercise.prerequisites = reader.texts(QStringLiteral("prerequisites"), Presence::Optional);
    exercise.files = reader.texts(QStringLiteral("files"));
    exercise.hints = reader.texts(QStringLiteral("hints"));

    const QString kind = reader.text(QStringLiteral("kind"));
    if (const auto known = kindFromName(kind)) {
        exercise.kind = *known;
    } else if (!kind.isEmpty()) {
        reader.complain(reader.lineOf(QStringLiteral("kind")),
                        Messages::tr("There is no exercise kind '%1'.").arg(kind));
    }
    const QString network = reader.text(QStringLiteral("network"), Presence::Optional);
    if (!network.isEmpty() && network != QLatin1String("loopback")) {
        reader.complain(reader.lineOf(QStringLiteral("network")),
                        Messages::tr("'network' can only be \"loopback\", or be left out."));
    }
    if (exercise.hints.size() < HintsNeeded) {
        reader.complain(reader.lineOf(QStringLiteral("hints")),
                        Messages::tr("An exercise needs %1 hints, here are %2.")
                            .arg(HintsNeeded)
                            .arg(exercise.hints.size()));
    }
}

void ItemLoader::checkFiles(TableReader &reader, const Exercise &exercise) const
{
    m_files.requireText(reader, 0, exercise.folder, QStringLiteral("task.md"));
    const QString checks = QStringLiteral("checks.py");
    if (needsChecks(exercise.kind) || QFileInfo::exists(exercise.folder + QLatin1Char('/') + checks)) {
        m_files.requireText(reader, 0, exercise.folder, checks);
    }
    const int line = reader.lineOf(QStringLiteral("files"));
    if (exercise.files.isEmpty()) {
        reader.complain(line, Messages::tr("'files' has to name at least one file."));
    }
    for (qsizetype i = 0; i < exercise.files.size(); ++i) {
        const QString &name = exercise.files.at(i);
        if (exercise.files.indexOf(name) < i) {
            reader.complain(line, Messages::tr("'%1' is named twice in 'files'.").arg(name));
            continue;
        }
        if (hasStarter(exercise.kind)) {
            m_files.require(reader, line, exercise.folder + QStringLiteral("/starter"), name);
        }
        if (hasSolution(exercise.kind)) {
            m_files.require(reader, line, exercise.folder + QStringLiteral("/solution"), name);
        }
    }
}

void ItemLoader::checkWrongAnswers(TableReader &reader, const Exercise &exercise) const
{
    const QString key = QStringLiteral("wrong");
    const auto answers = reader.tables(key, Presence::Optional);
    if (hasSolution(exercise.kind) && answers.size() < WrongAnswersNeeded) {
        reader.complain(
            reader.lineOf(key),
            Messages::tr(
                "An exercise needs %1 wrong answers with feedback, each begun by [[wrong]]; here are %2.")
                .arg(WrongAnswersNeeded)
                .arg(answers.size()));
    }
    const QString file = exercise.folder + QStringLiteral("/exercise.toml");
    for (const TomlValue *answer : answers) {
        TableReader answerReader(*answer, file, m_problems);
        const QString name = answerReader.text(QStringLiteral("file"));
        const QString feedback = answerReader.text(QStringLiteral("feedback"));
        const bool complete = !name.isEmpty() && !feedback.isEmpty();
        if (complete) {
            m_files.require(answerReader, answerReader.lineOf(QStringLiteral("file")), exercise.folder, name);
        }
        const QString replaced = answerReader.text(QStringLiteral("replaces"), Presence::Optional);
        if (!replaced.isEmpty() && !exercise.files.contains(replaced)) {
            answerReader.complain(
                answerReader.lineOf(QStringLiteral("replaces")),
                Messages::tr("'replaces' is '%1', which is none of 'files'.").arg(replaced));
        }
        if (!answerReader.ok()) {
            reader.fail();
        }
    }
}

} // namespace Skillet::Course
