// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/comparison.h"

#include <QTest>

using namespace Skillet::Incident;
using namespace Skillet::Runner;

namespace {

NamedValue value(const QString &name, const QString &preview)
{
    return {name, QStringLiteral("int"), preview, -1, true};
}

Traceback errorAt(int line, const QString &source, const QList<NamedValue> &values = {})
{
    TracebackFrame frame;
    frame.file = QStringLiteral("/ada/bill.py");
    frame.function = QStringLiteral("share");
    frame.range.line = line;
    frame.sourceLine = source;
    frame.values = values;
    ExceptionInfo raised;
    raised.type = QStringLiteral("ZeroDivisionError");
    raised.message = QStringLiteral("division by zero");
    raised.frames = {frame};
    return {{raised}, QStringLiteral("text"), false};
}

Traceback typed(const QString &file, const QString &source)
{
    Traceback traceback = errorAt(1, source);
    traceback.exceptions.first().frames.first().file = file;
    traceback.exceptions.first().frames.first().function = QStringLiteral("<module>");
    return traceback;
}

const QString source = QStringLiteral("    return total / n");

} // namespace

class ComparisonTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSameErrorTwice_differsInNothing()
    {
        const Traceback error = errorAt(5, source, {value(QStringLiteral("n"), QStringLiteral("0"))});
        QVERIFY(isSamePlace(error, error));
        QVERIFY(compare(error, error).isSame());
    }

    void anotherValue_isTold()
    {
        const NamedValue total = value(QStringLiteral("total"), QStringLiteral("80"));
        const NamedValue was = value(QStringLiteral("n"), QStringLiteral("5"));
        const NamedValue is = value(QStringLiteral("n"), QStringLiteral("0"));
        const Comparison found = compare(errorAt(5, source, {total, was}), errorAt(5, source, {total, is}));
        QCOMPARE(found.line, Comparison::Line::Same);
        QCOMPARE(found.values, (QList<ValueChange>{{was, is}}));
        QVERIFY(!found.isSame());
    }

    void aNameThatOnlyOneHas_isNoChange()
    {
        const NamedValue one = value(QStringLiteral("a"), QStringLiteral("1"));
        const NamedValue other = value(QStringLiteral("b"), QStringLiteral("2"));
        QVERIFY(compare(errorAt(5, source, {one}), errorAt(5, source, {other})).values.isEmpty());
    }

    void aLineUnderAnotherNumber_hasMoved()
    {
        QCOMPARE(compare(errorAt(5, source), errorAt(8, source)).line, Comparison::Line::Moved);
    }

    void anotherTextUnderTheNumber_wasEdited()
    {
        const Comparison found = compare(errorAt(5, source), errorAt(5, QStringLiteral("    return 1 / n")));
        QCOMPARE(found.line, Comparison::Line::Edited);
        QCOMPARE(found.before.sourceLine, source);
    }

    void anotherLineOfTheFunction_isAnother()
    {
        const Traceback now = errorAt(9, QStringLiteral("    return 1 % n"));
        QVERIFY(isSamePlace(errorAt(5, source), now));
        QCOMPARE(compare(errorAt(5, source), now).line, Comparison::Line::Other);
    }

    void namesOfAnotherFunction_areNotCompared()
    {
        const Traceback before = errorAt(5, source, {value(QStringLiteral("n"), QStringLiteral("5"))});
        Traceback now =
            errorAt(9, QStringLiteral("    n % 2"), {value(QStringLiteral("n"), QStringLiteral("0"))});
        now.exceptions.first().frames.first().function = QStringLiteral("tip");
        QVERIFY(!isSamePlace(before, now));
        QVERIFY(compare(before, now).values.isEmpty());
    }

    void anotherMessage_isTold()
    {
        Traceback before = errorAt(5, source);
        before.exceptions.first().message = QStringLiteral("float division by zero");
        const Comparison found = compare(before, errorAt(5, source));
        QVERIFY(!found.sameMessage);
        QCOMPARE(found.messageBefore, QStringLiteral("float division by zero"));
    }

    void theSameLineTypedAgain_isTheSamePlace()
    {
        const Traceback first = typed(QStringLiteral("<python-input-3>"), QStringLiteral("1/0"));
        const Traceback again = typed(QStringLiteral("<python-input-8>"), QStringLiteral("1/0"));
        QVERIFY(isSamePlace(first, again));
        QVERIFY(compare(first, again).isSame());
        QVERIFY(!isSamePlace(first, typed(QStringLiteral("<python-input-9>"), QStringLiteral("2/0"))));
    }

    void anotherClass_isNotTheSamePlace()
    {
        Traceback other = errorAt(5, source);
        other.exceptions.first().type = QStringLiteral("TypeError");
        QVERIFY(!isSamePlace(other, errorAt(5, source)));
    }

    void anErrorWithoutAPlace_hasNoLine()
    {
        Traceback nowhere = errorAt(5, source);
        nowhere.exceptions.first().frames.clear();
        QVERIFY(!isSamePlace(nowhere, nowhere));
        QCOMPARE(compare(nowhere, errorAt(5, source)).line, Comparison::Line::Unknown);
        QVERIFY(!isSamePlace({}, nowhere));
    }
};

QTEST_GUILESS_MAIN(ComparisonTest)
#include "tst_comparison.moc"
