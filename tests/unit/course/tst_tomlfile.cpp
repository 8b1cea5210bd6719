// SPDX-License-Identifier: GPL-3.0-or-later
#include "course/tomlfile.h"

#include <QtTest>

using namespace Skillet::Course;

class TestTomlFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void values_keepTypeAndLine();
    void firstLine_movesAllLines();
    void failure_namesTheLine_data();
    void failure_namesTheLine();
    void deepNesting_isRefused();
};

void TestTomlFile::values_keepTypeAndLine()
{
    const auto parsed =
        parseToml("a = \"é\"\nb = -7\nc = true\nd = [1, [\"x\"]]\n[t]\ne = 1.5\nf = 2026-01-01\n");
    QVERIFY(std::holds_alternative<TomlValue>(parsed));
    const auto &root = std::get<TomlValue>(parsed);
    const auto key = [](const char *name) { return QString::fromLatin1(name); };
    QCOMPARE(root.find(key("a"))->string, QStringLiteral("é"));
    QCOMPARE(root.find(key("b"))->integer, -7);
    QCOMPARE(root.find(key("b"))->line, 2);
    QCOMPARE(root.find(key("c"))->type, TomlValue::Type::Boolean);
    QCOMPARE(root.find(key("c"))->integer, 1);
    QCOMPARE(root.find(key("d"))->values.size(), std::size_t(2));
    QCOMPARE(root.find(key("d"))->values[1].values[0].string, QStringLiteral("x"));
    const TomlValue *table = root.find(key("t"));
    QVERIFY(table);
    QCOMPARE(table->find(key("e"))->type, TomlValue::Type::Float);
    QCOMPARE(table->find(key("f"))->type, TomlValue::Type::Date);
    QCOMPARE(table->find(key("f"))->line, 7);
    QVERIFY(!root.find(key("missing")));
}

void TestTomlFile::firstLine_movesAllLines()
{
    const auto parsed = parseToml("a = 1\nb = 2\n", 10);
    QCOMPARE(std::get<TomlValue>(parsed).find(QStringLiteral("b"))->line, 11);
    const auto failed = parseToml("a = 1\nb =\n", 10);
    QCOMPARE(std::get<TomlFailure>(failed).line, 11);
}

void TestTomlFile::failure_namesTheLine_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("line");
    QTest::newRow("no value") << QByteArray("a = 1\nb = \n") << 2;
    QTest::newRow("text not closed") << QByteArray("a = 1\n\nb = \"x\n") << 3;
    QTest::newRow("key twice") << QByteArray("a = 1\na = 2\n") << 2;
    QTest::newRow("NUL") << QByteArray("a = 1\nb = \"\0\"\n", 15) << 2;
}

void TestTomlFile::failure_namesTheLine()
{
    QFETCH(QByteArray, text);
    QFETCH(int, line);
    const auto parsed = parseToml(text);
    QVERIFY(std::holds_alternative<TomlFailure>(parsed));
    QCOMPARE(std::get<TomlFailure>(parsed).line, line);
    QVERIFY(!std::get<TomlFailure>(parsed).message.isEmpty());
}

void TestTomlFile::deepNesting_isRefused()
{
    const QByteArray text = "a = " + QByteArray(100000, '[') + QByteArray(100000, ']');
    QVERIFY(std::holds_alternative<TomlFailure>(parseToml(text)));
}

QTEST_APPLESS_MAIN(TestTomlFile)
#include "tst_tomlfile.moc"
