// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/testatcaret.h"

#include <QTest>

using namespace Skillet::Ui;

class TestAtCaretTest final : public QObject
{
    Q_OBJECT

    const QString m_code = QStringLiteral("import shop\n" // 1
                                          "\n"
                                          "class TestTill:\n" // 3
                                          "    size = 2\n"
                                          "\n"
                                          "    @mark\n" // 6
                                          "    @other\n"
                                          "    def test_total(self):\n" // 8
                                          "        text = '''\n"
                                          "def test_in_text():\n" // 10
                                          "'''\n"
                                          "        def test_within():\n" // 12
                                          "            pass\n"
                                          "        assert f(\n"
                                          "1)\n" // 15
                                          "        # a word\n"
                                          "\n"
                                          "    async def test_late(self):\n" // 18
                                          "        pass\n"
                                          "\n"
                                          "def helper():\n" // 21
                                          "    def test_hidden():\n"
                                          "        pass\n"
                                          "def test_last(): pass\n" // 24
                                          "x = 1\n"
                                          "\n"); // 26

private Q_SLOTS:
    void theTest_isFound_data()
    {
        QTest::addColumn<int>("line");
        QTest::addColumn<QString>("names");
        const auto row = [](int line, const char *names) {
            QTest::addRow("line %d", line) << line << QString::fromLatin1(names);
        };
        row(0, "");
        row(1, "");
        row(3, "TestTill");
        row(4, "TestTill");
        row(5, "TestTill");
        row(6, "TestTill::test_total");
        row(7, "TestTill::test_total");
        row(8, "TestTill::test_total");
        row(10, "TestTill::test_total");
        row(12, "TestTill::test_total");
        row(13, "TestTill::test_total");
        row(15, "TestTill::test_total");
        row(17, "TestTill::test_total");
        row(19, "TestTill::test_late");
        row(20, "TestTill::test_late");
        row(21, "");
        row(22, "");
        row(23, "");
        row(24, "test_last");
        row(25, "");
        row(26, "");
        row(99, "");
    }

    void theTest_isFound()
    {
        QFETCH(int, line);
        QFETCH(QString, names);
        QCOMPARE(testAt(m_code, line).join(QStringLiteral("::")), names);
    }

    void filesWithTests_areKnown()
    {
        QVERIFY(hasTests(m_code));
        QVERIFY(hasTests(QStringLiteral("class TestA(TestCase): pass")));
        QVERIFY(!hasTests(
            QStringLiteral("def total():\n    '''\ndef test_a(): pass\n    '''\nclass Till: pass")));
        QVERIFY(!hasTests(QString()));
    }
};

QTEST_GUILESS_MAIN(TestAtCaretTest)
#include "tst_testatcaret.moc"
