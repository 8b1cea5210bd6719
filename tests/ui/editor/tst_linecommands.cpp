// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/codeeditor.h"
#include "editor/linecommands.h"
#include "highlighting/codehighlighter.h"

#include <QtTest>

using namespace Skillet::Ui;

/// Lines of a text are written with | between them here.
class TestLineCommands final : public QObject
{
    Q_OBJECT

    Theme m_theme;
    CodeHighlighter m_highlighter{m_theme};
    std::unique_ptr<CodeEditor> m_editor;

private Q_SLOTS:
    void init() { m_editor = std::make_unique<CodeEditor>(m_theme, m_highlighter); }

    void each_changesItsLines_data();
    void each_changesItsLines();
    void aTextThatCannotBeChanged_staysAsItIs();
    void severalCarets_typeAtOnce();
};

void TestLineCommands::each_changesItsLines_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("before");
    QTest::addColumn<QList<int>>("selection"); // line and column, from 0, of its begin and its end
    QTest::addColumn<QString>("after");
    const auto row = [](const char *command, const char *before, const QList<int> &selection,
                        const char *after) {
        QTest::addRow("%s %s", command, before) << QString::fromUtf8(command) << QString::fromUtf8(before)
                                                << selection << QString::fromUtf8(after);
    };
    row("up", "a|b|c", {1, 0, 1, 0}, "b|a|c");
    row("up", "a|b", {0, 0, 0, 1}, "a|b"); // there is nothing above
    row("up", "a|b|c|d", {1, 0, 3, 0}, "b|c|a|d"); // of d nothing is selected
    row("down", "a|b|c", {0, 1, 0, 1}, "b|a|c");
    row("down", "a|b", {1, 0, 1, 0}, "a|b");
    row("down", "\xC3\xA4|b|", {0, 0, 0, 1}, "b|\xC3\xA4|");
    row("duplicate", "a|b", {0, 0, 0, 0}, "a|a|b");
    row("duplicate", "a|b|", {0, 0, 1, 1}, "a|b|a|b|");
    row("duplicate", "", {0, 0, 0, 0}, "|");
    row("duplicate", "\xC3\xA4 = b|", {0, 0, 0, 4}, "\xC3\xA4 = \xC3\xA4 = b|"); // a part of a line
    row("duplicate", "a|b", {1, 0, 1, 1}, "a|bb");
    row("delete", "a|b|c", {1, 0, 1, 0}, "a|c");
    row("delete", "a|b|c", {1, 0, 2, 1}, "a");
    row("delete", "a|b|", {0, 0, 1, 1}, "");
    row("delete", "a", {0, 1, 0, 1}, "");
    row("delete", "", {0, 0, 0, 0}, "");
    row("join", "a|b|c", {0, 0, 0, 0}, "a b|c");
    row("join", "    a = f(|        1,|        2)|b", {0, 0, 2, 5}, "    a = f(1, 2)|b");
    row("join", "# a|    # b|#c|d", {0, 0, 2, 1}, "# a b c|d");
    row("join", "a = 1|# b", {0, 0, 0, 0}, "a = 1 # b");
    row("join", "a  |   |b", {0, 0, 2, 1}, "a b");
    row("join", "a", {0, 0, 0, 0}, "a"); // there is nothing to join
    row("join", "a|", {0, 0, 0, 0}, "a");
}

void TestLineCommands::each_changesItsLines()
{
    QFETCH(QString, command);
    QFETCH(QString, before);
    QFETCH(QList<int>, selection);
    QFETCH(QString, after);
    before.replace(u'|', u'\n');
    after.replace(u'|', u'\n');
    m_editor->setCode(before);
    m_editor->setSelection(selection[0], selection[1], selection[2], selection[3]);
    if (command == QLatin1String("up") || command == QLatin1String("down"))
        moveLines(*m_editor, command == QLatin1String("up"));
    else if (command == QLatin1String("duplicate"))
        duplicateLines(*m_editor);
    else if (command == QLatin1String("delete"))
        deleteLines(*m_editor);
    else
        joinLines(*m_editor);
    QCOMPARE(m_editor->code(), after);
    if (after != before) {
        m_editor->undo();
        QCOMPARE(m_editor->code(), before);
        QVERIFY(!m_editor->isUndoAvailable());
    }
}

void TestLineCommands::aTextThatCannotBeChanged_staysAsItIs()
{
    m_editor->setCode(QStringLiteral("a\nb\nc"));
    m_editor->setReadOnly(true);
    m_editor->goTo(2, 0);
    moveLines(*m_editor, true);
    duplicateLines(*m_editor);
    deleteLines(*m_editor);
    joinLines(*m_editor);
    QCOMPARE(m_editor->code(), QStringLiteral("a\nb\nc"));
}

void TestLineCommands::severalCarets_typeAtOnce()
{
    m_editor->setCode(QStringLiteral("a\nb\nc"));
    m_editor->SendScintilla(QsciScintilla::SCI_SETSELECTION, 1UL, 1L);
    m_editor->SendScintilla(QsciScintilla::SCI_ADDSELECTION, 3UL, 3L);
    QTest::keyClicks(m_editor.get(), QStringLiteral("x1"));
    QCOMPARE(m_editor->code(), QStringLiteral("ax1\nbx1\nc"));
    QTest::keyClick(m_editor.get(), Qt::Key_Backspace);
    QCOMPARE(m_editor->code(), QStringLiteral("ax\nbx\nc"));
    QTest::keyClicks(m_editor.get(), QStringLiteral("("));
    QCOMPARE(m_editor->code(), QStringLiteral("ax(\nbx(\nc"));
    QTest::keyClick(m_editor.get(), Qt::Key_Escape);
    QTest::keyClick(m_editor.get(), Qt::Key_Return);
    QCOMPARE(m_editor->lines(), 4); // one caret again
}

QTEST_MAIN(TestLineCommands)
#include "tst_linecommands.moc"
