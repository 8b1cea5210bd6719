// SPDX-License-Identifier: GPL-3.0-or-later
#include "study/plan.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>

#include <algorithm>
#include <cmath>

namespace Skillet::Study {

namespace {

constexpr int DaysToTellFrom = 14;
constexpr int WeeksToTellFrom = 8;
constexpr int MinutesToTellPace = 60; ///< of the author's, done
constexpr int Runs = 500;
constexpr int LongestWeeks = 520;
constexpr quint32 Seed = 20240229; // the same records give the same forecast

/// Minutes of the last whole weeks, the latest first, back to the first day of practice.
QList<int> lastWeeks(const QHash<QDate, int> &minutesByDay, QDate first, QDate today)
{
    QList<int> weeks;
    for (int week = 0; week < WeeksToTellFrom; ++week) {
        const QDate last = today.addDays(-1 - 7 * week);
        if (last.addDays(-6) < first && week > 0)
            break;
        int minutes = 0;
        for (int day = 0; day < 7; ++day)
            minutes += minutesByDay.value(last.addDays(-day));
        weeks.append(minutes);
    }
    return weeks;
}

/// Weeks until `minutes` are done when each is like one of `weeks`, by chance.
int weeksFor(double minutes, const QList<int> &weeks, QRandomGenerator &chance)
{
    int needed = 0;
    while (minutes > 0 && needed < LongestWeeks) {
        minutes -= weeks.at(chance.bounded(static_cast<int>(weeks.size())));
        ++needed;
    }
    return needed;
}

QDate dateAfter(QDate today, int weeks)
{
    return weeks >= LongestWeeks ? QDate() : today.addDays(weeks * 7);
}

} // namespace

QString planDetail(const Plan &plan)
{
    const QJsonObject detail{{QStringLiteral("start"), plan.start.toString(Qt::ISODate)},
                             {QStringLiteral("hours"), plan.hoursPerWeek},
                             {QStringLiteral("weeks"), plan.weeks}};
    return QString::fromUtf8(QJsonDocument(detail).toJson(QJsonDocument::Compact));
}

std::optional<Plan> planFromDetail(const QString &detail)
{
    const QJsonObject object = QJsonDocument::fromJson(detail.toUtf8()).object();
    const Plan plan{QDate::fromString(object.value(QLatin1String("start")).toString(), Qt::ISODate),
                    object.value(QLatin1String("hours")).toDouble(),
                    object.value(QLatin1String("weeks")).toInt()};
    const bool isPlan = plan.start.isValid() && plan.hoursPerWeek >= 0.5 && plan.hoursPerWeek <= 80
        && plan.weeks >= 1 && plan.weeks <= 260;
    return isPlan ? std::optional(plan) : std::nullopt;
}

Workload workloadOf(const Course::Course &course, const Mastery &mastery)
{
    Workload work;
    const auto add = [&](const QString &id, int minutes) {
        const bool isDone = mastery.item(id).level >= Level::Passed;
        (isDone ? work.minutesDone : work.minutesLeft) += minutes;
        ++(isDone ? work.itemsDone : work.itemsLeft);
    };
    for (const Course::Stage &stage : course.stages) {
        for (const Course::Module &module : stage.modules) {
            for (const Course::Lesson &lesson : module.lessons)
                add(lesson.id, lesson.minutes);
            for (const Course::Exercise &exercise : module.exercises)
                add(exercise.id, exercise.minutes);
        }
    }
    return work;
}

Forecast forecast(const Workload &work, const QHash<QDate, int> &minutesByDay, QDate today)
{
    Forecast told;
    if (work.itemsLeft == 0) {
        told.state = work.itemsDone > 0 ? Forecast::State::Done : Forecast::State::TooEarly;
        return told;
    }
    QDate first = today;
    int all = 0;
    for (auto it = minutesByDay.cbegin(); it != minutesByDay.cend(); ++it) {
        if (it.value() > 0 && it.key() <= today) { // a clock that ran ahead tells nothing
            first = std::min(first, it.key());
            all += it.value();
        }
    }
    if (first.daysTo(today) < DaysToTellFrom || work.minutesDone == 0)
        return told;
    const QList<int> weeks = lastWeeks(minutesByDay, first, today);
    told.weeksSeen = static_cast<int>(weeks.size());
    double sum = 0;
    for (const int minutes : weeks)
        sum += minutes;
    told.hoursPerWeek = sum / 60.0 / static_cast<double>(weeks.size());
    if (work.minutesDone >= MinutesToTellPace)
        told.pace = std::clamp(static_cast<double>(all) / work.minutesDone, 0.5, 5.0);
    if (sum <= 0) {
        told.state = Forecast::State::Paused;
        return told;
    }
    QRandomGenerator chance(Seed);
    QList<int> ends;
    for (int run = 0; run < Runs; ++run)
        ends.append(weeksFor(work.minutesLeft * told.pace, weeks, chance));
    std::sort(ends.begin(), ends.end());
    told.state = Forecast::State::Known;
    told.early = dateAfter(today, ends.at(Runs / 10));
    told.likely = dateAfter(today, ends.at(Runs / 2));
    told.late = dateAfter(today, ends.at(Runs * 9 / 10));
    return told;
}

std::optional<double> hoursNeeded(const Plan &plan, const Workload &work, double pace, QDate today)
{
    const qint64 days = std::max(today, plan.start).daysTo(plan.end());
    if (days <= 0 || work.itemsLeft == 0)
        return std::nullopt;
    return work.minutesLeft * pace / 60.0 / (static_cast<double>(days) / 7.0);
}

} // namespace Skillet::Study
