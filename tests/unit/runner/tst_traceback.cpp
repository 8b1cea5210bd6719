// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/traceback.h"

#include <QTest>

#include <limits>

using namespace Skillet;

namespace {

Protocol::TracebackFrame frameAt(const Protocol::SourceRange &range, const std::string &line = {},
                                 const std::string &file = "/home/a/main.py")
{
    Protocol::TracebackFrame frame;
    frame.file = file;
    frame.function = "<module>";
    frame.range = range;
    frame.sourceLine = line;
    return frame;
}

Protocol::ExceptionInfo exceptionOf(const std::string &type, const std::string &message = {})
{
    Protocol::ExceptionInfo exception;
    exception.type = type;
    exception.message = message;
    return exception;
}

/// The range of `frame` as it arrives.
Runner::SourceRange converted(const Protocol::TracebackFrame &frame)
{
    Protocol::ExceptionInfo exception;
    exception.frames.push_back(frame);
    return Runner::fromProtocol({{exception}, {}}).exceptions.at(0).frames.at(0).range;
}

} // namespace

class TestTraceback final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void byteColumns_becomeUtf16Columns_data();
    void byteColumns_becomeUtf16Columns();
    void rangeOverSeveralLines_hasNoEndColumn();
    void withoutSourceLine_columnsAreUnknown();
    void unknownLine_makesTheWholeRangeUnknown();
    void syntaxErrorsOwnPlace_isTheLastFrame();
    void syntaxErrorInAPackage_isNotTheLearners();
    void whereToLook_isTheLearnersFrameClosestToTheFailure();
    void chainNotesAndValues_areKept();
    void negativeRepeats_areNone();
};

void TestTraceback::byteColumns_becomeUtf16Columns_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<int>("column");
    QTest::addColumn<int>("endColumn");
    QTest::addColumn<int>("wantedColumn");
    QTest::addColumn<int>("wantedEnd");

    const QByteArray umlauts("x = \"\xC3\xA9\xC3\xA9\xF0\x9F\x98\x80\"");
    QTest::newRow("ascii") << QByteArray("total(1)") << 0 << 8 << 0 << 8;
    QTest::newRow("behind two-byte and four-byte characters") << umlauts << 4 << 14 << 4 << 10;
    QTest::newRow("start inside a character") << umlauts << 6 << 14 << -1 << -1;
    QTest::newRow("end inside a character") << umlauts << 4 << 10 << 4 << -1;
    QTest::newRow("end of the line") << QByteArray("abc") << 3 << 3 << 3 << 3;
    QTest::newRow("behind the end") << QByteArray("abc") << 1 << 4 << 1 << -1;
    QTest::newRow("start behind the end") << QByteArray("abc") << 4 << 5 << -1 << -1;
    QTest::newRow("backwards") << QByteArray("abcdef") << 4 << 2 << 4 << -1;
    QTest::newRow("unknown") << QByteArray("abc") << -1 << -1 << -1 << -1;
    QTest::newRow("huge") << QByteArray("abc") << std::numeric_limits<int>::max() << 2 << -1 << -1;
    QTest::newRow("most negative") << QByteArray("abc") << std::numeric_limits<int>::min() << 2 << -1 << -1;
}

void TestTraceback::byteColumns_becomeUtf16Columns()
{
    QFETCH(QByteArray, line);
    QFETCH(int, column);
    QFETCH(int, endColumn);
    const Runner::SourceRange range = converted(frameAt({3, 3, column, endColumn}, line.toStdString()));
    QCOMPARE(range.line, 3);
    QTEST(range.column, "wantedColumn");
    QTEST(range.endColumn, "wantedEnd");
}

void TestTraceback::rangeOverSeveralLines_hasNoEndColumn()
{
    QCOMPARE(converted(frameAt({3, 5, 6, 2}, "print(total(")), (Runner::SourceRange{3, 5, 6, -1}));
}

void TestTraceback::withoutSourceLine_columnsAreUnknown()
{
    QCOMPARE(converted(frameAt({3, 3, 0, 2})), (Runner::SourceRange{3, 3, -1, -1}));
}

void TestTraceback::unknownLine_makesTheWholeRangeUnknown()
{
    QCOMPARE(converted(frameAt({0, 7, 0, 2}, "abc")), Runner::SourceRange{});
}

