// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/youfirst.h"

#include <QTest>

using namespace Skillet;
using Incident::YouFirst;
using Answer = YouFirst::Answer;
using Step = YouFirst::Step;

namespace {

const QString Program = QStringLiteral("prices = {'tea': 3}\n"
                                       "\n"
                                       "def total(names):\n"
                                       "    result = 0\n"
                                       "    for name in names:\n"
                                       "        result += prices[name]\n"
                                       "    return result\n"
                                       "\n"
                                       "print(total(['tee']))\n");

Runner::TracebackFrame frame(int line, const char *function, const QString &source = Program)
{
    Runner::TracebackFrame result;
    result.file = QStringLiteral("/w/shop.py");
    result.function = QLatin1String(function);
    result.range.line = line;
    result.sourceLine = source.split(u'\n').at(line - 1);
    return result;
}

Runner::ExceptionInfo keyError()
{
    Runner::ExceptionInfo raised;
    raised.type = QStringLiteral("KeyError");
    raised.message = QStringLiteral("'tee'");
    raised.frames = {frame(9, "<module>"), frame(6, "total")};
    return raised;
}

Runner::Explanation explanation()
{
    Runner::Explanation result;
    result.cause = QStringLiteral("key-error.near-key");
    result.title = QStringLiteral("`prices` has no key `'tee'`.");
    result.name = QStringLiteral("A key is misspelt");
    result.others = {QStringLiteral("The dict is empty"), QStringLiteral("A variable is not set"),
                     QStringLiteral("A set has no such item")};
    return result;
}

QString program(const Runner::TracebackFrame &)
{
    return Program;
}

QString nothing(const Runner::TracebackFrame &)
{
    return {};
}

qsizetype rightOne(const YouFirst &first)
{
    return first.causes().indexOf(first.rightCause());
}

} // namespace

class YouFirstTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theCodeOfTheCalls_isShown();
    void aLongFunction_isCutAroundTheLine();
    void lineThenCause_areAsked();
    void wrongAnswers_areWrong();
    void theCallThatLedThere_isKnownAsOne();
    void allLinesOfTheStatement_areRight();
    void ofAText_theMendedLineIsRightToo();
    void withoutACause_onlyTheLineIsAsked();
    void aSingleLine_isNotAskedFor();
    void withNothingToAsk_itIsDone();
    void anAnswerThatComesLate_isWaitedFor();
    void givingUp_endsIt();
    void theOrderOfTheCauses_stays();
    void whatIsOver_takesNoMoreAnswers();
};

void YouFirstTest::theCodeOfTheCalls_isShown()
{
    const YouFirst first(keyError(), program);
    QCOMPARE(first.excerpts().size(), 1); // both calls stand in one stretch of the file
    QCOMPARE(first.excerpts().constFirst().firstLine, 1);
    QCOMPARE(first.excerpts().constFirst().lines.size(), 9);
    Runner::ExceptionInfo inside = keyError();
    inside.frames.removeFirst();
    const YouFirst alone(inside, program);
    QCOMPARE(alone.excerpts().size(), 1);
    QCOMPARE(alone.excerpts().constFirst().firstLine, 3);
    QCOMPARE(alone.excerpts().constFirst().lines.constLast(), QStringLiteral("    return result"));
    QCOMPARE(alone.excerpts().constFirst().function, QStringLiteral("total"));
}

void YouFirstTest::aLongFunction_isCutAroundTheLine()
{
    QString text = QStringLiteral("def f():\n");
    for (int n = 2; n < 200; ++n)
        text += QStringLiteral("    x%1 = 1\n").arg(n);
    QSet<int> offsets;
    for (const int line : {2, 50, 77, 120, 198}) {
        Runner::ExceptionInfo raised = keyError();
        raised.frames = {frame(line, "f", text)};
        const YouFirst first(raised, [&text](const Runner::TracebackFrame &) { return text; });
        const Incident::CodeExcerpt &excerpt = first.excerpts().constFirst();
        QVERIFY(excerpt.lines.size() <= 24);
        QCOMPARE(excerpt.lines.value(line - excerpt.firstLine), QStringLiteral("    x%1 = 1").arg(line));
        offsets.insert(line - excerpt.firstLine);
    }
    QVERIFY(offsets.size() > 2); // the place in the stretch gives nothing away
}

