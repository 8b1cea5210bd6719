// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/codeeditor.h"
#include "highlighting/codehighlighter.h"

#include <QtTest>

using namespace Skillet::Ui;

/// In the texts here | is the caret and ^ the other end of the selection, if there is one. All of them are
/// ASCII.
class TestTypingAid final : public QObject
{
    Q_OBJECT

    Theme m_theme;
    CodeHighlighter m_highlighter{m_theme};
    std::unique_ptr<CodeEditor> m_editor;

    void begin(QString text) const;
    void type(const QString &keys) const;
    [[nodiscard]] QString shown() const;

private Q_SLOTS:
    void init();

    void typing_does_data();
    void typing_does();
    void newLine_keepsToTheLanguage();
    void homeKey_goesToTheTextFirst();
    void newLine_atSeveralCarets_indentsEach();
    void keysInAHugeFile_areAnsweredAtOnce();
};

void TestTypingAid::init()
{
    m_editor = std::make_unique<CodeEditor>(m_theme, m_highlighter);
    m_editor->setFileName(QStringLiteral("a.py"));
}

void TestTypingAid::begin(QString text) const
{
    const qsizetype caret = QString(text).remove(u'^').indexOf(u'|');
    const qsizetype anchor = text.remove(u'|').indexOf(u'^');
    m_editor->setCode(text.remove(u'^'));
    m_editor->SendScintilla(QsciScintilla::SCI_SETSEL,
                            static_cast<unsigned long>(anchor < 0 ? caret : anchor),
                            static_cast<long>(caret));
}

void TestTypingAid::type(const QString &keys) const
{
    for (const QChar c : keys) {
        if (c == u'\n')
            QTest::keyClick(m_editor.get(), Qt::Key_Return);
        else if (c == u'\b')
            QTest::keyClick(m_editor.get(), Qt::Key_Backspace);
        else
            QTest::sendKeyEvent(QTest::Click, m_editor.get(), Qt::Key_unknown, QString(c), Qt::NoModifier);
    }
}

QString TestTypingAid::shown() const
{
    QString text = m_editor->code();
    const long caret = m_editor->SendScintilla(QsciScintilla::SCI_GETCURRENTPOS);
    const long anchor = m_editor->SendScintilla(QsciScintilla::SCI_GETANCHOR);
    text.insert(caret, u'|');
    if (anchor != caret)
        text.insert(anchor < caret ? anchor : anchor + 1, u'^');
    return text;
}

void TestTypingAid::typing_does_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("keys");
    QTest::addColumn<QString>("after");
    QTest::addColumn<bool>("isOneStep");
    const auto row = [](const char *before, const char *keys, const char *after, bool isOneStep = false) {
        QTest::addRow("%s + %s", before, keys)
            << QString::fromUtf8(before) << QString::fromUtf8(keys) << QString::fromUtf8(after) << isOneStep;
    };
    // Pairs of quotes.
    row("|", "'", "'|'", true);
    row("print(|)", "\"", "print(\"|\")", true);
    row("x = f|", "\"", "x = f\"|\"");
    row("x = Rb|", "'", "x = Rb'|'");
    row("don|", "'", "don'|");
    row("x = |y", "\"", "x = \"|y");
    row("x = 'a|'", "'", "x = 'a'|");
    row("x = 'a|'", "\"", "x = 'a\"|'");
    row("x = 'a\\|'", "'", "x = 'a\\'|'");
    row("# say |", "\"", "# say \"|");
    row("|", "''", "''|");
    row("|", "'''", "'''|'''");
    row("|", "\"\"\"a\"\"\"", "\"\"\"a\"\"\"|");
    row("|", "''''''", "''''''|");
    row("|", "print(\"a\")", "print(\"a\")|");
    // Around a selection.
    row("x = ^a + b| * 2", "(", "x = (^a + b|) * 2", true);
    row("x = |a + b^ * 2", "[", "x = [^a + b|] * 2", true);
    row("x = ^a|", "'", "x = '^a|'", true);
    row("# ^a|", "(", "# (|");
    row("x = 'b ^a|'", "\"", "x = 'b \"|'");
    // Backspace.
    row("x = '|'", "\b", "x = |", true);
    row("x = ''|'", "\b", "x = '|'");
    row("x = 'a'|'b'", "\b", "x = 'a|'b'");
    row("'''|'''", "\b", "''|", true);
    row("        |x", "\b", "    |x", true);
    row("      |x", "\b", "    |x", true);
    row("a   |x", "\b", "a  |x");
    // Clauses.
    row("if a:\n    b\n    else|", ":", "if a:\n    b\nelse:|", true);
    row("if a:\n    b\n    else|  # c", ":", "if a:\n    b\n    else:|  # c");
    row("if a:\n    b\n|", "else:\nc", "if a:\n    b\nelse:\n    c|");
    row("try:\n    a|", "\nexcept B:\npass\nfinally:\nc",
        "try:\n    a\nexcept B:\n    pass\nfinally:\n    c|");
    row("x[1|]", ":", "x[1:|]");
}

