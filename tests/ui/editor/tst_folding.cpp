// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/codeeditor.h"
#include "editor/folding.h"
#include "highlighting/codehighlighter.h"

#include <QtTest>

using namespace Skillet::Ui;

class FoldingTest final : public QObject
{
    Q_OBJECT

    Theme m_theme;
    CodeHighlighter m_highlighter{m_theme};
    std::unique_ptr<CodeEditor> m_editor;

    /// Numbers of the lines that are shown, from 1.
    [[nodiscard]] QList<int> shown() const
    {
        QList<int> lines;
        for (int line = 0; line < m_editor->lines(); ++line) {
            if (m_editor->SendScintilla(QsciScintillaBase::SCI_GETLINEVISIBLE,
                                        static_cast<unsigned long>(line))
                != 0)
                lines.append(line + 1);
        }
        return lines;
    }

private Q_SLOTS:
    void init()
    {
        m_editor = std::make_unique<CodeEditor>(m_theme, m_highlighter);
        m_editor->resize(500, 300);
        m_editor->setFileName(QStringLiteral("a.py"));
        m_editor->setCode(QStringLiteral("class A:\n" // 1
                                         "    def f(self):\n" // 2
                                         "        x = 1\n" // 3
                                         "\n" // 4
                                         "        return x\n" // 5
                                         "\n" // 6
                                         "    y = 2\n" // 7
                                         "\n" // 8
                                         "z = 3")); // 9
        m_editor->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_editor.get()));
    }

    void theInnermostBlock_isFolded_andUnfolded()
    {
        m_editor->setCursorPosition(4, 8);
        m_editor->folding().toggleAtCaret();
        QCOMPARE(shown(), (QList<int>{1, 2, 7, 8, 9}));
        QCOMPARE(m_editor->caretPlace().line, 2); // not left in what is hidden
        m_editor->folding().toggleAtCaret();
        QCOMPARE(shown().size(), 9);
    }

    void outsideOfBlocks_nothingHappens()
    {
        m_editor->setCursorPosition(8, 0);
        m_editor->folding().toggleAtCaret();
        QCOMPARE(shown().size(), 9);
        QCOMPARE(m_editor->caretPlace().line, 9);
    }

    void allBlocks_areFolded_andTheCaretIsSeen()
    {
        m_editor->setCursorPosition(2, 3);
        m_editor->folding().foldAll();
        QCOMPARE(shown(), (QList<int>{1, 9}));
        QCOMPARE(m_editor->caretPlace().line, 1);
        m_editor->folding().unfoldAll();
        QCOMPARE(shown().size(), 9);
    }

    void aPlaceThatIsGoneTo_isShown()
    {
        m_editor->folding().foldAll();
        m_editor->goTo(3, 2);
        QVERIFY(shown().contains(3));
    }

    void aLongFile_isFoldedBelowWhatWasSeen()
    {
        QString code;
        for (int i = 0; i < 2000; ++i)
            code += QStringLiteral("def f%1():\n    return %1\n").arg(i);
        m_editor->setCode(code);
        m_editor->folding().foldAll();
        QCOMPARE(shown().size(), 2000); // the heads; the empty line at the end is the last block's
        QCOMPARE(m_editor->code(), code);
    }
};

QTEST_MAIN(FoldingTest)
#include "tst_folding.moc"
