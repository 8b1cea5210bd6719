// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "course/course.h"

/// Two stages: the first with a written module (a lesson, two exercises) and a planned one, the second
/// planned.
inline Skillet::Course::Course sampleCourse()
{
    using namespace Skillet::Course;
    Lesson lesson;
    lesson.id = QStringLiteral("workbench/run");
    lesson.title = QStringLiteral("Run, read, change");
    lesson.minutes = 8;
    Exercise greeting;
    greeting.id = QStringLiteral("workbench/greeting");
    greeting.title = QStringLiteral("Greeting");
    greeting.minutes = 5;
    Exercise label;
    label.id = QStringLiteral("workbench/label");
    label.title =
        QStringLiteral("A label with a title so long that it takes three lines in any pane of this width");
    label.kind = ExerciseKind::Predict;
    label.minutes = 1;

    Module written;
    written.id = QStringLiteral("workbench");
    written.title = QStringLiteral("The workbench");
    written.lessons = {lesson};
    written.exercises = {greeting, label};
    written.order = {{ItemKind::Lesson, 0}, {ItemKind::Exercise, 0}, {ItemKind::Exercise, 1}};
    Module planned;
    planned.id = QStringLiteral("text");
    planned.title = QStringLiteral("Text");
    planned.written = false;
    Module later = planned;
    later.id = QStringLiteral("packages");

    Stage first;
    first.id = QStringLiteral("core");
    first.title = QStringLiteral("Core Python");
    first.modules = {written, planned};
    Stage second;
    second.id = QStringLiteral("apps");
    second.title = QStringLiteral("Real applications");
    second.modules = {later};
    Course course;
    course.id = QStringLiteral("python");
    course.title = QStringLiteral("Python");
    course.stages = {first, second};
    return course;
}