void YouFirstTest::lineThenCause_areAsked()
{
    YouFirst first(keyError(), program);
    QCOMPARE(first.step(), Step::Line);
    first.explain(explanation());
    QCOMPARE(first.step(), Step::Line);
    first.pickLine(QStringLiteral("/w/shop.py"), 6);
    QCOMPARE(first.step(), Step::Cause);
    QVERIFY(!first.isWaiting());
    QCOMPARE(first.causes().size(), 4);
    first.pickCause(rightOne(first));
    QCOMPARE(first.step(), Step::Done);
    QCOMPARE(first.lineAnswer(), Answer::Right);
    QCOMPARE(first.causeAnswer(), Answer::Right);
    QCOMPARE(first.rightLine(), 6);
}

void YouFirstTest::wrongAnswers_areWrong()
{
    YouFirst first(keyError(), program);
    first.explain(explanation());
    first.pickLine(QStringLiteral("/w/shop.py"), 4);
    QCOMPARE(first.lineAnswer(), Answer::Wrong);
    QVERIFY(!first.pickedACall());
    first.pickCause((rightOne(first) + 1) % 4);
    QCOMPARE(first.causeAnswer(), Answer::Wrong);
    YouFirst other(keyError(), program);
    other.pickLine(QStringLiteral("/w/other.py"), 6);
    QCOMPARE(other.lineAnswer(), Answer::Wrong);
}

void YouFirstTest::theCallThatLedThere_isKnownAsOne()
{
    YouFirst first(keyError(), program);
    first.pickLine(QStringLiteral("/w/shop.py"), 9);
    QCOMPARE(first.lineAnswer(), Answer::Wrong);
    QVERIFY(first.pickedACall());
}

void YouFirstTest::allLinesOfTheStatement_areRight()
{
    Runner::ExceptionInfo raised = keyError();
    raised.frames.last().range.line = 4;
    raised.frames.last().range.endLine = 6;
    for (int line = 3; line <= 7; ++line) {
        YouFirst first(raised, program);
        first.pickLine(QStringLiteral("/w/shop.py"), line);
        QCOMPARE(first.lineAnswer(), line >= 4 && line <= 6 ? Answer::Right : Answer::Wrong);
    }
}

void YouFirstTest::ofAText_theMendedLineIsRightToo()
{
    Runner::ExceptionInfo raised = keyError();
    raised.type = QStringLiteral("SyntaxError");
    raised.isSyntaxError = true;
    raised.frames = {frame(6, "<syntax>")};
    Runner::Explanation mended = explanation();
    mended.suggestion = {5, QStringLiteral("a"), QStringLiteral("b")};
    YouFirst first(raised, program);
    first.pickLine(QStringLiteral("/w/shop.py"), 5);
    QCOMPARE(first.lineAnswer(), Answer::Wrong);
    first.explain(mended);
    QCOMPARE(first.lineAnswer(), Answer::Right);
    YouFirst running(keyError(), program); // of a running program Python's own line counts alone
    running.pickLine(QStringLiteral("/w/shop.py"), 5);
    running.explain(mended);
    QCOMPARE(running.lineAnswer(), Answer::Wrong);
}

void YouFirstTest::withoutACause_onlyTheLineIsAsked()
{
    Runner::Explanation general = explanation();
    general.name.clear();
    YouFirst first(keyError(), program);
    first.explain(general);
    first.pickLine(QStringLiteral("/w/shop.py"), 6);
    QCOMPARE(first.step(), Step::Done);
    QCOMPARE(first.causeAnswer(), Answer::NotAsked);
    Runner::Explanation few = explanation();
    few.others = {QStringLiteral("The dict is empty"), few.name};
    YouFirst second(keyError(), program);
    second.explain(few);
    second.pickLine(QStringLiteral("/w/shop.py"), 6);
    QCOMPARE(second.step(), Step::Done);
}

