// SPDX-License-Identifier: GPL-3.0-or-later
#include "traceback/picture.h"
#include "traceback/plainwords.h"

#include <QTest>

using namespace Skillet::Ui;
using namespace Skillet::Runner;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

TracebackFrame frame(const char *file, const char *function, bool own = true)
{
    TracebackFrame result;
    result.file = s(file);
    result.function = s(function);
    result.range.line = 8;
    result.isLearners = own;
    return result;
}

} // namespace

class PictureTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void libraryFramesAreFoldedTogether()
    {
        ExceptionInfo exception;
        exception.frames = {frame("/a.py", "<module>"), frame("/usr/json.py", "loads", false),
                            frame("/usr/decoder.py", "decode", false), frame("/a.py", "hook")};
        exception.frames[2].repeated = 3;
        const QList<ChainEntry> chain = chainOf(exception);
        QCOMPARE(chain.size(), 3);
        QCOMPARE(chain[1].kind, ChainEntry::Kind::Library);
        QCOMPARE(chain[1].frames, (QList<int>{1, 2}));
        QCOMPARE(chain[1].count, 5);
    }

    void repeatedFramesAreCounted()
    {
        ExceptionInfo exception;
        exception.frames = {frame("/a.py", "<module>"), frame("/a.py", "countdown")};
        exception.frames[1].repeated = 985;
        const QList<ChainEntry> chain = chainOf(exception);
        QCOMPARE(chain.size(), 3);
        QCOMPARE(chain[2].kind, ChainEntry::Kind::Repeat);
        QCOMPARE(chain[2].count, 985);
    }

    void aSyntaxErrorsPlaceIsNoCall()
    {
        ExceptionInfo exception;
        exception.isSyntaxError = true;
        exception.frames = {frame("/a.py", "<syntax>")};
        QVERIFY(chainOf(exception).isEmpty());
        QVERIFY(functionName(exception.frames.first()).isEmpty());
    }

    void placesAreNamedAsTheLearnerKnowsThem()
    {
        QCOMPARE(placeName(frame("/home/ada/orders.py", "total")), s("orders.py, line 8"));
        QCOMPARE(placeName(frame("<python-input-3>", "<module>")), s("typed at the prompt, line 8"));
        QVERIFY(opensInEditor(frame("/home/ada/orders.py", "total")));
        QVERIFY(!opensInEditor(frame("<python-input-3>", "<module>")));
        QVERIFY(!opensInEditor(frame("<frozen importlib>", "x")));
    }

    void functionsAreNamedInWords_data()
    {
        QTest::addColumn<QString>("function");
        QTest::addColumn<QString>("words");
        QTest::newRow("plain") << s("total") << s("in total");
        QTest::newRow("method") << s("Basket.total") << s("in Basket.total");
        QTest::newRow("module") << s("<module>") << s("at the top level");
        QTest::newRow("nested") << s("make.<locals>.inner") << s("in make.inner");
        QTest::newRow("generator") << s("total.<locals>.<genexpr>")
                                   << s("in a generator expression in total");
        QTest::newRow("bare generator") << s("<genexpr>") << s("in a generator expression");
        QTest::newRow("lambda") << s("f.<locals>.<lambda>") << s("in a lambda in f");
        QTest::newRow("comprehension") << s("<listcomp>") << s("in a list comprehension");
    }
    void functionsAreNamedInWords()
    {
        QFETCH(QString, function);
        QFETCH(QString, words);
        TracebackFrame named = frame("/a.py", "x");
        named.function = function;
        QCOMPARE(functionName(named), words);
    }

    void valuesAreDescribed()
    {
        QCOMPARE(kindOfValue({s("o"), s("dict"), s("{}"), 2, true}), s("dict, 2 items"));
        QCOMPARE(kindOfValue({s("o"), s("list"), s("[1]"), 1, true}), s("list, 1 item"));
        QCOMPARE(kindOfValue({s("o"), s("str"), s("'a'"), 1, true}), s("str, 1 character"));
        QCOMPARE(kindOfValue({s("n"), s("int"), s("3"), -1, true}), s("int"));
        QCOMPARE(valueInWords({s("n"), s("int"), s("3"), -1, true}), s("n = 3 (int)"));
        QCOMPARE(valueInWords({s("n"), {}, {}, -1, false}), s("n has no value yet"));
    }

    void aFrameReadsInOrder()
    {
        TracebackFrame read = frame("/a/orders.py", "total");
        read.sourceLine = s("    return o['x']");
        read.range = {8, 8, 11, 17};
        read.values = {{s("o"), s("dict"), s("{}"), 0, true}};
        QCOMPARE(frameInWords(read),
                 s("orders.py, line 8 in total. return o['x']. The failing part is o['x']. o = {} (dict, 0 "
                   "items)"));
    }

    void commonTypesHavePlainWords_data()
    {
        QTest::addColumn<QString>("type");
        for (const char *type :
             {"NameError", "TypeError", "ValueError", "KeyError", "IndexError", "AttributeError",
              "ZeroDivisionError", "SyntaxError", "IndentationError", "FileNotFoundError",
              "ModuleNotFoundError", "RecursionError", "UnboundLocalError", "ImportError"})
            QTest::newRow(type) << s(type);
    }
    void commonTypesHavePlainWords()
    {
        QFETCH(QString, type);
        ExceptionInfo exception;
        exception.type = type;
        const QString words = plainWords(exception);
        QVERIFY(words.endsWith(u'.'));
        QVERIFY2(words.size() > 40 && words.size() < 200, qPrintable(words));
    }

    void unknownTypesGetNoInventedWords()
    {
        ExceptionInfo exception;
        exception.type = s("mypackage.KeyError");
        QVERIFY(plainWords(exception).isEmpty());
    }

    void furtherExceptionsSayHowTheyBelong()
    {
        Traceback traceback;
        traceback.exceptions.resize(6);
        traceback.exceptions[1].memberOf = 0;
        traceback.exceptions[2].memberOf = 0;
        traceback.exceptions[2].link = ChainLink::Cause; // of the first member
        traceback.exceptions[3].memberOf = 0;
        traceback.exceptions[4].memberOf = 3;
        traceback.exceptions[5].link = ChainLink::Context;
        QCOMPARE(linkInWords(traceback, 1), s("Error 1 of 2 in the group:"));
        QCOMPARE(linkInWords(traceback, 2), s("It was raised because of this error:"));
        QCOMPARE(linkInWords(traceback, 3), s("Error 2 of 2 in the group:"));
        QCOMPARE(linkInWords(traceback, 4), s("Error 1 of 1 in the group:"));
        QVERIFY(linkInWords(traceback, 5).contains(s("another error")));
        traceback.exceptions[5].link = ChainLink::None;
        QVERIFY(!linkInWords(traceback, 5).isEmpty());
        QList<int> depths;
        for (qsizetype i = 0; i < 6; ++i)
            depths.append(depthOf(traceback, i));
        QCOMPARE(depths, (QList<int>{0, 1, 1, 1, 2, 0}));
    }

    void nonsensicalGroupsAreSurvived()
    {
        Traceback traceback;
        traceback.exceptions.resize(100);
        for (int i = 0; i < 100; ++i)
            traceback.exceptions[i].memberOf = i - 1;
        QVERIFY(depthOf(traceback, 99) < 10);
        traceback.exceptions[1].memberOf = 1;
        QCOMPARE(depthOf(traceback, 1), 0);
        traceback.exceptions[1].memberOf = 2;
        traceback.exceptions[2].memberOf = 1;
        QVERIFY(depthOf(traceback, 2) < 10);
    }
};

QTEST_APPLESS_MAIN(PictureTest)
#include "tst_picture.moc"
