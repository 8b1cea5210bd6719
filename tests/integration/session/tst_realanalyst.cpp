// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/analyst.h"

#include "realsession.h"

#include <QSignalSpy>
#include <QTest>

using namespace Skillet::Runner;

/// Errors of the real prompt, explained by the real analyst.
class TestRealAnalyst final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aMisspeltKey_isFound();
    void aMissingColon_isPutRight();
    void anErrorOfTheLearnersOwn_isToldByItsRaise();
    void anErrorThatNobodyKnows_hasTheGeneralText();
    void brokenBuiltinsAtThePrompt_doNotReachIt();

private:
    [[nodiscard]] Traceback raise(const QString &source);
    [[nodiscard]] Explanation explain(const Traceback &traceback, const QString &source);

    RealSession m_real;
    std::unique_ptr<Analyst> m_analyst;
};

void TestRealAnalyst::initTestCase()
{
    AnalystOptions options;
    options.worker = m_real.options().worker;
    options.workerPython = m_real.options().workerPython;
    options.answerLimitMs = 20'000; // the machine may be busy, and with sanitizers it is slow
    m_analyst = std::make_unique<Analyst>(options);
    m_analyst->warmUp();
    m_real.start();
}

Traceback TestRealAnalyst::raise(const QString &source)
{
    const auto run = m_real.log->run(source, 60'000, ProgramKind::Pasted);
    return run.tracebacks.isEmpty() ? Traceback() : run.tracebacks.first();
}

Explanation TestRealAnalyst::explain(const Traceback &traceback, const QString &source)
{
    const QSignalSpy explained(m_analyst.get(), &Analyst::explained);
    ExplanationQuestion question;
    question.traceback = traceback;
    question.source = source;
    (void)m_analyst->explain(question);
    Explanation answer;
    [&] {
        QTRY_COMPARE_WITH_TIMEOUT(explained.size(), 1, 60'000);
        answer = explained.first().at(1).value<Explanation>();
    }();
    return answer;
}

void TestRealAnalyst::aMisspeltKey_isFound()
{
    const QString source = QStringLiteral("order = {'price': 2}\norder['pirce']\n");
    const Explanation answer = explain(raise(source), source);
    QVERIFY2(answer.cause.startsWith(QLatin1String("key-error.")), qPrintable(answer.cause));
    QVERIFY((answer.title + answer.why + answer.tries.join(u' ')).contains(QLatin1String("pirce")));
}

void TestRealAnalyst::aMissingColon_isPutRight()
{
    const QString source = QStringLiteral("for i in range(3)\n    print(i)\n");
    const Explanation answer = explain(raise(source), source);
    QCOMPARE(answer.suggestion,
             (Suggestion{1, QStringLiteral("for i in range(3)"), QStringLiteral("for i in range(3):")}));
}

void TestRealAnalyst::anErrorOfTheLearnersOwn_isToldByItsRaise()
{
    const QString source = QStringLiteral("class Closed(Exception): pass\nraise Closed('on Mondays')\n");
    const Explanation answer = explain(raise(source), source);
    QCOMPARE(answer.cause, QStringLiteral("raised.by-program"));
    QVERIFY(answer.title.contains(QLatin1String("Closed: on Mondays")));
}

void TestRealAnalyst::anErrorThatNobodyKnows_hasTheGeneralText()
{
    const QString source = QStringLiteral("import configparser\nconfigparser.ConfigParser().get('a', 'b')\n");
    const Explanation answer = explain(raise(source), source);
    QVERIFY(answer.cause.isEmpty());
    QVERIFY(answer.title.contains(QLatin1String("NoSectionError")));
}

void TestRealAnalyst::brokenBuiltinsAtThePrompt_doNotReachIt()
{
    const QString source = QStringLiteral("import builtins; builtins.len = builtins.str = None; 1 + 'a'\n");
    const Explanation answer = explain(raise(source), source);
    QVERIFY2(answer.cause.startsWith(QLatin1String("type-error.")), qPrintable(answer.cause));
}

QTEST_GUILESS_MAIN(TestRealAnalyst)
#include "tst_realanalyst.moc"
