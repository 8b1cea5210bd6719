// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/codeeditor.h"
#include "editor/kslexer.h"
#include "highlighting/codehighlighter.h"

#include <QRandomGenerator>
#include <QSet>
#include <QtTest>

using namespace Skillet;
using namespace Skillet::Ui;

class TestKsLexer final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keyword_hasTheColourOfTheTheme();
    void randomEdits_partlyStyledEqualAFreshStyling_data();
    void randomEdits_partlyStyledEqualAFreshStyling();
    void keyInTheMiddle_stylesFewLines();
    void openTripleQuote_stylesOnAndBackAgain();
    void themeChange_givesOtherColours();
    void stylesOfTheEditorAndOfAnnotations_areNeverUsed();
    void foldLevels_followTheIndentation();
    void endlessLine_isLeftPlain();
    void bytesThatAreNoUtf8_doNoHarm();
    void signsThatFontsJoin_areDrawnApart();

private:
    // What is drawn: the colour of each byte, for style numbers may differ between two editors.
    static QList<int> colors(const CodeEditor &editor);
    static void styleAll(const CodeEditor &editor);
    static void styleUpTo(const CodeEditor &editor, long position);
};

void TestKsLexer::styleUpTo(const CodeEditor &editor, long position)
{
    // As painting does: from where styling ends to the end of the last visible line.
    const long styled = editor.SendScintilla(QsciScintilla::SCI_GETENDSTYLED);
    if (position > styled)
        editor.SendScintilla(QsciScintilla::SCI_COLOURISE, static_cast<unsigned long>(styled), position);
}

void TestKsLexer::styleAll(const CodeEditor &editor)
{
    styleUpTo(editor, editor.SendScintilla(QsciScintilla::SCI_GETLENGTH));
}

QList<int> TestKsLexer::colors(const CodeEditor &editor)
{
    styleAll(editor);
    QList<int> result;
    const long length = editor.SendScintilla(QsciScintilla::SCI_GETLENGTH);
    for (long at = 0; at < length; ++at) {
        const auto style = static_cast<unsigned long>(
            editor.SendScintilla(QsciScintilla::SCI_GETSTYLEAT, static_cast<unsigned long>(at)));
        result.append(static_cast<int>(editor.SendScintilla(QsciScintilla::SCI_STYLEGETFORE, style)) * 4
                      + (editor.SendScintilla(QsciScintilla::SCI_STYLEGETBOLD, style) != 0 ? 2 : 0)
                      + (editor.SendScintilla(QsciScintilla::SCI_STYLEGETITALIC, style) != 0 ? 1 : 0));
    }
    return result;
}

void TestKsLexer::keyword_hasTheColourOfTheTheme()
{
    const Theme theme;
    const CodeHighlighter highlighter(theme);
    CodeEditor editor(theme, highlighter);
    const QString code = QStringLiteral("x = 1\nreturn x\n");
    editor.setCode(code);
    const QList<int> found = colors(editor);
    const QList<CodeSpan> spans = highlighter.spans(code, QStringLiteral("Python"));
    const auto keyword =
        std::find_if(spans.begin(), spans.end(), [&](const CodeSpan &span) { return span.start == 6; });
    QVERIFY(keyword != spans.end());
    const QColor &color = keyword->color;
    const int scintilla = color.red() | color.green() << 8 | color.blue() << 16;
    QCOMPARE(found.at(6) / 4, scintilla);
    QCOMPARE(found.at(6) & 2, keyword->bold ? 2 : 0);
}

