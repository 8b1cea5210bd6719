// SPDX-License-Identifier: GPL-3.0-or-later
#include "course/courseloader.h"

#include "core/log.h"
#include "core/text.h"
#include "course/messages.h"
#include "course/moduleloader.h"
#include "course/tablereader.h"
#include "course/tomlfile.h"

#include <QDir>
#include <QFileInfo>
#include <QSet>

#include <utility>

namespace Skillet::Course {

namespace {

constexpr int SupportedFormat = 1;
constexpr int LargestFormat = 1000000;

Core::Error courseError(Core::ErrorCode code, const QString &what)
{
    return {code,
            what + QLatin1Char(' ')
                + Messages::tr(
                    "Install Skillet again, or set SKILLET_CURRICULUM to the folder of another course.")};
}

/// Reads course.toml, and through it the modules, collecting what is wrong on the way.
class CourseLoader final
{
public:
    explicit CourseLoader(QString folder)
        : m_folder(std::move(folder))
        , m_file(m_folder + QStringLiteral("/course.toml"))
    { }

    [[nodiscard]] Core::Result<LoadedCourse> load();

private:
    [[nodiscard]] std::optional<Core::Error> readHead(const TomlValue &root);
    void readStages(const std::vector<const TomlValue *> &stages);
    void readModule(const TomlValue &table, Stage &stage);
    void dropUnknownPrerequisites();
    [[nodiscard]] bool claimId(TableReader &reader, const QString &id);

    QString m_folder;
    QString m_file;
    QSet<QString> m_ids; ///< of stages and modules together
    LoadedCourse m_loaded;
};

Core::Result<LoadedCourse> CourseLoader::load()
{
    if (!QFileInfo(m_file).isFile()) {
        return courseError(Core::ErrorCode::NotFound,
                           Messages::tr("There is no course: %1 is missing.").arg(m_file));
    }
    const auto text = readSplitText(m_file);
    if (const auto *failure = std::get_if<TextFailure>(&text)) {
        return courseError(failure->code,
                           Messages::tr("The course cannot be read: %1")
                               .arg(Problem{m_file, failure->line, failure->message}.toString()));
    }
    const auto parsed = parseToml(std::get<SplitText>(text).body);
    if (const auto *failure = std::get_if<TomlFailure>(&parsed)) {
        return courseError(Core::ErrorCode::Invalid,
                           Messages::tr("The course cannot be read: %1.")
                               .arg(Problem{m_file, failure->line, failure->message}.toString()));
    }
    const auto &root = std::get<TomlValue>(parsed);
    if (const auto error = readHead(root)) {
        return *error;
    }
    QList<Problem> stageProblems;
    TableReader reader(root, m_file, stageProblems);
    const auto stages = reader.tables(QStringLiteral("stages"), Presence::Required);
    if (!reader.ok() || stages.empty()) {
        const QString what = reader.ok() ? m_file : stageProblems.constFirst().toString();
        return courseError(Core::ErrorCode::Invalid, Messages::tr("The course has no stages: %1").arg(what));
    }
    readStages(stages);
    dropUnknownPrerequisites();
    for (const Problem &problem : std::as_const(m_loaded.problems)) {
        qCWarning(Core::logCourse).noquote() << problem.toString();
    }
    return m_loaded;
}

std::optional<Core::Error> CourseLoader::readHead(const TomlValue &root)
{
    QList<Problem> problems;
    TableReader reader(root, m_file, problems);
    const int format = reader.number(QStringLiteral("format"), 1, LargestFormat);
    if (format > SupportedFormat) {
        return Core::Error{
            Core::ErrorCode::NewerVersion,
            Messages::tr(
                "The course in %1 has format %2, this Skillet reads format %3. Install a newer Skillet, "
                "or set SKILLET_CURRICULUM to the folder of another course.")
                .arg(m_file)
                .arg(format)
                .arg(SupportedFormat)};
    }
    m_loaded.course.folder = m_folder;
    m_loaded.course.id = reader.text(QStringLiteral("id"));
    m_loaded.course.title = reader.text(QStringLiteral("title"));
    m_loaded.course.version = reader.text(QStringLiteral("version"));
    if (!reader.ok()) {
        return courseError(
            Core::ErrorCode::Invalid,
            Messages::tr("The course cannot be read: %1").arg(problems.constFirst().toString()));
    }
    return std::nullopt;
}

void CourseLoader::readStages(const std::vector<const TomlValue *> &stages)
{
    for (const TomlValue *table : stages) {
        TableReader reader(*table, m_file, m_loaded.problems);
        Stage stage;
        stage.id = reader.text(QStringLiteral("id"));
        stage.title = reader.text(QStringLiteral("title"));
        stage.goal = reader.text(QStringLiteral("goal"));
        if (!reader.ok() || !claimId(reader, stage.id)) {
            continue;
        }
        for (const TomlValue *module : reader.tables(QStringLiteral("modules"), Presence::Optional)) {
            readModule(*module, stage);
        }
        m_loaded.course.stages.append(std::move(stage));
    }
}

void CourseLoader::readModule(const TomlValue &table, Stage &stage)
{
    TableReader reader(table, m_file, m_loaded.problems);
    Module module;
    module.id = reader.text(QStringLiteral("id"));
    module.title = reader.text(QStringLiteral("title"));
    module.summary = reader.text(QStringLiteral("summary"));
    const QString folder = reader.text(QStringLiteral("folder"), Presence::Optional);
    if (!reader.ok() || !claimId(reader, module.id)) {
        return;
    }
    module.written = !folder.isEmpty();
    if (module.written && !Core::isSafeRelativePath(folder)) {
        reader.complain(reader.lineOf(QStringLiteral("folder")),
                        Messages::tr("The folder '%1' has to stay inside the course.").arg(folder));
        module.written = false;
    }
    if (module.written) {
        loadModule(m_folder, folder, module, m_loaded.problems);
    }
    stage.modules.append(std::move(module));
}

bool CourseLoader::claimId(TableReader &reader, const QString &id)
{
    const int line = reader.lineOf(QStringLiteral("id"));
    if (!Core::isSafeRelativePath(id) || id.contains(QLatin1Char('/'))) {
        reader.complain(
            line, Messages::tr("'%1' may not be used as an id: take letters, digits, '_' and '-'.").arg(id));
        return false;
    }
    if (m_ids.contains(id)) {
        reader.complain(line, Messages::tr("The id '%1' is used twice.").arg(id));
        return false;
    }
    m_ids.insert(id);
    return true;
}

void CourseLoader::dropUnknownPrerequisites()
{
    const QStringList ids = m_loaded.course.itemIds();
    const QSet<QString> known(ids.cbegin(), ids.cend());
    for (Stage &stage : m_loaded.course.stages) {
        for (Module &module : stage.modules) {
            for (Exercise &exercise : module.exercises) {
                for (const QString &id : QStringList(exercise.prerequisites)) {
                    if (known.contains(id) && id != exercise.id) {
                        continue;
                    }
                    exercise.prerequisites.removeAll(id);
                    m_loaded.problems.append(
                        {exercise.folder + QStringLiteral("/exercise.toml"), 0,
                         Messages::tr("The prerequisite '%1' is no lesson or other exercise.").arg(id)});
                }
            }
        }
    }
}

} // namespace

Core::Result<LoadedCourse> loadCourse(const QString &folder)
{
    return CourseLoader(QDir::cleanPath(QFileInfo(folder).absoluteFilePath())).load();
}

} // namespace Skillet::Course