void TestTypingAid::typing_does()
{
    QFETCH(QString, before);
    QFETCH(QString, keys);
    QFETCH(QString, after);
    QFETCH(bool, isOneStep);
    begin(before);
    type(keys);
    QCOMPARE(shown(), after);
    if (isOneStep) {
        m_editor->undo();
        QCOMPARE(m_editor->code(), before.remove(u'|').remove(u'^'));
        QVERIFY(!m_editor->isUndoAvailable());
    }
}

void TestTypingAid::newLine_keepsToTheLanguage()
{
    m_editor->setFileName(QStringLiteral("notes.md"));
    begin(QStringLiteral("  Note:|"));
    type(QStringLiteral("\n"));
    QCOMPARE(shown(), QStringLiteral("  Note:\n  |"));
    begin(QStringLiteral("I |"));
    type(QStringLiteral("don't"));
    QCOMPARE(shown(), QStringLiteral("I don't|"));
    begin(QStringLiteral("it is |"));
    type(QStringLiteral("'"));
    QCOMPARE(shown(), QStringLiteral("it is '|"));
}

void TestTypingAid::homeKey_goesToTheTextFirst()
{
    begin(QStringLiteral("    x = 1|"));
    QTest::keyClick(m_editor.get(), Qt::Key_Home);
    QCOMPARE(shown(), QStringLiteral("    |x = 1"));
    QTest::keyClick(m_editor.get(), Qt::Key_Home);
    QCOMPARE(shown(), QStringLiteral("|    x = 1"));
    QTest::keyClick(m_editor.get(), Qt::Key_Home, Qt::ShiftModifier);
    QCOMPARE(shown(), QStringLiteral("^    |x = 1"));
}

void TestTypingAid::newLine_atSeveralCarets_indentsEach()
{
    m_editor->setCode(QStringLiteral("if a:\n    b\nif c:\n    d\n"));
    m_editor->SendScintilla(QsciScintilla::SCI_SETSELECTION, 23UL, 23L);
    m_editor->SendScintilla(QsciScintilla::SCI_ADDSELECTION, 5UL, 5L);
    type(QStringLiteral("\nx"));
    QCOMPARE(m_editor->code(), QStringLiteral("if a:\n    x\n    b\nif c:\n    d\n    x\n"));
    m_editor->undo();
    m_editor->undo();
    QCOMPARE(m_editor->code(), QStringLiteral("if a:\n    b\nif c:\n    d\n"));
}

// Only what is near is read, however long the text is.
void TestTypingAid::keysInAHugeFile_areAnsweredAtOnce()
{
    m_editor->setCode(QStringLiteral("x = [1, 2, 3, 'four', 5]\n").repeated(150'000));
    m_editor->SendScintilla(QsciScintilla::SCI_DOCUMENTEND);
    QElapsedTimer timer;
    timer.start();
    type(QStringLiteral("('"));
    QVERIFY2(timer.elapsed() < 250, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(m_editor->code().endsWith(QLatin1String("\n('')")));
}

QTEST_MAIN(TestTypingAid)
#include "tst_typingaid.moc"
