// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/codeeditor.h"
#include "highlighting/codehighlighter.h"

#include <QTest>

using namespace Skillet::Ui;

/// One line of the editor changed by somebody else than the learner.
class TestReplaceLine final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void replaceLine_isExactAndOneStep_data();
    void replaceLine_isExactAndOneStep();
    void aLineThatReadsOtherwise_isLeftAlone_data();
    void aLineThatReadsOtherwise_isLeftAlone();
    void aReadOnlyText_isLeftAlone();

private:
    Theme m_theme;
    CodeHighlighter m_highlighter{m_theme};
};

void TestReplaceLine::replaceLine_isExactAndOneStep_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("result");
    const auto row = [](const char *name, const char *code, int line, const char *before, const char *after,
                        const char *result) {
        QTest::newRow(name) << QString::fromUtf8(code) << line << QString::fromUtf8(before)
                            << QString::fromUtf8(after) << QString::fromUtf8(result);
    };
    row("first", "a\nb\n", 1, "a", "xy", "xy\nb\n");
    row("middle", "a\nb\nc\n", 2, "b", "", "a\nc\n");
    row("last without an end", "a\nb", 2, "b", "c", "a\nc");
    row("last goes", "a\nb", 2, "b", "", "a");
    row("only one goes", "a", 1, "a", "", "");
    row("becomes two", "if x\n", 1, "if x", "if x:\n    pass", "if x:\n    pass\n");
    row("not ASCII", "\u00e4 = (\u20ac\nb\n", 1, "\u00e4 = (\u20ac", "\u00e4 = (\u20ac)",
        "\u00e4 = (\u20ac)\nb\n");
}

void TestReplaceLine::replaceLine_isExactAndOneStep()
{
    QFETCH(const QString, code);
    QFETCH(const int, line);
    QFETCH(const QString, before);
    QFETCH(const QString, after);
    QFETCH(const QString, result);
    CodeEditor editor(m_theme, m_highlighter);
    editor.setCode(code);
    QVERIFY(editor.replaceLine(line, before, after));
    QCOMPARE(editor.code(), result);
    editor.undo();
    QCOMPARE(editor.code(), code);
}

void TestReplaceLine::aLineThatReadsOtherwise_isLeftAlone_data()
{
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("before");
    QTest::newRow("other text") << 1 << QStringLiteral("b");
    QTest::newRow("beginning only") << 2 << QStringLiteral("b");
    QTest::newRow("no such line") << 9 << QString();
    QTest::newRow("line 0") << 0 << QString();
    QTest::newRow("negative") << -1 << QString();
}

void TestReplaceLine::aLineThatReadsOtherwise_isLeftAlone()
{
    QFETCH(const int, line);
    QFETCH(const QString, before);
    CodeEditor editor(m_theme, m_highlighter);
    editor.setCode(QStringLiteral("a\nbc\n"));
    QVERIFY(!editor.replaceLine(line, before, QStringLiteral("x")));
    QCOMPARE(editor.code(), QStringLiteral("a\nbc\n"));
    QVERIFY(!editor.isModified());
}

void TestReplaceLine::aReadOnlyText_isLeftAlone()
{
    CodeEditor editor(m_theme, m_highlighter);
    editor.setCode(QStringLiteral("a\n"));
    editor.setReadOnly(true);
    QVERIFY(!editor.replaceLine(1, QStringLiteral("a"), QStringLiteral("b")));
}

QTEST_MAIN(TestReplaceLine)
#include "tst_replaceline.moc"