void TestKsLexer::randomEdits_partlyStyledEqualAFreshStyling_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 6; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestKsLexer::randomEdits_partlyStyledEqualAFreshStyling()
{
    const Theme theme;
    const CodeHighlighter highlighter(theme);
    CodeEditor editor(theme, highlighter);
    QString start;
    for (int i = 0; i < 30; ++i)
        start +=
            QStringLiteral("def f%1(a, b='x'):\n    # é😀 comment\n    return f\"{a!r} {b}\\n\" + '''t'''\n\n")
                .arg(i);
    editor.setCode(start);
    styleAll(editor);
    const QStringList pieces = {QStringLiteral("\"\"\""),      QStringLiteral("'''"),
                                QStringLiteral("\n"),          QStringLiteral("'"),
                                QStringLiteral("#"),           QStringLiteral("x = (1,\n"),
                                QStringLiteral("é😀"),          QStringLiteral("f\"{"),
                                QStringLiteral("\\\n"),        QStringLiteral("class A:\n    pass\n"),
                                QStringLiteral("return None"), QStringLiteral("}")};
    QFETCH(quint32, seed);
    QRandomGenerator random(seed);
    for (int round = 0; round < 120; ++round) {
        const int edits = random.bounded(1, 4);
        for (int edit = 0; edit < edits; ++edit) {
            const int line = random.bounded(std::max(1, editor.lines()));
            const int column = random.bounded(static_cast<int>(editor.text(line).size()) + 1);
            editor.setCursorPosition(line, column);
            if (random.bounded(3) == 0) {
                const int last = std::min(editor.lines() - 1, line + random.bounded(4));
                editor.setSelection(line, column, last,
                                    random.bounded(static_cast<int>(editor.text(last).size()) + 1));
                editor.removeSelectedText();
            } else if (random.bounded(8) == 0) {
                editor.undo();
            } else {
                editor.insertAt(pieces.at(random.bounded(static_cast<int>(pieces.size()))), line, column);
            }
            if (random.bounded(2) == 0) {
                const auto upTo = static_cast<unsigned long>(random.bounded(editor.lines()));
                styleUpTo(editor, editor.SendScintilla(QsciScintilla::SCI_GETLINEENDPOSITION, upTo));
            }
        }
        CodeEditor fresh(theme, highlighter);
        fresh.setCode(editor.code());
        const QList<int> actual = colors(editor);
        const QList<int> expected = colors(fresh);
        const auto differ = std::mismatch(actual.begin(), actual.end(), expected.begin(), expected.end());
        QVERIFY2(
            differ.first == actual.end() && actual.size() == expected.size(),
            qPrintable(QStringLiteral("round %1, byte %2").arg(round).arg(differ.first - actual.begin())));
    }
}