void YouFirstTest::aSingleLine_isNotAskedFor()
{
    Runner::ExceptionInfo raised = keyError();
    raised.frames.removeFirst();
    YouFirst first(raised, nothing);
    QCOMPARE(first.step(), Step::Cause);
    QVERIFY(first.isWaiting());
    first.explain(explanation());
    QVERIFY(!first.isWaiting());
    first.pickCause(rightOne(first));
    QCOMPARE(first.lineAnswer(), Answer::NotAsked);
    const YouFirst two(keyError(), nothing); // but the lines of two calls are two to choose from
    QCOMPARE(two.step(), Step::Line);
}

void YouFirstTest::withNothingToAsk_itIsDone()
{
    Runner::ExceptionInfo raised = keyError();
    for (Runner::TracebackFrame &each : raised.frames)
        each.isLearners = false;
    YouFirst first(raised, program);
    QVERIFY(first.excerpts().isEmpty());
    QVERIFY(first.isWaiting());
    first.explain({});
    QCOMPARE(first.step(), Step::Done);
    QCOMPARE(first.lineAnswer(), Answer::NotAsked);
    QCOMPARE(first.causeAnswer(), Answer::NotAsked);
}

void YouFirstTest::anAnswerThatComesLate_isWaitedFor()
{
    YouFirst first(keyError(), program);
    first.pickLine(QStringLiteral("/w/shop.py"), 6);
    QVERIFY(first.isWaiting());
    first.pickCause(0);
    QCOMPARE(first.step(), Step::Cause);
    first.explain(explanation());
    QCOMPARE(first.causes().size(), 4);
    first.explain({}); // the first one counts
    QCOMPARE(first.causes().size(), 4);
}

void YouFirstTest::givingUp_endsIt()
{
    YouFirst first(keyError(), program);
    first.giveUp();
    QCOMPARE(first.step(), Step::Done);
    QCOMPARE(first.lineAnswer(), Answer::GivenUp);
    QCOMPARE(first.causeAnswer(), Answer::NotAsked);
    YouFirst second(keyError(), program);
    second.explain(explanation());
    second.pickLine(QStringLiteral("/w/shop.py"), 6);
    second.giveUp();
    QCOMPARE(second.lineAnswer(), Answer::Right);
    QCOMPARE(second.causeAnswer(), Answer::GivenUp);
}

void YouFirstTest::theOrderOfTheCauses_stays()
{
    YouFirst first(keyError(), program);
    first.explain(explanation());
    Runner::Explanation turned = explanation();
    std::reverse(turned.others.begin(), turned.others.end());
    YouFirst second(keyError(), program);
    second.explain(turned);
    QCOMPARE(first.causes(), second.causes());
    QSet<qsizetype> places;
    for (const char *message : {"'a'", "'b'", "'c'", "'d'", "'e'", "'f'", "'g'", "'h'"}) {
        Runner::ExceptionInfo raised = keyError();
        raised.message = QLatin1String(message);
        YouFirst each(raised, program);
        each.explain(explanation());
        places.insert(rightOne(each));
    }
    QVERIFY(places.size() > 2); // the right one has no place of its own
}

void YouFirstTest::whatIsOver_takesNoMoreAnswers()
{
    YouFirst first(keyError(), program);
    first.giveUp();
    first.pickLine(QStringLiteral("/w/shop.py"), 6);
    first.explain(explanation());
    first.pickCause(0);
    QCOMPARE(first.step(), Step::Done);
    QCOMPARE(first.lineAnswer(), Answer::GivenUp);
    QCOMPARE(first.causeAnswer(), Answer::NotAsked);
}

QTEST_APPLESS_MAIN(YouFirstTest)
#include "tst_youfirst.moc"
