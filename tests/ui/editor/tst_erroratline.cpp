// SPDX-License-Identifier: GPL-3.0-or-later
#include "editorareafixture.h"

#include "editor/errormarks.h"
#include "editor/scintilla.h"

#include <QFontMetrics>

using namespace Skillet;
using namespace Skillet::Ui;

/// The error in the editor, whatever becomes of the text and of its tab.
class ErrorAtLineTest final : public EditorAreaFixture
{
    Q_OBJECT

    const QString m_line = QStringLiteral("    return total / n");
    const QString m_message = QStringLiteral("ZeroDivisionError: division by zero");

    [[nodiscard]] QString shared() const
    {
        return write(QStringLiteral("bill.py"),
                     "def share(total, n):\n    return total / n\n\n\nshare(1, 0)\n");
    }
    void fail(const QString &path) { m_area->showError(path, {2, 2, 11, 20}, m_message, m_line); }
    [[nodiscard]] CodeEditor &editor() const { return *m_area->currentEditor(); }
    /// The text under the box, empty when there is none.
    [[nodiscard]] QString marked() const
    {
        const QByteArray text = editor().code().toUtf8();
        const auto number = static_cast<unsigned long>(ErrorMarks::boxIndicator);
        QByteArray result;
        for (int at = 0; at < text.size(); ++at) {
            if (editor().SendScintilla(QsciScintilla::SCI_INDICATORVALUEAT, number, static_cast<long>(at))
                != 0)
                result += text.at(at);
        }
        return QString::fromUtf8(result);
    }
    void verifyShownAt(int line) const
    {
        QCoreApplication::processEvents(); // as between any two keys
        QTRY_COMPARE(editor().errorLine(), line);
        QCOMPARE(marked(), QStringLiteral("total / n"));
        QVERIFY(ErrorMarks::annotationOf(editor(), line - 1).contains(QStringLiteral("ZeroDivisionError")));
        QVERIFY((editor().markersAtLine(line - 1) & (1U << ErrorMarks::marker)) != 0);
    }
    void verifyHidden() const
    {
        QTRY_COMPARE(editor().errorLine(), 0);
        QCOMPARE(marked(), QString());
    }
    void change(int line, int column, const QString &text) const
    {
        editor().insertAt(text, line - 1, column);
    }

private Q_SLOTS:
    void undoOfTheChange_bringsItBack()
    {
        const QString path = shared();
        QVERIFY(m_area->openFile(path).ok());
        fail(path);
        verifyShownAt(2);
        change(2, 20, QStringLiteral(" + 1"));
        verifyHidden();
        editor().undo();
        verifyShownAt(2);
        editor().redo();
        verifyHidden();
    }

    void undoOfALineThatWasDeleted_bringsItBack()
    {
        const QString path = shared();
        QVERIFY(m_area->openFile(path).ok());
        fail(path);
        change(1, 0, QStringLiteral("# new\n"));
        verifyShownAt(3);
        editor().setSelection(2, 0, 3, 0);
        editor().removeSelectedText();
        verifyHidden();
        editor().undo();
        verifyShownAt(3);
        editor().undo();
        verifyShownAt(2);
    }

    void afterAnotherRun_undoBringsNothingBack()
    {
        const QString path = shared();
        QVERIFY(m_area->openFile(path).ok());
        fail(path);
        change(2, 20, QStringLiteral(" + 1"));
        verifyHidden();
        m_area->clearErrors();
        editor().undo();
        QCoreApplication::processEvents();
        verifyHidden();
    }

    void inAnotherTab_itIsThereWhenOneGoesThere()
    {
        const QString path = shared();
        QVERIFY(m_area->openFile(path).ok());
        QVERIFY(m_area->openFile(write(QStringLiteral("other.py"), "x = 1\n")).ok());
        fail(path);
        QCOMPARE(editor().errorLine(), 0);
        QVERIFY(m_area->openFile(path).ok());
        verifyShownAt(2);
        QVERIFY(m_area->openFile(m_folder->filePath(QStringLiteral("other.py"))).ok());
        QVERIFY(m_area->openFile(path).ok());
        verifyShownAt(2);
    }

    void saveAs_leavesIt()
    {
        const QString path = shared();
        QVERIFY(m_area->openFile(path).ok());
        fail(path);
        const QString other = m_folder->filePath(QStringLiteral("copy.txt"));
        QVERIFY(page()->saveAs(other).ok());
        verifyShownAt(2);
        QVERIFY(page()->saveAs(path).ok());
        verifyShownAt(2);
    }

    void aFileThatIsOpenedAgain_showsIt()
    {
        const QString path = shared();
        QVERIFY(m_area->openFile(path).ok());
        fail(path);
        QVERIFY(m_area->closeCurrent());
        QVERIFY(m_area->openFile(path).ok());
        verifyShownAt(2);
        QVERIFY(m_area->closeCurrent());
        (void)write(QStringLiteral("bill.py"), "def share(total, n):\n    return total / (n + 1)\n");
        QVERIFY(m_area->openFile(path).ok());
        verifyHidden();
    }

    void aFileThatWasNotOpen_showsItWhenItIs()
    {
        const QString path = shared();
        fail(path);
        QVERIFY(m_area->openFile(write(QStringLiteral("other.py"), "x = 1\n")).ok());
        QCOMPARE(editor().errorLine(), 0);
        m_area->goTo(path, 2, 11);
        verifyShownAt(2);
        QVERIFY(m_area->closeCurrent());
        m_area->clearErrors();
        QVERIFY(m_area->openFile(path).ok());
        QCoreApplication::processEvents();
        verifyHidden();
    }

    void aFileThatChangesOnDisk_keepsItWhereTheLineIsTheSame()
    {
        const QString path = shared();
        QVERIFY(m_area->openFile(path).ok());
        fail(path);
        (void)write(QStringLiteral("bill.py"),
                    "def share(total, n):\n    return total / n\n\n\nshare(1, 0)\n# more\n");
        m_area->reload(path);
        verifyShownAt(2);
        (void)write(QStringLiteral("bill.py"),
                    "def share(total, n):\n    return total // n\n\n\nshare(1, 0)\n");
        m_area->reload(path);
        verifyHidden();
        editor().undo();
        verifyShownAt(2);
    }

    void aLineThatReadsOtherwise_isNotBlamed()
    {
        const QString path = shared();
        QVERIFY(m_area->openFile(path).ok());
        change(1, 0, QStringLiteral("# written while the program ran\n"));
        fail(path);
        verifyHidden();
    }

    void theMessage_wrapsAnewInANarrowerWindow()
    {
        const QString path = shared();
        QVERIFY(m_area->openFile(path).ok());
        m_area->showError(path, {2, 2, 11, 20},
                          QStringLiteral("ValueError: ") + QStringLiteral("word ").repeated(40), m_line);
        const qsizetype before = ErrorMarks::annotationOf(editor(), 1).count(u'\n');
        m_area->resize(360, 500);
        QTRY_VERIFY(ErrorMarks::annotationOf(editor(), 1).count(u'\n') > before);
    }
};

QTEST_MAIN(ErrorAtLineTest)
#include "tst_erroratline.moc"
