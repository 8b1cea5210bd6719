// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/probes.h"

#include <QTest>

using namespace Skillet::Incident;
using namespace Skillet::Runner;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

NamedValue value(const char *name, const char *type, const char *preview, qint64 length = -1)
{
    return {s(name), s(type), s(preview), length, true};
}

ExceptionInfo raised(const char *type, const char *message, const char *line,
                     const QList<NamedValue> &values = {})
{
    TracebackFrame frame;
    frame.file = s("/ada/bill.py");
    frame.function = s("share");
    frame.range.line = 5;
    frame.sourceLine = s(line);
    frame.values = values;
    ExceptionInfo info;
    info.type = s(type);
    info.message = s(message);
    info.frames = {frame};
    return info;
}

QStringList codes(const ExceptionInfo &info)
{
    QStringList result;
    for (const Probe &probe : probesFor(info, 0))
        result.append(probe.code);
    return result;
}

} // namespace

class ProbesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachSituation_hasItsProbes_data()
    {
        QTest::addColumn<ExceptionInfo>("info");
        QTest::addColumn<QStringList>("expected");
        const NamedValue dict = value("o", "dict", "{'a': 1}", 1);
        QTest::newRow("key") << raised("KeyError", "'b'", "o[k]", {dict, value("k", "str", "'b'", 1)})
                             << QStringList{s("list(o)"), s("type(k)")};
        QTest::newRow("key of a long dict")
            << raised("KeyError", "'b'", "o['b']", {value("o", "dict", "{...}", 9000)})
            << QStringList{s("list(o)[:50]"), s("len(o)")};
        QTest::newRow("index") << raised("IndexError", "list index out of range", "xs[9]",
                                         {value("xs", "list", "[1, 2]", 2)})
                               << QStringList{s("len(xs)"), s("xs[-1]")};
        QTest::newRow("index of an empty list")
            << raised("IndexError", "list index out of range", "xs[0]", {value("xs", "list", "[]", 0)})
            << QStringList{s("len(xs)")};
        QTest::newRow("attribute") << raised("AttributeError", "'list' object has no attribute 'push'",
                                             "xs.push(1)", {value("xs", "list", "[1]", 1)})
                                   << QStringList{s("type(xs)"),
                                                  s("[name for name in dir(xs) if \"pu\" in name]")};
        QTest::newRow("attribute of a part")
            << raised("AttributeError", "'str' object has no attribute 'foo'", "self.name.foo")
            << QStringList{s("type(self.name)"), s("[name for name in dir(self.name) if \"fo\" in name]")};
        QTest::newRow("attribute of None")
            << raised("AttributeError", "'NoneType' object has no attribute 'sort'", "xs.sort()",
                      {value("xs", "NoneType", "None")})
            << QStringList{s("type(xs)")};
        QTest::newRow("attribute of a module")
            << raised("AttributeError", "module 'random' has no attribute 'randint'", "random.randint(1, 2)",
                      {value("random", "module", "<module 'random'>")})
            << QStringList{s("random.__file__"), s("[name for name in dir(random) if \"ra\" in name]")};
        QTest::newRow("name") << raised("NameError", "name 'x' is not defined", "x")
                              << QStringList{s("[name for name in locals() if name[:2] != \"__\"]")};
        QTest::newRow("types") << raised("TypeError", "unsupported operand", "a + b",
                                         {value("a", "int", "1"), value("b", "str", "'2'", 1)})
                               << QStringList{s("type(a)"), s("type(b)")};
        QTest::newRow("text") << raised("ValueError", "invalid literal", "int(t)",
                                        {value("int", "type", "<class 'int'>"), value("t", "str", "'4 '", 2)})
                              << QStringList{s("list(t)")};
        QTest::newRow("file") << raised("FileNotFoundError", "[Errno 2]", "open('a.txt')")
                              << QStringList{s("import os; os.getcwd()"),
                                             s("import os; sorted(os.listdir())[:50]")};
        QTest::newRow("import from") << raised(
            "ImportError", "cannot import name 'x' from 'mathx' (/a/mathx.py)", "from mathx import x")
                                     << QStringList{s("import mathx; mathx.__file__"),
                                                    s("import sys; sys.path[0]")};
        QTest::newRow("division") << raised("ZeroDivisionError", "division by zero", "a / len(xs)",
                                            {value("a", "int", "1"), value("xs", "list", "[]", 0)})
                                  << QStringList{s("len(xs)"), s("type(a)")};
        QTest::newRow("recursion") << raised("RecursionError", "maximum recursion depth exceeded", "f(n)",
                                             {value("n", "int", "-900")})
                                   << QStringList{};
        QTest::newRow("nothing known")
            << raised("RuntimeError", "no", "raise RuntimeError('no')") << QStringList{};
    }
    void eachSituation_hasItsProbes()
    {
        QFETCH(const ExceptionInfo, info);
        QTEST(codes(info), "expected");
    }

    void whatIsMasked_staysSo()
    {
        const QList<NamedValue> values{value("passwords", "list", "\u2022\u2022\u2022\u2022", 2),
                                       value("password", "str", "\u2022\u2022\u2022\u2022", 4)};
        QCOMPARE(codes(raised("IndexError", "list index out of range", "passwords[9]", values)),
                 (QStringList{s("len(passwords)"), s("type(password)")}));
        QCOMPARE(codes(raised("ValueError", "invalid literal", "int(password)", values)),
                 (QStringList{s("len(passwords)"), s("type(password)")}));
    }

    void whatHasNoFrame_hasNone()
    {
        ExceptionInfo info = raised("SyntaxError", "invalid syntax", "x =", {value("x", "int", "1")});
        info.isSyntaxError = true;
        QVERIFY(probesFor(info, 0).isEmpty());
        info = raised("TypeError", "no", "a", {value("a", "int", "1")});
        QVERIFY(probesFor(info, 1).isEmpty());
        QVERIFY(probesFor(info, -1).isEmpty());
        QCOMPARE(probesFor(info, 0).size(), 1);
    }

    void aLongOrBrokenSubject_isNotAskedAbout()
    {
        NamedValue strange = value("x", "int", "1");
        strange.name = QString(200, u'x');
        QVERIFY(probesFor(raised("TypeError", "no", "x", {strange}), 0).isEmpty());
        strange.name = s("a\nb");
        QVERIFY(probesFor(raised("TypeError", "no", "x", {strange}), 0).isEmpty());
    }
};

QTEST_APPLESS_MAIN(ProbesTest)
#include "tst_probes.moc"
