// SPDX-License-Identifier: GPL-3.0-or-later
#include "practicecontroller.h"

#include "checks/checkspane.h"
#include "core/file.h"
#include "core/paths.h"
#include "course/courseloader.h"
#include "editor/editorarea.h"
#include "lesson/lessonview.h"
#include "practice/answersheet.h"
#include "workspace/exercisefolder.h"

#include <QJsonDocument>

#include <algorithm>

namespace Skillet::Ui {

namespace {

constexpr int SavingMs = 500;
constexpr qint64 largestFile = 1024 * 1024; // bytes; as of the course's
constexpr qint64 largestAnswers = 256 * 1024; // bytes; what the checks read

} // namespace

PracticeController::PracticeController(const Core::Paths &paths, const Theme &theme, const Panes &panes,
                                       QObject *parent)
    : QObject(parent)
    , m_paths(paths)
    , m_theme(theme)
    , m_panes(panes)
{
    m_saving.setSingleShot(true);
    m_saving.setInterval(SavingMs);
    const auto saveAndTell = [this] {
        const Core::Result<void> saved = save();
        if (!saved.ok())
            Q_EMIT problemOccurred(saved.error());
    };
    connect(&m_saving, &QTimer::timeout, this, saveAndTell);
    connect(&m_panes.editor, &EditorArea::textEdited, this, [this](const QString &file) {
        AnswerSheet *sheet = m_sheet.data();
        if (sheet != nullptr && file.startsWith(m_exerciseFolder + u'/'))
            sheet->noteTyping();
    });
}

PracticeController::~PracticeController()
{
    if (m_saving.isActive())
        (void)save();
}

void PracticeController::showExercise(const Course::Exercise *exercise)
{
    if (m_saving.isActive()) {
        m_saving.stop();
        (void)save(); // of the exercise before
    }
    m_file.clear();
    AnswerSheet *sheet = exercise == nullptr ? nullptr : makeAnswerSheet(*exercise, m_theme);
    m_sheet = sheet;
    m_panes.checks.setSheet(sheet);
    if (sheet == nullptr)
        return;
    const Core::Result<QString> folder = Workspace::exerciseFolder(m_paths.workspace, exercise->id);
    if (folder.ok()) {
        m_exerciseFolder = folder.value();
        m_file = folder.value() + QStringLiteral("/answers.json");
        load(*sheet);
    }
    connect(sheet, &AnswerSheet::answersChanged, &m_saving, qOverload<>(&QTimer::start));
    connect(sheet, &AnswerSheet::textWanted, this, &PracticeController::showText);
    // Of a failing program its traceback comes first, then the question what caused it.
    if (exercise->kind != Course::ExerciseKind::Fix)
        Q_EMIT sheetShown();
}

void PracticeController::load(AnswerSheet &sheet) const
{
    const Core::Result<QByteArray> bytes = Core::readFile(m_file, largestAnswers);
    if (bytes.ok())
        sheet.setAnswers(QJsonDocument::fromJson(bytes.value()).object());
}

bool PracticeController::isReady()
{
    const AnswerSheet *sheet = m_sheet.data();
    if (sheet == nullptr || sheet->isAnswered())
        return true;
    Q_EMIT problemOccurred({Core::ErrorCode::Invalid,
                            tr("There is still a question to answer in the Checks pane (Alt+5). A guess is "
                               "welcome: that is what it is for.")});
    return false;
}

Core::Result<void> PracticeController::save()
{
    m_saving.stop();
    const AnswerSheet *sheet = m_sheet.data();
    if (sheet == nullptr || m_file.isEmpty())
        return {};
    const QJsonObject answers = sheet->answers();
    if (answers.isEmpty())
        return {};
    return Core::replaceFile(m_file, QJsonDocument(answers).toJson());
}

void PracticeController::showText(const QString &title, const QString &file)
{
    const Core::Result<QString> text = Course::readText(file);
    if (!text.ok()) {
        Q_EMIT problemOccurred(text.error());
        return;
    }
    m_panes.lesson.showTask(title, tr("Milestone"), text.value());
}

QString PracticeController::starterOf(const Course::Exercise &exercise)
{
    return Course::hasStarter(exercise.kind) ? exercise.folder + QStringLiteral("/starter") : QString();
}

bool PracticeController::isUntouched(const QString &workspace, const Course::Exercise &exercise)
{
    const auto folder = Workspace::exerciseFolder(workspace, exercise.id);
    const QString starter = starterOf(exercise);
    return folder.ok() && !starter.isEmpty()
        && std::all_of(exercise.files.begin(), exercise.files.end(), [&](const QString &name) {
               const auto own = Core::readFile(folder.value() + u'/' + name, largestFile);
               const auto first = Core::readFile(starter + u'/' + name, largestFile);
               return own.ok() && first.ok() && own.value() == first.value();
           });
}

Core::Result<QString> PracticeController::prepareFiles(const QString &workspace,
                                                       const Course::Exercise &exercise)
{
    return Workspace::prepareExercise(workspace, exercise.id, starterOf(exercise), exercise.files,
                                      exercise.folder + QStringLiteral("/data"));
}

} // namespace Skillet::Ui
