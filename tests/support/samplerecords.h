// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "progress/records.h"

#include <QTimeZone>

/// One of three learners.
inline QUuid sampleLearner(int n)
{
    return QUuid::createUuidV5(QUuid(), QByteArray("learner") + QByteArray::number(n % 3));
}

/// Attempt number `n`: its values tell that number, so that a row can be recognised and compared.
inline Skillet::Progress::Attempt sampleAttempt(int n)
{
    Skillet::Progress::Attempt attempt;
    attempt.id = QUuid::createUuidV5(QUuid(), QByteArray("attempt") + QByteArray::number(n));
    attempt.when = QDateTime::fromMSecsSinceEpoch(1700000000000 + qint64(n) * 60000, QTimeZone::utc());
    attempt.course = QStringLiteral("python");
    attempt.courseVersion = QStringLiteral("0.1.0");
    attempt.exercise = QStringLiteral("basics/e%1").arg(n % 7);
    attempt.kind = QStringLiteral("write");
    attempt.outcome = static_cast<Skillet::Progress::Outcome>(n % 6);
    attempt.durationMs = 100 + n;
    attempt.hintsUsed = n % 4;
    attempt.errorClass = n % 3 == 0 ? QStringLiteral("KeyError") : QString();
    // Now and then longer than a page of the database.
    attempt.learner = sampleLearner(n);
    attempt.failedCheck = n % 3 == 1 ? QStringLiteral("test_%1").arg(n % 5) : QString();
    attempt.checksPassed = n % 4;
    attempt.checksTotal = n % 4 + n % 2;
    attempt.code = QStringLiteral("# é %1\n").arg(n).repeated(n % 10 == 9 ? 2000 : 20);
    return attempt;
}

inline Skillet::Progress::Event sampleEvent(int n)
{
    Skillet::Progress::Event event;
    event.id = QUuid::createUuidV5(QUuid(), QByteArray("event") + QByteArray::number(n));
    event.when = QDateTime::fromMSecsSinceEpoch(1700000000000 + qint64(n) * 60000, QTimeZone::utc());
    event.course = QStringLiteral("python");
    event.kind = static_cast<Skillet::Progress::EventKind>(n % 5);
    event.learner = sampleLearner(n);
    event.courseVersion = QStringLiteral("0.1.%1").arg(n % 3);
    event.detail = n % 2 == 0 ? QString() : QStringLiteral("{\"é\":%1}").arg(n);
    event.item = QStringLiteral("basics/i%1").arg(n % 7);
    return event;
}

inline Skillet::Progress::Incident sampleIncident(int n)
{
    Skillet::Progress::Incident incident;
    incident.id = QUuid::createUuidV5(QUuid(), QByteArray("incident") + QByteArray::number(n));
    incident.when = QDateTime::fromMSecsSinceEpoch(1700000000000 + qint64(n) * 60000, QTimeZone::utc());
    incident.course = QStringLiteral("python");
    incident.exercise = n % 2 == 0 ? QString() : QStringLiteral("basics/e%1").arg(n % 7);
    incident.errorClass = QStringLiteral("KeyError");
    incident.cause =
        n % 3 == 0 ? QString(Skillet::Progress::unknownCause) : QStringLiteral("key-error.missing");
    incident.source = static_cast<Skillet::Progress::IncidentSource>(n % 4);
    incident.place = QStringLiteral("basics/é %1.py").arg(n);
    incident.line = n % 5 == 0 ? -1 : n;
    incident.learner = sampleLearner(n);
    incident.courseVersion = QStringLiteral("0.1.0");
    incident.attempt = n % 2 == 0 ? QUuid() : sampleAttempt(n).id;
    return incident;
}

/// Of the incident of the same number.
inline Skillet::Progress::Guess sampleGuess(int n)
{
    Skillet::Progress::Guess guess;
    guess.id = QUuid::createUuidV5(QUuid(), QByteArray("guess") + QByteArray::number(n));
    guess.when = QDateTime::fromMSecsSinceEpoch(1700000000000 + qint64(n) * 60000, QTimeZone::utc());
    guess.course = QStringLiteral("python");
    guess.incident = sampleIncident(n).id;
    guess.line = static_cast<Skillet::Progress::GuessAnswer>(n % 4);
    guess.cause = static_cast<Skillet::Progress::GuessAnswer>(n / 4 % 4);
    guess.learner = sampleLearner(n);
    return guess;
}

inline bool sameContent(const Skillet::Progress::Attempt &a, const Skillet::Progress::Attempt &b)
{
    return a.id == b.id && a.when == b.when && a.course == b.course && a.courseVersion == b.courseVersion
        && a.exercise == b.exercise && a.kind == b.kind && a.outcome == b.outcome
        && a.durationMs == b.durationMs && a.hintsUsed == b.hintsUsed && a.errorClass == b.errorClass
        && a.code == b.code && a.learner == b.learner && a.failedCheck == b.failedCheck
        && a.checksPassed == b.checksPassed && a.checksTotal == b.checksTotal;
}

inline bool sameContent(const Skillet::Progress::Event &a, const Skillet::Progress::Event &b)
{
    return a.id == b.id && a.when == b.when && a.course == b.course && a.kind == b.kind && a.item == b.item
        && a.learner == b.learner && a.courseVersion == b.courseVersion && a.detail == b.detail;
}

inline bool sameContent(const Skillet::Progress::Incident &a, const Skillet::Progress::Incident &b)
{
    return a.id == b.id && a.when == b.when && a.course == b.course && a.exercise == b.exercise
        && a.errorClass == b.errorClass && a.cause == b.cause && a.source == b.source && a.place == b.place
        && a.line == b.line && a.learner == b.learner && a.courseVersion == b.courseVersion
        && a.attempt == b.attempt;
}

inline bool sameContent(const Skillet::Progress::Guess &a, const Skillet::Progress::Guess &b)
{
    return a.id == b.id && a.when == b.when && a.course == b.course && a.incident == b.incident
        && a.line == b.line && a.cause == b.cause && a.learner == b.learner;
}
