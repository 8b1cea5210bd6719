// SPDX-License-Identifier: GPL-3.0-or-later
#include "progress/store.h"

#include "core/log.h"
#include "progress/metadata.h"
#include "progress/opening.h"
#include "progress/recovery.h"
#include "progress/rows.h"
#include "progress/schema.h"
#include "progress/storeprivate.h"

#include <QSqlRecord>
#include <QVariant>

#include <utility>

namespace Skillet::Progress {

template <typename Record>
Core::Result<void> Store::Private::insert(const Record &record)
{
    const QString reason = whyInvalid(record);
    if (!reason.isEmpty()) {
        return Core::Error{Core::ErrorCode::Invalid, Messages::tr("This cannot be recorded: %1").arg(reason)};
    }
    Record owned = record;
    return perform([this, &owned] {
        if (owned.learner.isNull()) {
            owned.learner = learner;
        }
        return insertRow(*database, owned);
    });
}

Core::Result<Rows> Store::Private::read(const QString &sql, const QVariantList &values)
{
    Rows rows;
    const Core::Result<void> performed = perform([&] {
        rows.clear(); // of a first try that met damage half-way
        return database->run(sql, values, [&rows](const QSqlQuery &row) {
            QVariantList columns;
            for (int i = 0; i < row.record().count(); ++i) {
                columns.append(row.value(i));
            }
            rows.append(columns);
        });
    });
    if (!performed) {
        return performed.error();
    }
    return rows;
}

Core::Result<int> Store::Private::count(const QString &sql, const QVariantList &values)
{
    const Core::Result<Rows> rows = read(sql, values);
    if (!rows) {
        return rows.error();
    }
    return rows.value().isEmpty() ? 0 : rows.value().constFirst().value(0).toInt();
}

Core::Result<void> Store::Private::open()
{
    finishInterruptedRecovery(file);
    OpenedDatabase opened = openDatabase(file);
    if (std::holds_alternative<NeedsRecovery>(opened)) {
        const Core::Result<RecoveryReport> report = recover(file);
        if (!report) {
            return report.error();
        }
        note = report.value().note();
        opened = openDatabase(file);
    }
    if (auto *fresh = std::get_if<std::unique_ptr<Database>>(&opened)) {
        if (const auto failure = ensureLearner(**fresh, learner)) {
            return errorOf(*failure, file);
        }
        database = std::move(*fresh);
        return {};
    }
    if (const auto *error = std::get_if<Core::Error>(&opened)) {
        return *error;
    }
    return errorOf({DatabaseFailure::Kind::Corrupt, {}}, file);
}

Core::Result<void> Store::Private::mend()
{
    database.reset(); // the file has to be closed before it is moved
    const Core::Result<RecoveryReport> report = recover(file);
    if (!report) {
        return report.error();
    }
    note = report.value().note();
    return open();
}

Store::Store(std::unique_ptr<Private> implementation)
    : d(std::move(implementation))
{ }

Store::~Store() = default;

Core::Result<std::unique_ptr<Store>> Store::open(const QString &file)
{
    auto implementation = std::make_unique<Private>();
    implementation->file = file;
    const Core::Result<void> opened = implementation->open();
    if (!opened) {
        return opened.error();
    }
    return std::unique_ptr<Store>(new Store(std::move(implementation)));
}

Core::Result<std::unique_ptr<Store>> Store::openInMemory()
{
    auto implementation = std::make_unique<Private>();
    OpenedDatabase opened = openDatabaseInMemory();
    if (const auto *error = std::get_if<Core::Error>(&opened)) {
        return *error;
    }
    implementation->database = std::move(std::get<std::unique_ptr<Database>>(opened));
    if (const auto failure = ensureLearner(*implementation->database, implementation->learner)) {
        return errorOf(*failure, implementation->database->file());
    }
    return std::unique_ptr<Store>(new Store(std::move(implementation)));
}

Store::Recovery Store::recovery() const
{
    return d->note.isEmpty() ? Recovery::None : Recovery::CorruptFileSetAside;
}

QString Store::recoveryNote() const
{
    return d->note;
}

bool Store::isPersistent() const
{
    return !d->file.isEmpty();
}

QUuid Store::learner() const
{
    return d->learner;
}

Core::Result<QString> Store::meta(const QString &key) const
{
    QString value;
    const Core::Result<void> performed = d->perform([&] { return readMeta(*d->database, key, value); });
    return performed ? Core::Result<QString>(value) : performed.error();
}

Core::Result<void> Store::setMeta(const QString &key, const QString &value)
{
    if (!isMetaKey(key)) {
        return Core::Error{
            Core::ErrorCode::Invalid,
            Messages::tr("This cannot be recorded: %1").arg(QStringLiteral("a key that is none"))};
    }
    return d->perform([&] { return writeMeta(*d->database, {key, value}); });
}

Core::Result<void> Store::record(const Attempt &attempt)
{
    return d->insert(attempt);
}

Core::Result<void> Store::record(const Event &event)
{
    return d->insert(event);
}

Core::Result<void> Store::record(const Incident &incident)
{
    return d->insert(incident);
}

Core::Result<void> Store::record(const Guess &guess)
{
    return d->insert(guess);
}

Core::Result<QHash<QString, ItemState>> Store::states(const QString &course) const
{
    // Each row: an item, and whether something says that it is done.
    const Core::Result<Rows> attempts = d->read(
        QStringLiteral("SELECT exercise, max(outcome = ?) FROM attempts WHERE course = ? GROUP BY exercise"),
        {outcomeName(Outcome::Passed), course});
    if (!attempts) {
        return attempts.error();
    }
    const Core::Result<Rows> events =
        d->read(QStringLiteral("SELECT item, max(kind = ?) FROM events "
                               "WHERE course = ? AND kind <> ? AND item <> '' GROUP BY item"),
                {eventKindName(EventKind::LessonFinished), course, eventKindName(EventKind::Active)});
    if (!events) {
        return events.error();
    }
    QHash<QString, ItemState> states;
    for (const QVariantList &row : attempts.value() + events.value()) {
        ItemState &state = states[row.at(0).toString()];
        state = row.at(1).toBool() || state == ItemState::Done ? ItemState::Done : ItemState::Started;
    }
    return states;
}

Core::Result<QList<Attempt>> Store::attempts(const QString &course, const QString &exercise) const
{
    const Core::Result<Rows> rows =
        d->read(QStringLiteral(
                    "SELECT * FROM attempts WHERE course = ? AND exercise = ? ORDER BY at_ms DESC, seq DESC"),
                {course, exercise});
    if (!rows) {
        return rows.error();
    }
    QList<Attempt> attempts;
    for (const QVariantList &row : rows.value()) {
        if (const auto attempt = attemptFromRow(row)) {
            attempts.append(*attempt);
        }
    }
    return attempts;
}

Core::Result<int> Store::hintsShown(const QString &course, const QString &exercise) const
{
    return d->count(QStringLiteral("SELECT count(*) FROM events WHERE course = ? AND item = ? AND kind = ?"),
                    {course, exercise, eventKindName(EventKind::HintShown)});
}

Core::Result<QList<Incident>> Store::incidents(int most) const
{
    const Core::Result<Rows> rows =
        d->read(QStringLiteral("SELECT * FROM incidents ORDER BY at_ms DESC, seq DESC LIMIT ?"), {most});
    if (!rows) {
        return rows.error();
    }
    QList<Incident> incidents;
    for (const QVariantList &row : rows.value()) {
        if (const auto incident = incidentFromRow(row)) {
            incidents.append(*incident);
        }
    }
    return incidents;
}

Core::Result<GuessTally> Store::guessTally() const
{
    const Core::Result<Rows> rows =
        d->read(QStringLiteral("SELECT count(*), coalesce(sum(line <> ? AND cause <> ?), 0) FROM guesses "
                               "WHERE line <> ? AND cause <> ?"),
                {guessAnswerName(GuessAnswer::Wrong), guessAnswerName(GuessAnswer::Wrong),
                 guessAnswerName(GuessAnswer::GivenUp), guessAnswerName(GuessAnswer::GivenUp)});
    if (!rows) {
        return rows.error();
    }
    GuessTally tally;
    if (!rows.value().isEmpty()) {
        tally.answered = rows.value().constFirst().value(0).toInt();
        tally.right = rows.value().constFirst().value(1).toInt();
    }
    return tally;
}

Core::Result<int> Store::activeMinutes(QDate day) const
{
    return d->count(
        QStringLiteral("SELECT count(DISTINCT at_ms / 60000) FROM events WHERE kind = ? AND day = ?"),
        {eventKindName(EventKind::Active), day.toString(Qt::ISODate)});
}

} // namespace Skillet::Progress
