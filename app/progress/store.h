// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "progress/records.h"
#include "progress/summaries.h"

#include <QDate>
#include <QHash>
#include <QList>
#include <QString>

#include <memory>

namespace Skillet::Progress {

/// Derived from attempts and events.
enum class ItemState { Untouched, Started, Done };

/// How often the learner was asked about an error and answered, and how often all of it was right.
struct GuessTally
{
    int right = 0;
    int answered = 0;
};

/// Where attempts, events, incidents and guesses are kept: append-only, in SQLite (WAL). One per process and
/// profile; used from one thread.
class Store final
{
public:
    /// What open() had to do to come up.
    enum class Recovery {
        None,
        CorruptFileSetAside, ///< the old file was renamed, what could be read of it was carried over
    };

    /// Opens or creates the database at `file`. A corrupt file is never overwritten: it is renamed beside,
    /// see recoveryNote(). \return NewerVersion when a newer Skillet wrote it, Locked when another program
    /// holds it longer than two seconds, PermissionDenied, NoSpace. The file is left as it was in each of
    /// these cases.
    [[nodiscard]] static Core::Result<std::unique_ptr<Store>> open(const QString &file);

    /// A store that forgets everything at the end: for a session that must go on without a database.
    [[nodiscard]] static Core::Result<std::unique_ptr<Store>> openInMemory();

    ~Store();
    Store(const Store &) = delete;
    Store &operator=(const Store &) = delete;

    [[nodiscard]] Recovery recovery() const;
    /// For the learner: what was set aside and where; empty with Recovery::None.
    [[nodiscard]] QString recoveryNote() const;
    [[nodiscard]] bool isPersistent() const;

    /// Whom the store belongs to: a UUID made with the store, the same ever after.
    [[nodiscard]] QUuid learner() const;
    /// What is kept of the store itself under a key of metadata.h; empty without it.
    [[nodiscard]] Core::Result<QString> meta(const QString &key) const;
    [[nodiscard]] Core::Result<void> setMeta(const QString &key, const QString &value);

    /// Recording the same id twice keeps one. A record of no learner becomes the store's own learner's.
    [[nodiscard]] Core::Result<void> record(const Attempt &attempt);
    [[nodiscard]] Core::Result<void> record(const Event &event);
    [[nodiscard]] Core::Result<void> record(const Incident &incident);
    [[nodiscard]] Core::Result<void> record(const Guess &guess);

    /// State by item id; items never touched are absent.
    [[nodiscard]] Core::Result<QHash<QString, ItemState>> states(const QString &course) const;
    /// Newest first.
    [[nodiscard]] Core::Result<QList<Attempt>> attempts(const QString &course, const QString &exercise) const;
    /// Hints shown so far for the exercise.
    [[nodiscard]] Core::Result<int> hintsShown(const QString &course, const QString &exercise) const;
    /// Of all courses, the newest first, at most `most`.
    [[nodiscard]] Core::Result<QList<Incident>> incidents(int most) const;
    [[nodiscard]] Core::Result<GuessTally> guessTally() const;
    /// Minutes with an Active event on that local day.
    [[nodiscard]] Core::Result<int> activeMinutes(QDate day) const;

    /// Summaries, for what has to come at once after years of practice; see summaries.h.
    [[nodiscard]] Core::Result<QList<ExerciseDay>> exerciseDays(const QString &course) const;
    [[nodiscard]] Core::Result<QList<CauseDay>> causeDays() const;
    [[nodiscard]] Core::Result<QHash<QDate, int>> minutesByDay() const;
    [[nodiscard]] Core::Result<QHash<QString, int>> minutesByItem(const QString &course) const;
    /// Of one kind, the oldest first.
    [[nodiscard]] Core::Result<QList<Event>> events(const QString &course, EventKind kind) const;
    /// Hints shown since the exercise was last passed on a day before `dayStart`: a pass counts as unaided
    /// only when the help for it is that old.
    [[nodiscard]] Core::Result<int> hintsInThisPractice(const QString &course, const QString &exercise,
                                                        const QDateTime &dayStart) const;

private:
    class Private;
    explicit Store(std::unique_ptr<Private> implementation);
    std::unique_ptr<Private> d;
};

} // namespace Skillet::Progress
