// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/explanation.h"
#include "runner/wiretraceback.h"

#include <QTest>

using namespace Skillet;
using namespace Skillet::Runner;

/// Tracebacks on their way to the analyst, and explanations on their way back.
class TestWireTraceback final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatCameOverTheWire_goesBackAsItCame();
    void aSyntaxErrorsPlace_isNoCall();
    void columnsOutsideTheLine_areUnknown();
    void hugeTracebacks_keepTheirNewestCalls();
    void hugeAnswers_areCut();
    void aSuggestionTooLong_isNone();
};

void TestWireTraceback::whatCameOverTheWire_goesBackAsItCame()
{
    Protocol::TracebackFrame frame;
    frame.file = "/tmp/gr\xC3\xB6\xC3\x9F"
                 "e.py";
    frame.function = "total";
    frame.range = {8, 8, 6, 12};
    frame.sourceLine = "\xC3\xA4\xE2\x82\xAC = o['x']";
    frame.origin = Protocol::FrameOrigin::Library;
    frame.values = {{"o", "dict", "{}", 0, true}, {"n", "", "", -1, false}};
    frame.repeated = 4;
    Protocol::ExceptionInfo exception;
    exception.type = "KeyError";
    exception.message = "'x'";
    exception.notes = {"one", "two"};
    exception.frames = {frame};
    exception.link = Protocol::ChainLink::Context;
    Protocol::Traceback traceback;
    traceback.exceptions = {exception, exception};
    QVERIFY(Wire::traceback(fromProtocol(traceback)) == traceback);
}

void TestWireTraceback::aSyntaxErrorsPlace_isNoCall()
{
    Protocol::ExceptionInfo exception;
    exception.type = "SyntaxError";
    exception.isSyntaxError = true;
    exception.syntaxFile = "/tmp/a.py";
    exception.syntaxLine = "\xC3\xA4 = (";
    exception.syntaxRange = {3, 3, 5, 6};
    const Protocol::Traceback traceback{{exception}, ""};
    QVERIFY(Wire::traceback(fromProtocol(traceback)) == traceback);
}

void TestWireTraceback::columnsOutsideTheLine_areUnknown()
{
    Traceback traceback;
    traceback.exceptions.resize(1);
    traceback.exceptions[0].frames.resize(1);
    traceback.exceptions[0].frames[0].sourceLine = QStringLiteral("abc");
    traceback.exceptions[0].frames[0].range = {1, 1, 3, 4};
    const Protocol::Traceback wire = Wire::traceback(traceback);
    QCOMPARE(wire.exceptions[0].frames[0].range.column, 3);
    QCOMPARE(wire.exceptions[0].frames[0].range.endColumn, -1);
}

void TestWireTraceback::hugeTracebacks_keepTheirNewestCalls()
{
    TracebackFrame frame;
    frame.sourceLine = QString(1'000'000, u'x');
    ExceptionInfo exception;
    exception.frames.fill(frame, 5000);
    exception.frames.last().function = QStringLiteral("last");
    exception.message = QString(1'000'000, u'y');
    Traceback traceback;
    traceback.exceptions.fill(exception, 60);
    const Protocol::Traceback wire = Wire::traceback(traceback);
    QCOMPARE(wire.exceptions.size(), 50U);
    QVERIFY(wire.exceptions[0].frames.size() < 5000U);
    QCOMPARE(wire.exceptions[0].frames.back().function, std::string("last"));
    QVERIFY(wire.exceptions[0].message.size() < 100'000U);
    QVERIFY(wire.exceptions[0].frames[0].sourceLine.size() < 100'000U);
}

void TestWireTraceback::hugeAnswers_areCut()
{
    Protocol::Explanation answer;
    answer.title = std::string(1'000'000, 'x');
    answer.tries.assign(1000, "try");
    const Explanation explanation = fromProtocol(answer);
    QVERIFY(explanation.title.size() < 10'000);
    QVERIFY(explanation.tries.size() < 100);
    QVERIFY(explanation.suggestion.isEmpty());
}

void TestWireTraceback::aSuggestionTooLong_isNone()
{
    Protocol::Explanation answer;
    answer.suggestion = {3, "a", "b"};
    QCOMPARE(fromProtocol(answer).suggestion, (Suggestion{3, QStringLiteral("a"), QStringLiteral("b")}));
    answer.suggestion.before = std::string(100'000, 'a');
    QVERIFY(fromProtocol(answer).suggestion.isEmpty());
}

QTEST_APPLESS_MAIN(TestWireTraceback)
#include "tst_wiretraceback.moc"
