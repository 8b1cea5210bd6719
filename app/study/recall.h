// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "course/course.h"
#include "progress/records.h"
#include "progress/summaries.h"
#include "study/fsrs.h"

#include <QDate>
#include <QList>
#include <QString>

#include <optional>

namespace Skillet::Study {

enum class RecallKind {
    Snippet, ///< a recall exercise that was passed once
    Prediction, ///< a predict exercise whose first answer was wrong once
    Cause, ///< what errors came from that the learner has met
};

/// Something to be asked again, and how well it is remembered. Follows from what was recorded alone.
struct RecallItem
{
    RecallKind kind = RecallKind::Snippet;
    QString id; ///< of the exercise, or causeItem()
    QString title; ///< of the exercise, or the error's class
    int minutes = 1;
    Memory memory;
    QDate last; ///< when it was asked or met last
    QDate due;
    int reviews = 0;
    int lapses = 0; ///< of the reviews, those that went wrong
};

/// What is recorded of an answer, see Progress::EventKind::Recalled.
[[nodiscard]] QString recalledDetail(Rating rating);
[[nodiscard]] std::optional<Rating> ratingFromDetail(const QString &detail);
/// The item that stands for a cause, in events too: `cause:key-error.missing`.
[[nodiscard]] QString causeItem(const QString &cause);

struct RecallEvidence
{
    QList<Progress::ExerciseDay> days; ///< by exercise, then by day
    QList<Progress::CauseDay> causes;
    QList<Progress::Event> recalled; ///< of kind Recalled, the oldest first
};

/// In no particular order.
[[nodiscard]] QList<RecallItem> recallItems(const Course::Course &course, const RecallEvidence &evidence);

struct RecallDay
{
    QDate day;
    int minutes = 0;
    int items = 0;
};

/// What is asked today and on the days to come. Nothing is ever overdue here: what does not fit into a day
/// moves to the next that has room, the best forgotten first.
struct RecallPlan
{
    QList<RecallItem> today;
    int minutesToday = 0;
    int minutesDone = 0; ///< of today's share, already answered
    QList<RecallDay> coming; ///< from tomorrow on, days without anything left out
};

inline constexpr int DefaultRecallMinutes = 15;

/// `minutesADay`: what a day holds; a single item that is longer is asked alone. Plans `days` ahead.
[[nodiscard]] RecallPlan planRecall(const QList<RecallItem> &items, const QList<Progress::Event> &recalled,
                                    QDate today, int minutesADay = DefaultRecallMinutes, int days = 30);

} // namespace Skillet::Study
