// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "course/course.h"
#include "progress/store.h"
#include "runner/checkresult.h"

#include <QHash>
#include <QObject>
#include <QString>

namespace Skillet::Core {
class Settings;
struct Paths;
} // namespace Skillet::Core
namespace Skillet::Progress {
class Recorder;
} // namespace Skillet::Progress
namespace Skillet::Runner {
class CheckRun;
} // namespace Skillet::Runner

namespace Skillet::Ui {

class ChecksPane;
class EditorArea;
class LessonView;
class PracticeController;
class RoadmapPane;
class Theme;

/// What the course's panes need from the program.
struct CourseServices
{
    const Core::Paths &paths;
    Core::Settings &settings;
    const Course::Course &course;
    const Progress::Store &store;
    Progress::Recorder &progress;
    Runner::CheckRun &checks;
    const Theme &theme;
};

struct CoursePanes
{
    RoadmapPane &roadmap;
    LessonView &lesson;
    ChecksPane &checks;
    EditorArea &editor;
};

/// Of the stage that holds the current item; number 0 when there is none.
struct StageProgress
{
    int number = 0; ///< from 1, in the course's order
    int done = 0;
    int total = 0; ///< lessons and exercises that ship
};

/// Walks the learner through the course: opens lessons and exercises in their panes, runs checks, shows
/// hints and records what happened.
class CourseController final : public QObject
{
    Q_OBJECT

public:
    CourseController(const CourseServices &services, const CoursePanes &panes, QObject *parent);

    /// The lesson or exercise of last time, or the first lesson with the first exercise's file in the editor.
    void openAtStart();
    void openItem(const QString &id);
    void openNext();
    void openPrevious();

    /// Saves the exercise's files and checks them. Without an exercise it says so in the checks pane.
    void check();
    void stopCheck();
    void showHint();
    void resetExercise();

    /// The exercise that Check, Hint and Start Over act on; null when there is none.
    [[nodiscard]] const Course::Exercise *exercise() const;
    [[nodiscard]] QString currentItem() const { return m_currentItem; }
    [[nodiscard]] StageProgress stageProgress() const;
    /// The check that ended last; null: none yet.
    [[nodiscard]] QUuid lastAttempt() const { return m_lastAttempt; }

Q_SIGNALS:
    void itemOpened(const QString &id);
    void progressChanged();
    void exerciseChanged();
    /// What is in the editor fails, and is to be repaired: how it fails is to be seen.
    void failingProgramOpened();
    /// The exercise has questions in the checks pane.
    void answersWanted();
    void checkRunningChanged(bool running);
    void checkFinished(const Skillet::Runner::CheckResult &result);
    void problemOccurred(const Skillet::Core::Error &error);

private:
    void showLesson(const Course::Lesson &lesson);
    void showExercise(const Course::Exercise &exercise);
    bool openFiles(const Course::Exercise &exercise);
    void adoptExerciseOf(const QString &file);
    void setExercise(const Course::Exercise *exercise);
    void showNavigation();
    void refreshStates();
    void recordEvent(Progress::EventKind kind, const QString &item);
    void recordAttempt(const Runner::CheckResult &result);
    [[nodiscard]] const Course::Stage *currentStage() const;
    [[nodiscard]] const Course::Exercise *firstOpenExercise() const;

    CourseServices m_services;
    QUuid m_lastAttempt;
    CoursePanes m_panes;
    PracticeController *m_practice;
    QString m_currentItem;
    QString m_exerciseId;
    QHash<QString, QString> m_exerciseOfFile; // absolute file path to exercise id
    QHash<QString, Progress::ItemState> m_states;
};

} // namespace Skillet::Ui