void TestTraceback::syntaxErrorsOwnPlace_isTheLastFrame()
{
    Protocol::ExceptionInfo error;
    error.type = "SyntaxError";
    error.isSyntaxError = true;
    error.syntaxFile = "/home/a/shop.py";
    error.syntaxLine = "print(\"\xC3\xA9\" 1)";
    error.syntaxRange = {2, 2, 6, 12};
    error.frames.push_back(frameAt({1, 1, 0, 11}, "import shop"));
    const auto result = Runner::fromProtocol(Protocol::Traceback{{error}, ""});
    const QList<Runner::TracebackFrame> frames = result.exceptions.at(0).frames;
    QCOMPARE(frames.size(), 2);
    QCOMPARE(frames.at(0).function, QStringLiteral("<module>"));
    QCOMPARE(frames.at(1).function, QString(Runner::syntaxFunction));
    QCOMPARE(frames.at(1).file, QStringLiteral("/home/a/shop.py"));
    QCOMPARE(frames.at(1).range, (Runner::SourceRange{2, 2, 6, 11}));
    QCOMPARE(result.exceptions.at(0).whereToLook(), 1);
}

void TestTraceback::syntaxErrorInAPackage_isNotTheLearners()
{
    Protocol::ExceptionInfo error;
    error.isSyntaxError = true;
    error.syntaxFile = "/usr/lib/python3/dist-packages/old.py";
    error.syntaxRange = {4, 4, -1, -1};
    error.frames.push_back(frameAt({1, 1, 0, 10}, "import old"));
    const auto result = Runner::fromProtocol(Protocol::Traceback{{error}, ""});
    QVERIFY(!result.exceptions.at(0).frames.at(1).isLearners);
    QCOMPARE(result.exceptions.at(0).whereToLook(), 0);
}

void TestTraceback::whereToLook_isTheLearnersFrameClosestToTheFailure()
{
    Protocol::ExceptionInfo error;
    error.frames.resize(4);
    error.frames[2].origin = Protocol::FrameOrigin::Library;
    error.frames[3].origin = Protocol::FrameOrigin::Library;
    QCOMPARE(Runner::fromProtocol({{error}, ""}).exceptions.at(0).whereToLook(), 1);
    error.frames.clear();
    QCOMPARE(Runner::fromProtocol({{error}, ""}).exceptions.at(0).whereToLook(), -1);
}

void TestTraceback::chainNotesAndValues_areKept()
{
    Protocol::ExceptionInfo outer = exceptionOf("ValueError", "no pr\xC3\xA9sent");
    outer.notes = {"a note"};
    Protocol::ExceptionInfo inner = exceptionOf("KeyError", "'x'");
    inner.link = Protocol::ChainLink::Cause;
    inner.frames.push_back(frameAt({1, 1, 0, 1}, "x"));
    inner.frames[0].values = {{"orders", "list", "[1]", 1, true}, {"x", "", "", -1, false}};
    inner.frames[0].repeated = 994;
    const auto result = Runner::fromProtocol(Protocol::Traceback{{outer, inner}, "plain"});
    QCOMPARE(result.exceptions.size(), 2);
    QCOMPARE(result.plainText, QStringLiteral("plain"));
    QCOMPARE(result.exceptions.at(0).message, QString::fromUtf8("no présent"));
    QCOMPARE(result.exceptions.at(0).notes, QStringList{QStringLiteral("a note")});
    QCOMPARE(result.exceptions.at(1).link, Runner::ChainLink::Cause);
    const Runner::TracebackFrame frame = result.exceptions.at(1).frames.at(0);
    QCOMPARE(frame.repeated, 994);
    QCOMPARE(frame.values.size(), 2);
    QCOMPARE(frame.values.at(0).preview, QStringLiteral("[1]"));
    QCOMPARE(frame.values.at(0).length, 1);
    QVERIFY(!frame.values.at(1).known);
}

void TestTraceback::negativeRepeats_areNone()
{
    Protocol::ExceptionInfo error;
    error.frames.resize(1);
    error.frames[0].repeated = -5;
    QCOMPARE(Runner::fromProtocol({{error}, ""}).exceptions.at(0).frames.at(0).repeated, 0);
}

QTEST_GUILESS_MAIN(TestTraceback)
#include "tst_traceback.moc"
