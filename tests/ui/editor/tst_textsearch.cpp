// SPDX-License-Identifier: GPL-3.0-or-later
#include "find/textsearch.h"

#include <QtTest>

using namespace Skillet::Ui;

namespace {

bool never()
{
    return false;
}

} // namespace

class TestTextSearch final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void query_finds_data();
    void query_finds();
    void places_areBytesFromTheOffset();
    void badPattern_isToldInWords();
    void hardPattern_isGivenUp();
    void cancelledSearch_ends();
    void replacement_takesGroups_data();
    void replacement_takesGroups();
    void missingGroup_isRefused();
};

void TestTextSearch::query_finds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("how"); // c: case, w: whole words, r: regular
    QTest::addColumn<QStringList>("found");
    const auto row = [](const char *text, const char *pattern, const char *how, const QStringList &found) {
        QTest::addRow("%s in %s, %s", pattern, text, how)
            << QString::fromUtf8(text) << QString::fromUtf8(pattern) << QString::fromLatin1(how) << found;
    };
    const auto strings = [](std::initializer_list<const char *> all) {
        QStringList list;
        for (const char *each : all)
            list.append(QString::fromUtf8(each));
        return list;
    };
    row("total Total", "total", "", strings({"total", "Total"}));
    row("total Total", "total", "c", strings({"total"}));
    row("\xC3\x84 \xC3\xA4", "\xC3\xA4", "", strings({"\xC3\x84", "\xC3\xA4"}));
    row("aaaa", "aa", "", strings({"aa", "aa"}));
    row("x xs _x x1 x", "x", "w", strings({"x", "x"}));
    row("a.b axb", "a.b", "", strings({"a.b"}));
    row("a.b axb", "a.b", "r", strings({"a.b", "axb"}));
    row("ab\ncb", "^.b$", "r", strings({"ab", "cb"}));
    row("ab", "a|ab", "rw", strings({"ab"}));
    row("abc", "x*", "r", {}); // nothing is nothing to go to
    row("a\nb", "a\\sb|[^c]+", "r", strings({"a", "b"})); // within one line
    row("\xF0\x9F\x90\x8D = 1", "\\d", "r", strings({"1"}));
}

void TestTextSearch::query_finds()
{
    QFETCH(QString, text);
    QFETCH(QString, pattern);
    QFETCH(QString, how);
    QFETCH(QStringList, found);
    const auto search =
        TextSearch::compiled({pattern, how.contains(u'c'), how.contains(u'w'), how.contains(u'r')});
    QVERIFY(search.ok());
    QStringList texts;
    for (const TextMatch &match : search.value().find(text.toUtf8(), 0, never).matches)
        texts.append(QString::fromUtf8(text.toUtf8().mid(match.start, match.end - match.start)));
    QCOMPARE(texts, found);
}

void TestTextSearch::places_areBytesFromTheOffset()
{
    const auto search = TextSearch::compiled({QStringLiteral("b"), false, false, true});
    const auto found = search.value().find("\xC3\xA4\xE2\x82\xAC\xF0\x9F\x90\x8D"
                                           "b\nb",
                                           100, never);
    QCOMPARE(found.matches, (QList<TextMatch>{{109, 110}, {111, 112}}));
}

void TestTextSearch::badPattern_isToldInWords()
{
    const auto search = TextSearch::compiled({QStringLiteral("f(a"), false, false, true});
    QVERIFY(!search.ok());
    QVERIFY2(search.error().message.contains(QLatin1String("at sign 4")), qPrintable(search.error().message));
    QVERIFY(TextSearch::compiled({QStringLiteral("f(a"), false, false, false}).ok());
}

void TestTextSearch::hardPattern_isGivenUp()
{
    const auto search = TextSearch::compiled({QStringLiteral("(a+)+$"), false, false, true});
    const auto found = search.value().find("aaa\n" + QByteArray(60, 'a') + "b\naa", 0, never);
    QVERIFY(found.isTooHard);
    QCOMPARE(found.matches, (QList<TextMatch>{{0, 3}}));
}

void TestTextSearch::cancelledSearch_ends()
{
    for (const bool isRegular : {false, true}) {
        const auto search = TextSearch::compiled({QStringLiteral("a"), false, false, isRegular});
        QVERIFY(search.value().find("a\na\n", 0, [] { return true; }).matches.isEmpty());
    }
}

void TestTextSearch::replacement_takesGroups_data()
{
    QTest::addColumn<QString>("with");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *with, const char *text) {
        QTest::newRow(with) << QString::fromLatin1(with) << QString::fromLatin1(text);
    };
    row("\\2(\\1)", "b(a)");
    row("\\0!", "a.b!");
    row("a\\nb\\tc", "a\nb\tc");
    row("\\\\1", "\\1");
    row("\\d\\", "\\d\\");
    row("", "");
}

void TestTextSearch::replacement_takesGroups()
{
    QFETCH(QString, with);
    QFETCH(QString, text);
    const auto regular = TextSearch::compiled({QStringLiteral("(\\w)\\.(\\w)"), false, false, true});
    QVERIFY(regular.value().checkReplacement(with).ok());
    QCOMPARE(regular.value().replacement(QStringLiteral("x = a.b"), 4, with), text);
    const auto plain = TextSearch::compiled({QStringLiteral("a.b"), false, false, false});
    QCOMPARE(plain.value().replacement(QStringLiteral("x = a.b"), 4, with), with);
}

void TestTextSearch::missingGroup_isRefused()
{
    const auto search = TextSearch::compiled({QStringLiteral("(a)"), false, false, true});
    const auto checked = search.value().checkReplacement(QStringLiteral("\\1\\\\2\\3"));
    QVERIFY(!checked.ok());
    QVERIFY(checked.error().message.contains(QLatin1String("group 3")));
}

QTEST_MAIN(TestTextSearch)
#include "tst_textsearch.moc"
