// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "course/course.h"
#include "progress/records.h"
#include "progress/summaries.h"

#include <QTimeZone>

/// Two stages: `core` with the modules `a` (lesson a/l, exercises a/e1 to a/e5) and `b` (a snippet b/snippet,
/// a prediction b/guess), and `later`, which is not written. a/e1 to a/e3 are on loops, a/e4 and a/e5 on
/// dicts. Each takes 10 minutes.
inline Skillet::Course::Course sampleCourse()
{
    using namespace Skillet::Course;
    const auto exercise = [](const QString &id, ExerciseKind kind, const QString &about) {
        Exercise made;
        made.id = id;
        made.title = id;
        made.kind = kind;
        made.minutes = 10;
        made.concepts = {about};
        return made;
    };
    Module a;
    a.id = QStringLiteral("a");
    Lesson lesson;
    lesson.id = QStringLiteral("a/l");
    lesson.minutes = 10;
    a.lessons = {lesson};
    a.order.append({ItemKind::Lesson, 0});
    for (int n = 1; n <= 5; ++n) {
        a.exercises.append(exercise(QStringLiteral("a/e%1").arg(n), ExerciseKind::Write,
                                    n <= 3 ? QStringLiteral("loops") : QStringLiteral("dicts")));
        a.order.append({ItemKind::Exercise, n - 1});
    }
    Module b;
    b.id = QStringLiteral("b");
    b.exercises = {exercise(QStringLiteral("b/snippet"), ExerciseKind::Recall, QStringLiteral("files")),
                   exercise(QStringLiteral("b/guess"), ExerciseKind::Predict, QStringLiteral("files"))};
    b.order = {{ItemKind::Exercise, 0}, {ItemKind::Exercise, 1}};
    Module planned;
    planned.id = QStringLiteral("planned");
    planned.written = false;
    Course course;
    course.id = QStringLiteral("sample");
    Stage core;
    core.id = QStringLiteral("core");
    core.modules = {a, b, planned};
    Stage later;
    later.id = QStringLiteral("later");
    later.modules = {planned};
    course.stages = {core, later};
    return course;
}

inline const QDate FirstDay(2026, 3, 2); // a Monday

/// A day on which the exercise was tried twice, and passed the second time, or the first.
inline Skillet::Progress::ExerciseDay practised(const QString &exercise, int day, bool firstPassed,
                                                int hints = 0)
{
    return {exercise,
            QStringLiteral("write"),
            FirstDay.addDays(day),
            2,
            firstPassed ? 2 : 1,
            hints > 0 ? 0 : 1,
            firstPassed,
            hints};
}

inline Skillet::Progress::ExerciseDay failedOn(const QString &exercise, int day)
{
    return {exercise, QStringLiteral("write"), FirstDay.addDays(day), 3, 0, 0, false, 0};
}

inline Skillet::Progress::Event eventOn(Skillet::Progress::EventKind kind, const QString &item, int day,
                                        const QString &detail)
{
    Skillet::Progress::Event event;
    event.kind = kind;
    event.item = item;
    event.when = QDateTime(FirstDay.addDays(day), QTime(12, 0), QTimeZone::utc());
    event.detail = detail;
    return event;
}
