// SPDX-License-Identifier: GPL-3.0-or-later
#include "prompt/ansitext.h"
#include "prompt/promptview.h"

#include <QTest>

#include <memory>

using namespace Skillet::Ui;

namespace {

QString s(const char16_t *text)
{
    return QString::fromUtf16(text);
}

} // namespace

/// Rows that the cursor goes up to, as they are seen in the prompt.
class AnsiRowsTest final : public QObject
{
    Q_OBJECT

    Theme m_theme;
    CodeHighlighter m_highlighter{m_theme};
    std::unique_ptr<AnsiText> m_ansi;
    std::unique_ptr<PromptView> m_view;

    /// As the pane does for each piece of output.
    void write(const QString &text)
    {
        m_ansi->feed(text, ColorRole::Text);
        const int takenBack = m_ansi->takenBack();
        const QList<StyledLine> lines = m_ansi->takeLines();
        const StyledLine open = m_ansi->currentLine();
        m_view->write([&](Transcript &transcript) { transcript.addOutput(lines, open, takenBack); });
    }
    /// Without the empty line of the input.
    [[nodiscard]] QString shown() const
    {
        QString text = m_view->toPlainText();
        text.chop(text.endsWith(u'\n') ? 1 : 0);
        return text;
    }

private Q_SLOTS:
    void init()
    {
        m_ansi = std::make_unique<AnsiText>();
        m_view = std::make_unique<PromptView>(m_theme, m_highlighter);
    }

    void whatTheScreenWouldShow_data()
    {
        QTest::addColumn<QString>("output");
        QTest::addColumn<QString>("screen");
        const auto row = [](const char *name, const char16_t *output, const char16_t *screen) {
            QTest::newRow(name) << s(output) << s(screen);
        };
        row("up and over", u"one\ntwo\x1b[A\rONE", u"ONE\ntwo");
        row("the column stays", u"abcd\nxy\x1b[AZ", u"abZd\nxy");
        row("up two", u"a\nb\nc\x1b[2A\rX", u"X\nb\nc");
        row("up and down again", u"a\nb\nc\x1b[2A\x1b[2B\rZ", u"a\nb\nZ");
        row("newline goes through the rows", u"a\nb\nc\x1b[2A\r1\n2\n3\n4", u"1\n2\n3\n4");
        row("to the start of a row above", u"ab\ncd\x1b[FX", u"Xb\ncd");
        row("to the start of a row below", u"ab\ncd\x1b[F\x1b[EX", u"ab\nXd");
        row("not above the first", u"a\nb\x1b[99A\rX", u"X\nb");
        row("not below the last", u"a\x1b[5Bb", u"ab");
        row("erase below", u"a\nb\nc\x1b[2A\r\x1b[J-", u"-");
        row("live display", u"one\ntwo\n\x1b[1A\x1b[2K\x1b[1A\x1b[2K\rnew", u"new\n");
        row("nested bars", u"\r out 0\n\r in 0\x1b[A\n\r in 1\x1b[A\r out 1", u" out 1\n in 1");
    }
    void whatTheScreenWouldShow()
    {
        QFETCH(QString, output);
        QFETCH(QString, screen);
        write(output);
        QCOMPARE(shown(), screen);
    }

    void piecesShowTheSameAsTheWhole_data() { whatTheScreenWouldShow_data(); }
    void piecesShowTheSameAsTheWhole()
    {
        QFETCH(QString, output);
        QFETCH(QString, screen);
        for (const QChar c : output)
            write(c);
        QCOMPARE(shown(), screen);
    }

    void coloursStayWithTheirRows()
    {
        write(s(u"\x1b[1mbold\x1b[0m\nplain\x1b[A"));
        m_ansi->feed(u"\n", ColorRole::Text);
        QCOMPARE(m_ansi->takenBack(), 1);
        const QList<StyledLine> lines = m_ansi->takeLines();
        QCOMPARE(lines.size(), 1);
        QCOMPARE(lines.first().runs.size(), 1);
        QVERIFY(lines.first().runs.first().look.bold);
    }

    void whatTheProgramDidNotWrite_isNeverTakenBack()
    {
        write(s(u"before\n"));
        m_view->write([](Transcript &transcript) {
            transcript.add({{QStringLiteral("a notice"), {}, false}}, LineKind::Notice);
        });
        write(s(u"\x1b[Aafter"));
        QVERIFY(shown().contains(s(u"a notice")));
    }

    void settled_theRowsBeforeStay()
    {
        write(s(u"one\ntwo\x1b[A"));
        m_ansi->settle();
        write(s(u"\nthree\x1b[A\rX"));
        QCOMPARE(shown(), s(u"one\nXwo\nthree"));
    }

    void farMoreRowsThanAreKept_areLeftAlone()
    {
        QString lines;
        for (int i = 0; i < 500; ++i)
            lines += QStringLiteral("line %1\n").arg(i);
        write(lines);
        write(s(u"\x1b[400A\rtop"));
        QVERIFY(shown().startsWith(s(u"line 0\nline 1\n")));
        QCOMPARE(shown().count(s(u"top")), 1);
        QCOMPARE(shown().count(u'\n'), 499);
    }
};

QTEST_MAIN(AnsiRowsTest)
#include "tst_ansirows.moc"
