// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "course/course.h"
#include "study/mastery.h"

#include <QDate>
#include <QHash>
#include <QString>

#include <optional>

namespace Skillet::Study {

/// What the learner wants to reach: a number of hours a week from a day on, for some weeks.
struct Plan
{
    QDate start;
    double hoursPerWeek = 10;
    int weeks = 16;

    [[nodiscard]] QDate end() const { return start.addDays(weeks * 7); }
};

/// `detail` of a Planned event.
[[nodiscard]] QString planDetail(const Plan &plan);
/// Empty for what is no plan: hours from 0.5 to 80, weeks from 1 to 260.
[[nodiscard]] std::optional<Plan> planFromDetail(const QString &detail);

/// How much of a course there is and how much of it is done, by the minutes that its author gives.
struct Workload
{
    int minutesDone = 0;
    int minutesLeft = 0;
    int itemsDone = 0;
    int itemsLeft = 0;
};
/// An item counts as done once it is passed.
[[nodiscard]] Workload workloadOf(const Course::Course &course, const Mastery &mastery);

/// When the course may be done at the pace of the last weeks: a range, as weeks differ. Of 100 courses of
/// time that are put together by chance from the learner's own last weeks, 10 end before `early` and 10
/// after `late`.
struct Forecast
{
    enum class State {
        TooEarly, ///< there are not two weeks of practice yet to tell from
        Paused, ///< nothing was done in the last weeks
        Known,
        Done, ///< nothing is left
    };

    State state = State::TooEarly;
    QDate early;
    QDate likely;
    QDate late; ///< invalid: later than ten years
    double hoursPerWeek = 0; ///< on average of the weeks it is told from
    double pace = 1; ///< minutes needed for one minute of the author's
    int weeksSeen = 0;
};

[[nodiscard]] Forecast forecast(const Workload &work, const QHash<QDate, int> &minutesByDay, QDate today);

/// Hours a week that the plan's end asks for from today on; empty when that day is over or nothing is left.
[[nodiscard]] std::optional<double> hoursNeeded(const Plan &plan, const Workload &work, double pace,
                                                QDate today);

} // namespace Skillet::Study
