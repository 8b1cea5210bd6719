// SPDX-License-Identifier: GPL-3.0-or-later
#include "coursecontroller.h"

#include "attempt.h"
#include "checks/checkspane.h"
#include "core/log.h"
#include "core/paths.h"
#include "core/settings.h"
#include "course/courseloader.h"
#include "editor/codeeditor.h"
#include "editor/editorarea.h"
#include "lesson/lessonview.h"
#include "practice/kindwords.h"
#include "practicecontroller.h"
#include "progress/recorder.h"
#include "roadmap/roadmappane.h"
#include "runner/checkrun.h"
#include "workspace/exercisefolder.h"

#include <QFileInfo>
#include <QMessageBox>

#include <algorithm>

namespace Skillet::Ui {

CourseController::CourseController(const CourseServices &services, const CoursePanes &panes, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_panes(panes)
    , m_practice(new PracticeController(services.paths, services.theme,
                                        {panes.checks, panes.editor, panes.lesson}, this))
{
    connect(m_practice, &PracticeController::problemOccurred, this, &CourseController::problemOccurred);
    connect(m_practice, &PracticeController::sheetShown, this, &CourseController::answersWanted);
    m_panes.roadmap.setCourse(m_services.course);
    m_panes.checks.showNothing();
    m_panes.lesson.showNothing();
    connect(&m_panes.roadmap, &RoadmapPane::itemActivated, this, &CourseController::openItem);
    connect(&m_panes.lesson, &LessonView::nextRequested, this, &CourseController::openNext);
    connect(&m_panes.lesson, &LessonView::previousRequested, this, &CourseController::openPrevious);
    connect(&m_panes.lesson, &LessonView::readToEnd, this, [this] {
        if (m_services.course.lesson(m_currentItem) != nullptr) {
            recordEvent(Progress::EventKind::LessonFinished, m_currentItem);
            refreshStates();
        }
    });
    connect(&m_panes.checks, &ChecksPane::stopRequested, this, &CourseController::stopCheck);
    connect(&m_panes.checks, &ChecksPane::hintRequested, this, &CourseController::showHint);
    connect(&m_panes.checks, &ChecksPane::nextRequested, this, &CourseController::openNext);
    connect(&m_panes.editor, &EditorArea::currentChanged, this,
            [this] { adoptExerciseOf(m_panes.editor.currentFile()); });

    connect(&m_services.checks, &Runner::CheckRun::started, this, [this] {
        m_panes.checks.setRunning(true);
        Q_EMIT checkRunningChanged(true);
    });
    connect(&m_services.checks, &Runner::CheckRun::finished, this, [this](const Runner::CheckResult &result) {
        m_panes.checks.setRunning(false);
        m_panes.checks.showResult(result);
        recordAttempt(result);
        refreshStates();
        Q_EMIT checkRunningChanged(false);
        Q_EMIT checkFinished(result);
    });
    refreshStates();
}

void CourseController::openAtStart()
{
    const QStringList ids = m_services.course.itemIds();
    if (ids.isEmpty()) {
        return; // the window has said why
    }
    // Files of exercises that are open already (restored tabs) keep their exercise.
    for (const QString &id : ids) {
        const Course::Exercise *candidate = m_services.course.exercise(id);
        const auto folder = candidate == nullptr
            ? Core::Result<QString>(Core::Error{})
            : Workspace::exerciseFolder(m_services.paths.workspace, candidate->id);
        if (folder.ok()) {
            for (const QString &file : candidate->files) {
                m_exerciseOfFile.insert(folder.value() + QLatin1Char('/') + file, candidate->id);
            }
        }
    }
    const QString last = m_services.settings.currentItem();
    openItem(ids.contains(last) ? last : ids.constFirst());
    if (m_panes.editor.currentFile().isEmpty()) {
        const Course::Exercise *first = firstOpenExercise();
        if (first != nullptr && openFiles(*first)) {
            setExercise(first);
        }
    } else {
        adoptExerciseOf(m_panes.editor.currentFile());
    }
}

void CourseController::openItem(const QString &id)
{
    if (const Course::Lesson *lesson = m_services.course.lesson(id)) {
        showLesson(*lesson);
    } else if (const Course::Exercise *exercise = m_services.course.exercise(id)) {
        showExercise(*exercise);
    } else {
        return;
    }
    m_currentItem = id;
    m_services.settings.setCurrentItem(id);
    m_panes.roadmap.setCurrentItem(id);
    showNavigation();
    refreshStates();
    Q_EMIT itemOpened(id);
}

void CourseController::openNext()
{
    const QString next = m_services.course.nextItem(m_currentItem);
    if (next.isEmpty()) {
        return;
    }
    if (m_services.course.lesson(m_currentItem) != nullptr) {
        recordEvent(Progress::EventKind::LessonFinished, m_currentItem); // who goes on has read enough
    }
    openItem(next);
}

void CourseController::openPrevious()
{
    const QStringList ids = m_services.course.itemIds();
    const qsizetype index = ids.indexOf(m_currentItem);
    if (index > 0) {
        openItem(ids.at(index - 1));
    }
}

void CourseController::showLesson(const Course::Lesson &lesson)
{
    const auto text = Course::readText(lesson.file);
    if (!text.ok()) {
        Q_EMIT problemOccurred(text.error());
        return;
    }
    m_panes.lesson.setImageFolder(QFileInfo(lesson.file).absolutePath());
    m_panes.lesson.showLesson(lesson.title, tr("Lesson · %n min", nullptr, lesson.minutes), text.value());
    recordEvent(Progress::EventKind::LessonOpened, lesson.id);
}

void CourseController::showExercise(const Course::Exercise &exercise)
{
    const auto text = Course::readText(exercise.taskFile);
    if (!text.ok()) {
        Q_EMIT problemOccurred(text.error());
        return;
    }
    m_panes.lesson.setImageFolder(exercise.folder);
    m_panes.lesson.showTask(
        exercise.title, tr("Exercise · %1 · %n min", nullptr, exercise.minutes).arg(kindTitle(exercise.kind)),
        text.value());
    recordEvent(Progress::EventKind::ExerciseOpened, exercise.id);
    openFiles(exercise);
    setExercise(&exercise);
    if (exercise.kind == Course::ExerciseKind::Fix
        && PracticeController::isUntouched(m_services.paths.workspace, exercise))
        Q_EMIT failingProgramOpened();
}

bool CourseController::openFiles(const Course::Exercise &exercise)
{
    const auto folder = PracticeController::prepareFiles(m_services.paths.workspace, exercise);
    if (!folder.ok()) {
        Q_EMIT problemOccurred(folder.error());
        return false;
    }
    // The first file last, so that it is the one in front.
    for (auto file = exercise.files.crbegin(); file != exercise.files.crend(); ++file) {
        const QString path = folder.value() + QLatin1Char('/') + *file;
        m_exerciseOfFile.insert(path, exercise.id);
        const auto opened = m_panes.editor.openFile(path);
        if (!opened.ok()) {
            Q_EMIT problemOccurred(opened.error());
            return false;
        }
    }
    return true;
}

void CourseController::adoptExerciseOf(const QString &file)
{
    const QString id = m_exerciseOfFile.value(file);
    if (!id.isEmpty() && id != m_exerciseId && !m_services.checks.isRunning()) {
        setExercise(m_services.course.exercise(id));
    }
}

void CourseController::setExercise(const Course::Exercise *exercise)
{
    const QString id = exercise == nullptr ? QString() : exercise->id;
    if (id == m_exerciseId) {
        return;
    }
    m_exerciseId = id;
    if (exercise == nullptr) {
        m_panes.checks.showNothing();
        m_practice->showExercise(nullptr);
    } else {
        const int shown = m_services.store.hintsShown(m_services.course.id, id).valueOr(0);
        const int known = std::min(shown, static_cast<int>(exercise->hints.size()));
        m_panes.checks.showExercise(exercise->title, static_cast<int>(exercise->hints.size()), known);
        m_practice->showExercise(exercise);
        for (int number = 1; number <= known; ++number) {
            m_panes.checks.showHint(number, exercise->hints.at(number - 1));
        }
    }
    Q_EMIT exerciseChanged();
}

const Course::Exercise *CourseController::exercise() const
{
    return m_services.course.exercise(m_exerciseId);
}

const Course::Exercise *CourseController::firstOpenExercise() const
{
    for (const QString &id : m_services.course.itemIds()) {
        const Course::Exercise *candidate = m_services.course.exercise(id);
        if (candidate != nullptr && m_states.value(id) != Progress::ItemState::Done) {
            return candidate;
        }
    }
    return nullptr;
}

void CourseController::check()
{
    const Course::Exercise *current = exercise();
    if (current == nullptr || m_services.checks.isRunning()) {
        return;
    }
    const auto folder = Workspace::exerciseFolder(m_services.paths.workspace, current->id);
    if (!folder.ok()) {
        Q_EMIT problemOccurred(folder.error());
        return;
    }
    if (!m_practice->isReady() || !m_panes.editor.saveAll()) {
        return; // they have told why; checking another text than the one on screen would mislead
    }
    if (const auto saved = m_practice->save(); !saved.ok()) {
        Q_EMIT problemOccurred(saved.error());
        return;
    }
    m_services.checks.start(current->folder, folder.value());
}

void CourseController::stopCheck()
{
    m_services.checks.stop();
}

void CourseController::showHint()
{
    const Course::Exercise *current = exercise();
    if (current == nullptr) {
        return;
    }
    const int shown =
        m_services.store
            .hintsInThisPractice(m_services.course.id, current->id, QDate::currentDate().startOfDay())
            .valueOr(0);
    if (shown < current->hints.size()) {
        recordEvent(Progress::EventKind::HintShown, current->id);
        m_panes.checks.showHint(shown + 1, current->hints.at(shown));
    }
}

void CourseController::resetExercise()
{
    const Course::Exercise *current = exercise();
    if (current == nullptr) {
        return;
    }
    const auto answer = QMessageBox::question(&m_panes.editor, tr("Start the exercise over?"),
                                              tr("“%1” goes back to its first files. Yours are kept beside "
                                                 "them, with “before-reset” in their names.")
                                                  .arg(current->title),
                                              QMessageBox::Yes | QMessageBox::Cancel, QMessageBox::Cancel);
    if (answer != QMessageBox::Yes || !m_panes.editor.saveAll()) {
        return;
    }
    const auto done = Workspace::resetExercise(m_services.paths.workspace, current->id,
                                               PracticeController::starterOf(*current), current->files);
    if (!done.ok()) {
        Q_EMIT problemOccurred(done.error());
        return;
    }
    const QString folder = Workspace::exerciseFolder(m_services.paths.workspace, current->id).valueOr({});
    for (const QString &file : current->files) {
        m_panes.editor.reload(folder + QLatin1Char('/') + file);
    }
}

void CourseController::showNavigation()
{
    const QString next = m_services.course.nextItem(m_currentItem);
    QString title;
    if (const Course::Lesson *lesson = m_services.course.lesson(next)) {
        title = lesson->title;
    } else if (const Course::Exercise *following = m_services.course.exercise(next)) {
        title = following->title;
    }
    m_panes.lesson.setNavigation(m_services.course.itemIds().indexOf(m_currentItem) > 0, title);
}

void CourseController::refreshStates()
{
    const auto states = m_services.store.states(m_services.course.id);
    if (!states.ok()) {
        Q_EMIT problemOccurred(states.error());
        return;
    }
    m_states = states.value();
    m_panes.roadmap.setStates(m_states);
    Q_EMIT progressChanged();
}

void CourseController::recordEvent(Progress::EventKind kind, const QString &item)
{
    Progress::Event event;
    event.course = m_services.course.id;
    event.kind = kind;
    event.courseVersion = m_services.course.version;
    event.item = item;
    const auto done = m_services.progress.record(event);
    if (!done.ok()) {
        Q_EMIT problemOccurred(done.error());
    }
}

void CourseController::recordAttempt(const Runner::CheckResult &result)
{
    const Course::Exercise *current = exercise();
    if (current == nullptr || result.end == Runner::AttemptEnd::Refused) {
        return;
    }
    const QString folder = Workspace::exerciseFolder(m_services.paths.workspace, current->id).valueOr({});
    Progress::Attempt attempt = attemptOf(m_services.course, *current, result,
                                          folder + QLatin1Char('/') + current->files.constFirst());
    attempt.hintsUsed = m_services.store.hintsShown(m_services.course.id, current->id).valueOr(0);
    m_lastAttempt = attempt.id;
    const auto done = m_services.progress.record(attempt);
    if (!done.ok()) {
        Q_EMIT problemOccurred(done.error());
    }
}

const Course::Stage *CourseController::currentStage() const
{
    for (const Course::Stage &stage : m_services.course.stages) {
        for (const Course::Module &module : stage.modules) {
            if (&module == m_services.course.moduleOf(m_currentItem)) {
                return &stage;
            }
        }
    }
    return nullptr;
}

StageProgress CourseController::stageProgress() const
{
    StageProgress progress;
    const Course::Stage *stage = currentStage();
    if (stage == nullptr) {
        return progress;
    }
    progress.number = static_cast<int>(stage - m_services.course.stages.constData()) + 1;
    for (const Course::Module &module : stage->modules) {
        progress.total += static_cast<int>(module.order.size());
        progress.done += static_cast<int>(
            std::count_if(module.order.cbegin(), module.order.cend(), [&](const Course::Item &item) {
                return m_states.value(module.itemId(item)) == Progress::ItemState::Done;
            }));
    }
    return progress;
}

} // namespace Skillet::Ui
