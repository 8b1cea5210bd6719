// SPDX-License-Identifier: GPL-3.0-or-later
#include "study/recall.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace Skillet::Study {

namespace {

constexpr std::array<const char *, 4> RatingNames{"again", "hard", "good", "easy"};
constexpr int LongestMinutes = 5; ///< a snippet is asked alone, without its lesson
constexpr int PredictionMinutes = 2;
constexpr int CauseMinutes = 1;
constexpr QLatin1String CausePrefix("cause:");

struct Review
{
    QDate day;
    Rating rating;
};

Rating ratingOf(const Progress::ExerciseDay &day)
{
    if (!day.firstPassed)
        return Rating::Again;
    return day.firstHints > 0 ? Rating::Hard : Rating::Good;
}

/// A snippet is to be kept from the day on which it was passed; before, it was being learnt.
void addSnippetDay(QList<Review> &reviews, const Progress::ExerciseDay &day)
{
    if (!reviews.isEmpty())
        reviews.append({day.day, ratingOf(day)});
    else if (day.passes > 0)
        reviews.append({day.day, day.firstPassed ? ratingOf(day) : Rating::Hard});
}

/// A prediction that was right at once needs no repetition.
void addPredictionDay(QList<Review> &reviews, const Progress::ExerciseDay &day)
{
    if (!reviews.isEmpty() || !day.firstPassed)
        reviews.append({day.day, ratingOf(day)});
}

void remember(RecallItem &item, QList<Review> reviews)
{
    std::stable_sort(reviews.begin(), reviews.end(),
                     [](const Review &a, const Review &b) { return a.day < b.day; });
    for (const Review &review : reviews) {
        item.memory = item.reviews == 0
            ? firstMemory(review.rating)
            : nextMemory(item.memory, static_cast<int>(item.last.daysTo(review.day)), review.rating);
        item.last = review.day;
        ++item.reviews;
        item.lapses += review.rating == Rating::Again ? 1 : 0;
    }
    item.due = item.last.addDays(intervalOf(item.memory));
}

using ReviewsById = QHash<QString, QList<Review>>;

ReviewsById answered(const QList<Progress::Event> &recalled)
{
    ReviewsById reviews;
    for (const Progress::Event &event : recalled) {
        if (const auto rating = ratingFromDetail(event.detail))
            reviews[event.item].append({event.when.date(), *rating});
    }
    return reviews;
}

} // namespace

QString recalledDetail(Rating rating)
{
    const QJsonObject detail{
        {QStringLiteral("rating"), QLatin1String(RatingNames.at(static_cast<std::size_t>(rating) - 1))}};
    return QString::fromUtf8(QJsonDocument(detail).toJson(QJsonDocument::Compact));
}

std::optional<Rating> ratingFromDetail(const QString &detail)
{
    const QString name =
        QJsonDocument::fromJson(detail.toUtf8()).object().value(QLatin1String("rating")).toString();
    for (std::size_t i = 0; i < RatingNames.size(); ++i) {
        if (name == QLatin1String(RatingNames.at(i)))
            return static_cast<Rating>(i + 1);
    }
    return std::nullopt;
}

QString causeItem(const QString &cause)
{
    return CausePrefix + cause;
}

QList<RecallItem> recallItems(const Course::Course &course, const RecallEvidence &evidence)
{
    ReviewsById reviews;
    QHash<QString, RecallItem> items;
    for (const Progress::ExerciseDay &day : evidence.days) {
        const Course::Exercise *exercise = course.exercise(day.exercise);
        if (exercise == nullptr)
            continue;
        if (exercise->kind == Course::ExerciseKind::Recall) {
            addSnippetDay(reviews[exercise->id], day);
            items.insert(exercise->id,
                         {RecallKind::Snippet,
                          exercise->id,
                          exercise->title,
                          std::clamp(exercise->minutes, 1, LongestMinutes),
                          {},
                          {},
                          {},
                          0,
                          0});
        } else if (exercise->kind == Course::ExerciseKind::Predict) {
            addPredictionDay(reviews[exercise->id], day);
            items.insert(
                exercise->id,
                {RecallKind::Prediction, exercise->id, exercise->title, PredictionMinutes, {}, {}, {}, 0, 0});
        }
    }
    for (const Progress::CauseDay &day : evidence.causes) {
        if (day.cause == Progress::unknownCause)
            continue;
        const QString id = causeItem(day.cause);
        reviews[id].append({day.day, Rating::Again});
        items.insert(id, {RecallKind::Cause, id, day.errorClass, CauseMinutes, {}, {}, {}, 0, 0});
    }
    const ReviewsById answers = answered(evidence.recalled);
    QList<RecallItem> entered;
    for (auto it = items.begin(); it != items.end(); ++it) {
        const QList<Review> own = reviews.value(it.key());
        if (own.isEmpty())
            continue;
        remember(it.value(), own + answers.value(it.key()));
        entered.append(it.value());
    }
    return entered;
}

namespace {

bool isUrgent(const RecallItem &a, const RecallItem &b, QDate day)
{
    const double ofA = retrievability(a.memory, static_cast<int>(a.last.daysTo(day)));
    const double ofB = retrievability(b.memory, static_cast<int>(b.last.daysTo(day)));
    return ofA != ofB ? ofA < ofB : a.id < b.id; // the same order at every start
}

int minutesAnswered(const QList<RecallItem> &items, const QList<Progress::Event> &recalled, QDate today)
{
    QHash<QString, int> minutes;
    for (const RecallItem &item : items)
        minutes.insert(item.id, item.minutes);
    int done = 0;
    for (const Progress::Event &event : recalled) {
        if (event.when.date() == today)
            done += minutes.value(event.item);
    }
    return done;
}

} // namespace

RecallPlan planRecall(const QList<RecallItem> &items, const QList<Progress::Event> &recalled, QDate today,
                      int minutesADay, int days)
{
    RecallPlan plan;
    plan.minutesDone = minutesAnswered(items, recalled, today);
    QList<RecallItem> waiting = items;
    std::sort(waiting.begin(), waiting.end(),
              [today](const RecallItem &a, const RecallItem &b) { return isUrgent(a, b, today); });
    for (int ahead = 0; ahead <= days && !waiting.isEmpty(); ++ahead) {
        const QDate day = today.addDays(ahead);
        RecallDay load{day, ahead == 0 ? plan.minutesDone : 0, 0};
        QList<RecallItem> later;
        for (const RecallItem &item : waiting) {
            // A longer one on an empty day, else it would never come.
            const bool hasRoom = load.minutes + item.minutes <= minutesADay || load.minutes == 0;
            if (item.due > day || !hasRoom) {
                later.append(item);
                continue;
            }
            load.minutes += item.minutes;
            ++load.items;
            if (ahead == 0) {
                plan.today.append(item);
                plan.minutesToday += item.minutes;
            }
        }
        waiting = later;
        if (ahead > 0 && load.items > 0)
            plan.coming.append(load);
    }
    return plan;
}

} // namespace Skillet::Study
