// SPDX-License-Identifier: GPL-3.0-or-later
#include "progress/recordjson.h"
#include "samplerecords.h"

#include <QtTest>

using namespace Skillet::Progress;

class TestRecordJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void attempts_roundTripOnOneLine();
    void events_roundTrip();
    void incidents_roundTrip();
    void guesses_roundTrip();
    void names_roundTrip();
    void aLineOfAnEarlierFormat_isRead();
    void otherLines_areRefused_data();
    void otherLines_areRefused();
    void cutOffLines_areRefused();
};

void TestRecordJson::attempts_roundTripOnOneLine()
{
    Attempt attempt = sampleAttempt(9);
    attempt.code = QStringLiteral("a\r\n\"b\"\\ \u2028 😀");
    attempt.durationMs = 9007199254740993; // more than a double holds
    const QByteArray line = toJsonLine(attempt);
    QVERIFY(!line.contains('\n'));
    const auto read = recordFromJsonLine(line);
    QVERIFY(read && std::holds_alternative<Attempt>(*read));
    QVERIFY(sameContent(std::get<Attempt>(*read), attempt));
    QCOMPARE(std::get<Attempt>(*read).when.offsetFromUtc(), attempt.when.offsetFromUtc());
}

void TestRecordJson::events_roundTrip()
{
    for (int n = 0; n < 5; ++n) {
        const auto read = recordFromJsonLine(toJsonLine(sampleEvent(n)));
        QVERIFY(read && std::holds_alternative<Event>(*read));
        QVERIFY(sameContent(std::get<Event>(*read), sampleEvent(n)));
    }
}

void TestRecordJson::incidents_roundTrip()
{
    for (int n = 0; n < 8; ++n) {
        const auto read = recordFromJsonLine(toJsonLine(sampleIncident(n)));
        QVERIFY(read && std::holds_alternative<Incident>(*read));
        QVERIFY(sameContent(std::get<Incident>(*read), sampleIncident(n)));
    }
}

void TestRecordJson::guesses_roundTrip()
{
    for (int n = 0; n < 16; ++n) {
        const auto read = recordFromJsonLine(toJsonLine(sampleGuess(n)));
        QVERIFY(read && std::holds_alternative<Guess>(*read));
        QVERIFY(sameContent(std::get<Guess>(*read), sampleGuess(n)));
    }
}

void TestRecordJson::names_roundTrip()
{
    for (int i = 0; i <= static_cast<int>(IncidentSource::Pasted); ++i) {
        const auto source = static_cast<IncidentSource>(i);
        QCOMPARE(incidentSourceFromName(incidentSourceName(source)), std::optional(source));
    }
    for (int i = 0; i <= static_cast<int>(GuessAnswer::GivenUp); ++i) {
        const auto answer = static_cast<GuessAnswer>(i);
        QCOMPARE(guessAnswerFromName(guessAnswerName(answer)), std::optional(answer));
    }
    for (int i = 0; i <= static_cast<int>(Outcome::Stopped); ++i) {
        const auto outcome = static_cast<Outcome>(i);
        QVERIFY(!outcomeName(outcome).isEmpty());
        QCOMPARE(outcomeFromName(outcomeName(outcome)), std::optional(outcome));
    }
    for (int i = 0; i <= static_cast<int>(EventKind::Shared); ++i) {
        const auto kind = static_cast<EventKind>(i);
        QVERIFY(!eventKindName(kind).isEmpty());
        QCOMPARE(eventKindFromName(eventKindName(kind)), std::optional(kind));
    }
    QCOMPARE(outcomeFromName(QStringLiteral("won")), std::nullopt);
    QCOMPARE(eventKindFromName(QString()), std::nullopt);
}

void TestRecordJson::aLineOfAnEarlierFormat_isRead()
{
    const auto read = recordFromJsonLine(
        R"~({"format":1,"attempt":{"at":1700000000000,"code":"print(1)","course":"python","duration":120,)~"
        R"~("error":"","exercise":"basics/e1","hints":2,"id":"11111111-2222-3333-4444-555555555555",)~"
        R"~("kind":"write","outcome":"passed","version":"0.1.0","zone":"UTC"}})~");
    QVERIFY(read && std::holds_alternative<Attempt>(*read));
    const auto &attempt = std::get<Attempt>(*read);
    QCOMPARE(attempt.code, QStringLiteral("print(1)"));
    QVERIFY(attempt.learner.isNull());
    QCOMPARE(attempt.checksTotal, 0);
}

void TestRecordJson::otherLines_areRefused_data()
{
    QTest::addColumn<QByteArray>("line");
    const QByteArray good = toJsonLine(sampleAttempt(1));
    const auto changed = [&good](const char *before, const char *after) {
        Q_ASSERT(good.contains(before));
        return QByteArray(good).replace(before, after);
    };
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("attempt");
    QTest::newRow("array") << QByteArray("[1]");
    QTest::newRow("nothing in it") << QByteArray("{\"format\":1}");
    QTest::newRow("other format") << changed("\"format\":2", "\"format\":3");
    QTest::newRow("no exercise") << changed("\"exercise\":\"basics/e1\"", "\"exercise\":\"\"");
    QTest::newRow("unknown outcome") << changed("\"outcome\":\"failed\"", "\"outcome\":\"won\"");
    QTest::newRow("no id") << changed("\"id\"", "\"di\"");
    QTest::newRow("incident without a cause")
        << toJsonLine(sampleIncident(1)).replace("key-error.missing", "");
    QTest::newRow("incident from nowhere") << toJsonLine(sampleIncident(1)).replace("\"file\"", "\"moon\"");
    QTest::newRow("guess of no incident")
        << toJsonLine(sampleGuess(1)).replace("\"incident\":\"", "\"incident\":\"x");
    QTest::newRow("guess of no answer") << toJsonLine(sampleGuess(1)).replace("\"right\"", "\"nearly\"");
    QTest::newRow("event of no kind") << toJsonLine(sampleEvent(0)).replace("lesson-opened", "lesson-eaten");
}

void TestRecordJson::otherLines_areRefused()
{
    QFETCH(QByteArray, line);
    QVERIFY(!recordFromJsonLine(line).has_value());
}

void TestRecordJson::cutOffLines_areRefused()
{
    const QByteArray line = toJsonLine(sampleAttempt(1));
    for (qsizetype size = 0; size < line.size(); ++size) {
        QVERIFY(!recordFromJsonLine(line.left(size)).has_value());
    }
}

QTEST_APPLESS_MAIN(TestRecordJson)
#include "tst_recordjson.moc"
