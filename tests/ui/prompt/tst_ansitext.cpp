// SPDX-License-Identifier: GPL-3.0-or-later
#include "prompt/ansitext.h"

#include <QTest>

using namespace Skillet::Ui;

namespace {

QStringList texts(const QList<StyledLine> &lines)
{
    QStringList result;
    for (const StyledLine &line : lines)
        result.append(line.text);
    return result;
}

} // namespace

class AnsiTextTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesComeOutOnceTheyEnd()
    {
        AnsiText ansi;
        ansi.feed(u"one\ntw", ColorRole::Text);
        QCOMPARE(texts(ansi.takeLines()), QStringList{QStringLiteral("one")});
        QCOMPARE(ansi.currentLine().text, QStringLiteral("tw"));
        ansi.feed(u"o\n", ColorRole::Text);
        QCOMPARE(texts(ansi.takeLines()), QStringList{QStringLiteral("two")});
        QVERIFY(!ansi.hasCurrentLine());
    }

    void whatTheScreenWouldShow_data()
    {
        QTest::addColumn<QString>("input");
        QTest::addColumn<QString>("shown");
        const auto row = [](const char *name, const char16_t *input, const char16_t *shown) {
            QTest::newRow(name) << QString::fromUtf16(input) << QString::fromUtf16(shown);
        };
        row("progress bar", u"10%\r20%\r100%", u"100%");
        row("shorter text leaves the rest", u"abcdef\rXY", u"XYcdef");
        row("carriage return and newline", u"a\r", u"a");
        row("backspace", u"12\b3", u"13");
        row("backspace at the start", u"\b\bx", u"x");
        row("spinner", u"|\b/\b-\b\\", u"\\");
        row("backspace over a pair", u"a\U0001F600\bb", u"ab\xde00");
        row("erase to the end", u"abcdef\r\x1b[Kxy", u"xy");
        row("erase the line", u"abc\x1b[2K\rz", u"z");
        row("erase to the cursor", u"abc\b\x1b[1K", u"   ");
        row("cursor back", u"abc\x1b[2DX", u"aXc");
        row("cursor forward", u"a\x1b[3Cb", u"a   b");
        row("cursor to a column", u"abc\x1b[1GX", u"Xbc");
        row("bell and other controls vanish",
            u"a\a\x01\x7f"
            u"b",
            u"ab");
        row("titles vanish", u"\x1b]0;a title\ax", u"x");
        row("titles with a string end vanish", u"\x1b]8;;http://a\x1b\\x", u"x");
        row("unknown sequences vanish", u"\x1b[?25l\x1b[2J\x1b[Hx", u"x");
        row("character sets vanish", u"\x1b(Bx", u"x");
        row("tab stays", u"a\tb", u"a\tb");
        row("no separators reach the document", u"a\u2029b", u"a\ufffdb");
    }
    void whatTheScreenWouldShow()
    {
        QFETCH(QString, input);
        QFETCH(QString, shown);
        AnsiText whole;
        whole.feed(input, ColorRole::Text);
        // Half a pair is no text; only what a screen shows of it counts.
        if (QLatin1String(QTest::currentDataTag()) != QLatin1String("backspace over a pair"))
            QCOMPARE(whole.currentLine().text, shown);
        AnsiText unseen;
        unseen.feedUnseen(input, ColorRole::Text);
        QCOMPARE(unseen.currentLine().text, whole.currentLine().text);
        // Split anywhere, it comes to the same.
        for (qsizetype i = 0; i <= input.size(); ++i) {
            AnsiText parts;
            parts.feed(QStringView(input).first(i), ColorRole::Text);
            parts.feed(QStringView(input).sliced(i), ColorRole::Text);
            QCOMPARE(parts.currentLine(), whole.currentLine());
        }
    }

    void coloursAreRoles_data()
    {
        QTest::addColumn<QString>("codes");
        QTest::addColumn<int>("role");
        QTest::addColumn<bool>("bold");
        QTest::newRow("red") << QStringLiteral("31") << int(ColorRole::Error) << false;
        QTest::newRow("bold green") << QStringLiteral("1;32") << int(ColorRole::Ok) << true;
        QTest::newRow("bright yellow") << QStringLiteral("93") << int(ColorRole::Warn) << false;
        QTest::newRow("cyan") << QStringLiteral("36") << int(ColorRole::Accent) << false;
        QTest::newRow("faint") << QStringLiteral("2") << int(ColorRole::Muted) << false;
        QTest::newRow("of 256") << QStringLiteral("38;5;196") << int(ColorRole::Error) << false;
        QTest::newRow("of 256, colons") << QStringLiteral("38:5:46") << int(ColorRole::Ok) << false;
        QTest::newRow("true colour") << QStringLiteral("38;2;20;200;40") << int(ColorRole::Ok) << false;
        QTest::newRow("grey") << QStringLiteral("38;5;240") << int(ColorRole::Muted) << false;
    }
    void coloursAreRoles()
    {
        QFETCH(QString, codes);
        QFETCH(int, role);
        QFETCH(bool, bold);
        AnsiText ansi;
        ansi.feed(QStringLiteral("a\x1b[%1mbc\x1b[0md").arg(codes), ColorRole::Text);
        const StyledLine line = ansi.currentLine();
        QCOMPARE(line.text, QStringLiteral("abcd"));
        QCOMPARE(line.runs.size(), 1);
        QCOMPARE(line.runs.first().start, 1);
        QCOMPARE(line.runs.first().length, 2);
        QCOMPARE(int(line.runs.first().look.color), role);
        QCOMPARE(line.runs.first().look.bold, bold);
    }

    void coloursWithoutARoleAreKept_data()
    {
        QTest::addColumn<QString>("codes");
        QTest::addColumn<uint>("exact");
        QTest::newRow("true colour") << QStringLiteral("38;2;20;200;40") << uint(qRgb(20, 200, 40));
        QTest::newRow("of 256") << QStringLiteral("38;5;196") << uint(qRgb(255, 0, 0));
        QTest::newRow("of the cube") << QStringLiteral("38;5;67") << uint(qRgb(95, 135, 175));
        QTest::newRow("grey") << QStringLiteral("38;5;232") << uint(qRgb(8, 8, 8));
    }
    void coloursWithoutARoleAreKept()
    {
        QFETCH(QString, codes);
        QFETCH(uint, exact);
        AnsiText ansi;
        ansi.feed(QStringLiteral("\x1b[%1mb\x1b[39mc").arg(codes), ColorRole::Text);
        const QList<LookRun> runs = ansi.currentLine().runs;
        QCOMPARE(runs.size(), 1);
        QCOMPARE(runs.first().length, 1);
        QCOMPARE(runs.first().look.exact, std::optional<QRgb>(exact));
    }

    void blueMagentaAndCyanDiffer()
    {
        AnsiText ansi;
        ansi.feed(u"\x1b[34ma\x1b[35mb\x1b[36mc", ColorRole::Text);
        const QList<LookRun> runs = ansi.currentLine().runs;
        QCOMPARE(runs.size(), 3);
        QVERIFY(runs[0].look.exact != runs[1].look.exact && runs[1].look.exact != runs[2].look.exact);
    }

    void tabsKeepTheirColumnsWhenTheyAreWrittenOver()
    {
        AnsiText ansi;
        ansi.feed(u"a\tb", ColorRole::Text);
        QCOMPARE(ansi.currentLine().text, QStringLiteral("a\tb"));
        ansi.feed(u"\rXYZ", ColorRole::Text);
        QCOMPARE(ansi.currentLine().text, QStringLiteral("XYZ     b"));
        ansi.feed(u"\r\tc", ColorRole::Text);
        QCOMPARE(ansi.currentLine().text, QStringLiteral("XYZ     c"));
        ansi.reset();
        ansi.feed(u"1\t2\b\b3", ColorRole::Text);
        QCOMPARE(ansi.currentLine().text, QStringLiteral("1      32"));
    }

    void textOnAColourStaysReadable()
    {
        AnsiText ansi;
        ansi.feed(u"\x1b[33;41mx", ColorRole::Text);
        const TextLook look = ansi.currentLine().runs.first().look;
        QCOMPARE(look.background, std::optional(ColorRole::ErrorSoft));
        QCOMPARE(look.color, ColorRole::Text);
    }

    void standardErrorHasItsOwnColour()
    {
        AnsiText ansi;
        ansi.feed(u"out ", ColorRole::Text);
        ansi.feed(u"err", ColorRole::Error);
        const StyledLine line = ansi.currentLine();
        QCOMPARE(line.runs.size(), 1);
        QCOMPARE(line.runs.first().start, 4);
        QCOMPARE(line.runs.first().look.color, ColorRole::Error);
    }

    void veryLongLinesAreBrokenAndSaySo()
    {
        AnsiText ansi;
        ansi.feed(QString(AnsiText::MaxLine * 2 + 10, u'x'), ColorRole::Text);
        const QList<StyledLine> lines = ansi.takeLines();
        QCOMPARE(lines.size(), 2);
        QVERIFY(lines.first().wraps);
        QCOMPARE(lines.first().text.size(), AnsiText::MaxLine);
        QCOMPARE(ansi.currentLine().text.size(), 10);
    }

    void unseenTextIsPlainButItsColoursGoOn()
    {
        AnsiText ansi;
        ansi.feedUnseen(u"\x1b[31mred\n\x1b[4munderlined\n", ColorRole::Text);
        const QList<StyledLine> unseen = ansi.takeLines();
        QCOMPARE(texts(unseen), (QStringList{QStringLiteral("red"), QStringLiteral("underlined")}));
        QVERIFY(unseen.first().runs.isEmpty());
        ansi.feed(u"seen", ColorRole::Text);
        const QList<LookRun> runs = ansi.currentLine().runs;
        QCOMPARE(runs.size(), 1);
        QCOMPARE(runs.first().look.color, ColorRole::Error);
        QVERIFY(runs.first().look.underline);
    }

    void moreCodesThanATerminalTakesDoNoHarm()
    {
        AnsiText ansi;
        ansi.feed(QStringLiteral("\x1b[1") + QStringLiteral(";31").repeated(70) + QStringLiteral("mred"),
                  ColorRole::Text);
        QCOMPARE(ansi.currentLine().text, QStringLiteral("red"));
        QCOMPARE(ansi.currentLine().runs.first().look.color, ColorRole::Error);
        ansi.reset();
        ansi.feed(u"\x1b[99999999999;4mlarge", ColorRole::Text);
        QVERIFY(ansi.currentLine().runs.isEmpty() || ansi.currentLine().runs.first().look.underline);
    }

    void anEndlessSequenceIsGivenUp()
    {
        AnsiText ansi;
        ansi.feed(QStringLiteral("\x1b[") + QString(5000, u'1'), ColorRole::Text);
        ansi.feed(u"\nnext", ColorRole::Text);
        QCOMPARE(ansi.currentLine().text, QStringLiteral("next"));
    }

    void thousandsOfProgressStepsAreQuick()
    {
        AnsiText ansi;
        const QString step = QStringLiteral("\r 42% [####      ]");
        QElapsedTimer clock;
        clock.start();
        ansi.feed(step.repeated(2000), ColorRole::Text);
        QVERIFY2(clock.elapsed() < 500, "32 KiB of progress bar must be parsed in a fraction of a frame");
        QCOMPARE(ansi.currentLine().text, step.mid(1));
    }
};

QTEST_APPLESS_MAIN(AnsiTextTest)
#include "tst_ansitext.moc"
