// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/session.h"

#include "sessionrecorder.h"

#include <QSignalSpy>
#include <QTest>

using namespace Skillet::Runner;

/// The questions about names that a session passes on.
class TestSessionNames final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void completions_countCharactersNotBytes();
    void callTip_countsCharactersNotBytes();
    void help_isShown();
    void names_areGivenOnce();
    void questionsDuringARun_areEmptyAtOnce();
    void namesAskedForDuringARun_comeAtItsEnd();
    void namesWaitingWhenTheWorkerDies_areEmpty();
    void questionsWithoutAnAnswer_areEmptyAfterAWhile();
    void aSourceTooLong_isNotSent();
    void questionsOfAStoppedSession_areEmpty();

private:
    void startUp();

    std::unique_ptr<Session> m_session;
    std::unique_ptr<SessionRecorder> m_log;
};

void TestSessionNames::init()
{
    qunsetenv("SKILLET_FAKE_START");
    SessionOptions options;
    options.worker = QStringLiteral(SKILLET_FAKEWORKER);
    options.workerPython = QStringLiteral("/nowhere");
    m_log.reset();
    m_session = std::make_unique<Session>(options);
    m_log = std::make_unique<SessionRecorder>(*m_session);
}

void TestSessionNames::startUp()
{
    m_session->start();
    QVERIFY(m_log->waitForState(SessionState::Idle));
}

void TestSessionNames::completions_countCharactersNotBytes()
{
    startUp();
    QSignalSpy known(m_session.get(), &Session::completionsKnown);
    const quint32 request = m_session->askCompletions(QStringLiteral("\u00e4\u20ac.to"), 3);
    QVERIFY(known.isEmpty());
    QVERIFY(known.wait());
    QCOMPARE(known.at(0).at(0).toUInt(), request);
    const auto completions = known.at(0).at(1).value<Completions>();
    QCOMPARE(completions.from, 3);
    QCOMPARE(completions.items.size(), 1);
    QCOMPARE(completions.items.first().text, QStringLiteral("total"));
    QCOMPARE(completions.items.first().kind, NameKind::Function);
}

void TestSessionNames::callTip_countsCharactersNotBytes()
{
    startUp();
    QSignalSpy known(m_session.get(), &Session::callTipKnown);
    (void)m_session->askCallTip(QStringLiteral("f("), 2);
    QVERIFY(known.wait());
    const auto tip = known.at(0).at(1).value<CallTip>();
    QCOMPARE(tip.signature.mid(tip.activeFrom, tip.activeTo - tip.activeFrom), QStringLiteral("\u00e4"));
    QCOMPARE(tip.documentation, QStringLiteral("Says it."));
}

void TestSessionNames::help_isShown()
{
    startUp();
    QSignalSpy shown(m_session.get(), &Session::helpShown);
    const quint32 request = m_session->askHelp(QStringLiteral("len"));
    QVERIFY(shown.wait());
    QCOMPARE(shown.at(0), (QVariantList{request, QStringLiteral("len"), QStringLiteral("about it")}));
}

void TestSessionNames::names_areGivenOnce()
{
    startUp();
    QSignalSpy known(m_session.get(), &Session::namesKnown);
    (void)m_session->askNames();
    QVERIFY(known.wait());
    const auto names = known.at(0).at(1).value<NameList>();
    QCOMPARE(names.entries.size(), 1);
    QCOMPARE(names.entries.first().length, 3);
    QCOMPARE(names.omitted, 4);
    QCOMPARE(m_log->run(QStringLiteral("echo")).finishes, 1); // the stale answer came before this
    QCOMPARE(known.size(), 1);
}

void TestSessionNames::questionsDuringARun_areEmptyAtOnce()
{
    const RunId run = m_session->execute({ProgramKind::Interactive, QStringLiteral("loop"), {}, {}, {}});
    QVERIFY(m_log->waitForState(SessionState::Running));
    QSignalSpy known(m_session.get(), &Session::completionsKnown);
    const quint32 request = m_session->askCompletions(QStringLiteral("to"), 2);
    QVERIFY(known.isEmpty());
    QVERIFY(known.wait(1000));
    QCOMPARE(known.at(0).at(0).toUInt(), request);
    QVERIFY(known.at(0).at(1).value<Completions>().items.isEmpty());
    m_session->interrupt();
    QCOMPARE(m_log->waitFor(run).finishes, 1);
}

void TestSessionNames::namesAskedForDuringARun_comeAtItsEnd()
{
    const RunId run = m_session->execute({ProgramKind::Interactive, QStringLiteral("loop"), {}, {}, {}});
    QVERIFY(m_log->waitForState(SessionState::Running));
    QSignalSpy known(m_session.get(), &Session::namesKnown);
    (void)m_session->askNames();
    QTest::qWait(100);
    QVERIFY(known.isEmpty());
    m_session->interrupt();
    QCOMPARE(m_log->waitFor(run).finishes, 1);
    QTRY_COMPARE(known.size(), 1);
    QCOMPARE(known.at(0).at(1).value<NameList>().entries.size(), 1);
}

void TestSessionNames::namesWaitingWhenTheWorkerDies_areEmpty()
{
    (void)m_session->execute({ProgramKind::Interactive, QStringLiteral("loop"), {}, {}, {}});
    QVERIFY(m_log->waitForState(SessionState::Running));
    QSignalSpy known(m_session.get(), &Session::namesKnown);
    (void)m_session->askNames();
    m_session->restart();
    QVERIFY(known.wait());
    QVERIFY(known.at(0).at(1).value<NameList>().entries.isEmpty());
}

void TestSessionNames::questionsWithoutAnAnswer_areEmptyAfterAWhile()
{
    startUp();
    QSignalSpy known(m_session.get(), &Session::completionsKnown);
    (void)m_session->askCompletions(QStringLiteral("?"), 1);
    QVERIFY(known.wait(20'000));
    QVERIFY(known.at(0).at(1).value<Completions>().items.isEmpty());
}

void TestSessionNames::aSourceTooLong_isNotSent()
{
    startUp();
    QSignalSpy known(m_session.get(), &Session::completionsKnown);
    (void)m_session->askCompletions(QString(2'000'000, u'x'), 5);
    QVERIFY(known.wait());
    QVERIFY(known.at(0).at(1).value<Completions>().items.isEmpty());
}

void TestSessionNames::questionsOfAStoppedSession_areEmpty()
{
    QSignalSpy known(m_session.get(), &Session::namesKnown);
    (void)m_session->askNames();
    QVERIFY(known.wait());
    QVERIFY(known.at(0).at(1).value<NameList>().entries.isEmpty());
}

QTEST_GUILESS_MAIN(TestSessionNames)

#include "tst_sessionnames.moc"
