// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/cborguard.h"

#include <QTest>

using namespace Skillet::Protocol;

Q_DECLARE_METATYPE(std::string)

class TestCborGuard final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void soundBytes_haveNoProblem_data();
    void soundBytes_haveNoProblem();
    void unsoundBytes_haveAProblem_data();
    void unsoundBytes_haveAProblem();
    void nestingUpToTheLimit_isAccepted();
    void millionsOfLevels_areRefusedQuickly();
    void tooManyValues_areRefused();
    void hugeDeclaredLength_reservesNothing();
    void utf8_isJudgedAsTheStandardSays_data();
    void utf8_isJudgedAsTheStandardSays();
};

void TestCborGuard::soundBytes_haveNoProblem_data()
{
    QTest::addColumn<std::string>("bytes");
    QTest::newRow("empty map") << std::string("\xA0");
    QTest::newRow("map of one number") << std::string("\xA1\x61t\x01");
    QTest::newRow("indefinite map") << std::string("\xBF\x61t\x01\xFF");
    QTest::newRow("text") << std::string("\x62\xC3\xA9");
}

void TestCborGuard::soundBytes_haveNoProblem()
{
    QFETCH(std::string, bytes);
    QVERIFY(!problemInCbor(bytes));
}

void TestCborGuard::unsoundBytes_haveAProblem_data()
{
    QTest::addColumn<std::string>("bytes");
    QTest::newRow("nothing") << std::string();
    QTest::newRow("cut off map") << std::string("\xA1\x61t");
    QTest::newRow("trailing byte") << std::string("\xA0\x01");
    QTest::newRow("byte string") << std::string("\x41x");
    QTest::newRow("tag") << std::string("\xC1\x01");
    QTest::newRow("reserved length") << std::string("\x9C");
    QTest::newRow("break alone") << std::string("\xFF");
    QTest::newRow("text that is not UTF-8") << std::string("\x61\xFF");
    QTest::newRow("key that is not UTF-8") << std::string("\xA1\x61\xFF\x01");
}

void TestCborGuard::unsoundBytes_haveAProblem()
{
    QFETCH(std::string, bytes);
    const auto problem = problemInCbor(bytes);
    QVERIFY(problem.has_value());
    QVERIFY(!problem->empty());
}

void TestCborGuard::nestingUpToTheLimit_isAccepted()
{
    const auto nested = [](int levels) {
        return std::string(static_cast<std::size_t>(levels), '\x81') + '\x01';
    };
    QVERIFY(!problemInCbor(nested(DeepestNesting)));
    QVERIFY(problemInCbor(nested(DeepestNesting + 1)).has_value());
}

void TestCborGuard::millionsOfLevels_areRefusedQuickly()
{
    for (const char opener : {'\x81', '\x9F', '\xBF'})
        QVERIFY(problemInCbor(std::string(std::size_t{8} * 1024 * 1024, opener)).has_value());
}

void TestCborGuard::tooManyValues_areRefused()
{
    std::string bytes("\x9F");
    bytes.append(MostValues, '\x01');
    bytes.push_back('\xFF');
    QVERIFY(problemInCbor(bytes).has_value());
}

void TestCborGuard::hugeDeclaredLength_reservesNothing()
{
    QVERIFY(problemInCbor(std::string("\x9B\x7F\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x01", 10)).has_value());
    QVERIFY(problemInCbor(std::string("\x7B\x7F\xFF\xFF\xFF\xFF\xFF\xFF\xFFxx", 11)).has_value());
    QVERIFY(problemInCbor(std::string("\xBB\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF", 9)).has_value());
}

void TestCborGuard::utf8_isJudgedAsTheStandardSays_data()
{
    QTest::addColumn<std::string>("bytes");
    QTest::addColumn<bool>("sound");
    QTest::newRow("ascii") << std::string("abc") << true;
    QTest::newRow("two bytes") << std::string("\xC3\xA9") << true;
    QTest::newRow("three bytes") << std::string("\xE2\x82\xAC") << true;
    QTest::newRow("four bytes") << std::string("\xF0\x9F\x98\x80") << true;
    QTest::newRow("last character") << std::string("\xF4\x8F\xBF\xBF") << true;
    QTest::newRow("over the last character") << std::string("\xF4\x90\x80\x80") << false;
    QTest::newRow("overlong") << std::string("\xC0\x80") << false;
    QTest::newRow("overlong three") << std::string("\xE0\x80\x80") << false;
    QTest::newRow("overlong four") << std::string("\xF0\x80\x80\x80") << false;
    QTest::newRow("surrogate") << std::string("\xED\xA0\x80") << false;
    QTest::newRow("cut off") << std::string("\xE2\x82") << false;
    QTest::newRow("lone continuation") << std::string("\x80") << false;
    QTest::newRow("bad continuation") << std::string("\xE2\x28\xA1") << false;
}

void TestCborGuard::utf8_isJudgedAsTheStandardSays()
{
    QFETCH(std::string, bytes);
    QFETCH(bool, sound);
    QCOMPARE(isUtf8(bytes), sound);
}

QTEST_APPLESS_MAIN(TestCborGuard)
#include "tst_cborguard.moc"