void TestKsLexer::keyInTheMiddle_stylesFewLines()
{
    const Theme theme;
    const CodeHighlighter highlighter(theme);
    CodeEditor editor(theme, highlighter);
    editor.setCode(QStringLiteral("def f(a):\n    return 'x' + a\n").repeated(5000));
    styleAll(editor);
    QVERIFY(editor.codeLexer().linesStyled() >= 10'000);
    const qint64 before = editor.codeLexer().linesStyled();
    editor.insertAt(QStringLiteral("y"), 5000, 3);
    styleAll(editor);
    QVERIFY2(editor.codeLexer().linesStyled() - before <= 3,
             qPrintable(QString::number(editor.codeLexer().linesStyled() - before)));
    editor.insertAt(QStringLiteral("\n\n\n"), 200, 0);
    styleAll(editor);
    QVERIFY(editor.codeLexer().linesStyled() - before <= 12);
}

void TestKsLexer::openTripleQuote_stylesOnAndBackAgain()
{
    const Theme theme;
    const CodeHighlighter highlighter(theme);
    CodeEditor editor(theme, highlighter);
    editor.setCode(QStringLiteral("x = 1\ny = 2\nz = None\n"));
    const QList<int> before = colors(editor);
    editor.insertAt(QStringLiteral("s = '''\n"), 0, 0);
    const QList<int> open = colors(editor);
    QVERIFY(open.at(open.size() - 3) != before.at(before.size() - 3));
    QCOMPARE(open.at(open.size() - 3), open.at(open.size() - 20));
    editor.undo();
    QCOMPARE(colors(editor), before);
}

void TestKsLexer::themeChange_givesOtherColours()
{
    Theme theme;
    theme.setChoice(Core::ThemeChoice::Light);
    const CodeHighlighter highlighter(theme);
    CodeEditor editor(theme, highlighter);
    editor.setCode(QStringLiteral("import os  # why\n"));
    const QList<int> light = colors(editor);
    theme.setChoice(Core::ThemeChoice::Dark);
    const QList<int> dark = colors(editor);
    QCOMPARE(dark.size(), light.size());
    QVERIFY(dark.at(0) != light.at(0));
    QVERIFY(dark.at(12) != light.at(12));
}

void TestKsLexer::stylesOfTheEditorAndOfAnnotations_areNeverUsed()
{
    const Theme theme;
    const CodeHighlighter highlighter(theme);
    CodeEditor editor(theme, highlighter);
    editor.setFileName(QStringLiteral("page.html"));
    editor.setCode(QStringLiteral(
        "<p class=\"a\">&amp;<script>let x = 1; // c\n</script><style>a { color: red }</style>\n"));
    styleAll(editor);
    QSet<long> used;
    for (long at = 0; at < editor.SendScintilla(QsciScintilla::SCI_GETLENGTH); ++at)
        used.insert(editor.SendScintilla(QsciScintilla::SCI_GETSTYLEAT, static_cast<unsigned long>(at))
                    & 0xFF);
    QVERIFY(used.size() > 3);
    for (const long style : std::as_const(used))
        QVERIFY2(style < 32 || style >= 64, qPrintable(QString::number(style)));
}

void TestKsLexer::foldLevels_followTheIndentation()
{
    const Theme theme;
    const CodeHighlighter highlighter(theme);
    CodeEditor editor(theme, highlighter);
    editor.setCode(QStringLiteral("def f():\n    if x:\n        y\n\n    z\nlast\n"));
    styleAll(editor);
    const auto level = [&](int line) {
        return static_cast<int>(
            editor.SendScintilla(QsciScintilla::SCI_GETFOLDLEVEL, static_cast<unsigned long>(line)));
    };
    const int base = QsciScintilla::SC_FOLDLEVELBASE;
    const int head = QsciScintilla::SC_FOLDLEVELHEADERFLAG;
    QCOMPARE(level(0), base | head);
    QCOMPARE(level(1), (base + 4) | head);
    QCOMPARE(level(2), base + 8);
    QVERIFY((level(3) & QsciScintilla::SC_FOLDLEVELWHITEFLAG) != 0);
    QCOMPARE(level(4), base + 4);
    QCOMPARE(level(5), base);
}

void TestKsLexer::endlessLine_isLeftPlain()
{
    const Theme theme;
    const CodeHighlighter highlighter(theme);
    CodeEditor editor(theme, highlighter);
    editor.setCode(QStringLiteral("x = '") + QString(2'000'000, u'(') + QStringLiteral("'\nreturn\n"));
    QElapsedTimer timer;
    timer.start();
    styleAll(editor);
    QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
    const auto last = static_cast<unsigned long>(editor.SendScintilla(QsciScintilla::SCI_GETLENGTH) - 3);
    QVERIFY(editor.SendScintilla(QsciScintilla::SCI_GETSTYLEAT, last) != 0);
}

void TestKsLexer::bytesThatAreNoUtf8_doNoHarm()
{
    const Theme theme;
    const CodeHighlighter highlighter(theme);
    CodeEditor editor(theme, highlighter);
    const QByteArray bytes = "x = '\xff\xfe\x80' # \xc3\nreturn \xf0\x9f\x98\n";
    editor.SendScintilla(QsciScintilla::SCI_ADDTEXT, static_cast<unsigned long>(bytes.size()),
                         bytes.constData());
    QCOMPARE(colors(editor).size(), bytes.size());
}

void TestKsLexer::signsThatFontsJoin_areDrawnApart()
{
    Theme theme;
    CodeHighlighter highlighter(theme);
    CodeEditor editor(theme, highlighter);
    editor.setFileName(QStringLiteral("a.py"));
    editor.setText(QStringLiteral("a != 0x1F -> b <= c  # ->\n'=='"));
    styleAll(editor);
    const auto styleAt = [&editor](qsizetype at) {
        return editor.SendScintilla(QsciScintilla::SCI_GETSTYLEAT, static_cast<unsigned long>(at));
    };
    const QString text = editor.text();
    const QList<int> look = colors(editor);
    for (const char *pair : {"!=", "0x", "->", "<=", "==", "# ->"}) {
        const qsizetype at = text.lastIndexOf(QLatin1String(pair)) + qsizetype(qstrlen(pair)) - 2;
        QVERIFY2(at >= 0, pair);
        QVERIFY2(styleAt(at) != styleAt(at + 1), pair); // what has one style is drawn at once
        QVERIFY2(look.at(at) == look.at(at + 1), pair); // and yet it looks alike
    }
    const qsizetype word = text.indexOf(QLatin1String("1F"));
    QCOMPARE(styleAt(word), styleAt(word + 1));

    // Styles that are first met while Scintilla paints would end the program.
    editor.resize(400, 200);
    editor.show();
    QVERIFY(!editor.grab().isNull());
    theme.setZoomPercent(150);
    QVERIFY(!editor.grab().isNull());
}

QTEST_MAIN(TestKsLexer)
#include "tst_kslexer.moc"
