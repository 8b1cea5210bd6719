// SPDX-License-Identifier: GPL-3.0-or-later
#include "problemscontroller.h"

#include "actions.h"
#include "editor/codeeditor.h"
#include "editor/editorarea.h"
#include "highlighting/codehighlighter.h"
#include "runner/analyst.h"
#include "workspace/journal.h"

#include <QAction>
#include <QFile>
#include <QHelpEvent>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolTip>

using namespace Skillet;
using namespace Skillet::Ui;

/// With the real analyst behind it.
class ProblemsControllerTest final : public QObject
{
    Q_OBJECT

    static constexpr int LimitMs = 30'000;

    Theme m_theme;
    CodeHighlighter m_highlighter{m_theme};
    struct Window;
    std::unique_ptr<Window> m_window;

private Q_SLOTS:
    void init();
    void cleanup() { m_window.reset(); }

    void whatIsWrong_isMarkedAndSaid();
    void marksMoveWithTheText();
    void theLineThatIsBeingWritten_isLeftInPeace();
    void whatWasMarked_staysWhileALineIsUnfinished();
    void aLineThatIsChanged_losesItsMarks();
    void problems_areWalkedThroughRoundTheEnds();
    void otherLanguages_areNotLookedAt();
    void help_canBeSwitchedOff();
    void theMouse_showsTheWords();
    void anotherTab_isLookedAtWhenItIsInFront();

private:
    void open(const char *name, const char *text) const;
    [[nodiscard]] CodeEditor &editor() const;
    [[nodiscard]] QStringList codes() const;
    /// What was said last; Scintilla tells of the caret when it paints.
    [[nodiscard]] static QString said(const QSignalSpy &words)
    {
        return words.isEmpty() ? QString() : words.last().first().toString();
    }
};

struct ProblemsControllerTest::Window
{
    Window(const Theme &theme, const CodeHighlighter &highlighter)
        : analyst({QStringLiteral(SKILLET_WORKER), QStringLiteral(SKILLET_WORKER_PYTHON), 10'000})
        , journal(folder.filePath(QStringLiteral("journal")))
        , area(theme, highlighter, journal)
        , actions(theme, nullptr)
        , controller(analyst, area, nullptr)
    {
        controller.connectActions(actions);
        area.resize(600, 400);
        area.show();
    }

    QTemporaryDir folder;
    Runner::Analyst analyst;
    Workspace::Journal journal;
    EditorArea area;
    Actions actions;
    ProblemsController controller;
};

void ProblemsControllerTest::init()
{
    m_window = std::make_unique<Window>(m_theme, m_highlighter);
    QVERIFY(m_window->folder.isValid());
}

void ProblemsControllerTest::open(const char *name, const char *text) const
{
    const QString path = m_window->folder.filePath(QString::fromUtf8(name));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), qint64(qstrlen(text)));
    file.close();
    QVERIFY(m_window->area.openFile(path));
}

CodeEditor &ProblemsControllerTest::editor() const
{
    return *m_window->area.currentEditor();
}

QStringList ProblemsControllerTest::codes() const
{
    QStringList found;
    const QList<Runner::Problem> problems = editor().problemMarks().problems();
    for (const Runner::Problem &problem : problems)
        found.append(problem.code);
    return found;
}

void ProblemsControllerTest::whatIsWrong_isMarkedAndSaid()
{
    const QSignalSpy words(&m_window->controller, &ProblemsController::wordsChanged);
    open("a.py", "\xC3\xA4 = 3\nprint(\xC3\xA4, totl)\nimport os\n");
    QTRY_COMPARE_WITH_TIMEOUT(
        codes(), QStringList({QStringLiteral("undefined-name"), QStringLiteral("unused-import")}), LimitMs);
    const Runner::SourceRange wanted{2, 2, 9, 13}; // characters, not bytes
    QCOMPARE(editor().problemMarks().problems().first().range, wanted);
    editor().goTo(2, 10);
    QTRY_VERIFY_WITH_TIMEOUT(said(words).contains(QLatin1String("`totl`")), LimitMs);
    editor().goTo(1, 0);
    QTRY_COMPARE_WITH_TIMEOUT(said(words), QString(), LimitMs);
    editor().goTo(3, 0); // beside it, on its line
    QTRY_VERIFY_WITH_TIMEOUT(said(words).contains(QLatin1String("`os`")), LimitMs);
}

void ProblemsControllerTest::marksMoveWithTheText()
{
    open("a.py", "print(totl)\n");
    QTRY_COMPARE_WITH_TIMEOUT(codes().size(), 1, LimitMs);
    editor().insertAt(QStringLiteral("# one\n# two\n"), 0, 0);
    QCOMPARE(editor().problemMarks().next(0, true), 12 + 6);
    QTRY_COMPARE_WITH_TIMEOUT(editor().problemMarks().problems().first().range.line, 3, LimitMs);
}

void ProblemsControllerTest::theLineThatIsBeingWritten_isLeftInPeace()
{
    open("a.py", "\n\nx = 1\n");
    editor().goTo(1, 0);
    QTest::keyClicks(&editor(), QStringLiteral("if x"));
    const QSignalSpy known(&m_window->analyst, &Runner::Analyst::problemsKnown);
    QTRY_VERIFY_WITH_TIMEOUT(known.size() > 0, LimitMs);
    QCOMPARE(known.last().at(1).value<Runner::ProblemList>().entries.size(), 1);
    QCOMPARE(codes(), QStringList());
    editor().goTo(3, 0); // left
    QTRY_COMPARE_WITH_TIMEOUT(codes(), QStringList(QStringLiteral("syntax.missing-colon.if")), LimitMs);
    // And who stays there without going on means it as it stands.
    editor().goTo(1, 4);
    QTest::keyClicks(&editor(), QStringLiteral(" "));
    QTRY_COMPARE_WITH_TIMEOUT(codes(), QStringList(QStringLiteral("syntax.missing-colon.if")), LimitMs);
}

void ProblemsControllerTest::whatWasMarked_staysWhileALineIsUnfinished()
{
    open("a.py", "import os\n\n\n");
    QTRY_COMPARE_WITH_TIMEOUT(codes().size(), 1, LimitMs);
    editor().goTo(3, 0);
    const QSignalSpy known(&m_window->analyst, &Runner::Analyst::problemsKnown);
    QTest::keyClicks(&editor(), QStringLiteral("for x in"));
    QTRY_VERIFY_WITH_TIMEOUT(known.size() > 0, LimitMs);
    QCOMPARE(codes(), QStringList(QStringLiteral("unused-import")));
}

void ProblemsControllerTest::aLineThatIsChanged_losesItsMarks()
{
    open("a.py", "import os\nif x\n");
    QTRY_COMPARE_WITH_TIMEOUT(codes().size(), 1, LimitMs);
    QVERIFY(editor().problemMarks().next(0, true) >= 0);
    editor().goTo(2, 4);
    QTest::keyClicks(&editor(), QStringLiteral(" "));
    QTRY_COMPARE_WITH_TIMEOUT(editor().problemMarks().next(0, true), -1, LimitMs);
    QTRY_VERIFY_WITH_TIMEOUT(editor().problemMarks().next(0, true) >= 0, LimitMs); // it is still wrong
}

void ProblemsControllerTest::problems_areWalkedThroughRoundTheEnds()
{
    const QSignalSpy words(&m_window->controller, &ProblemsController::wordsChanged);
    QAction *next = m_window->actions[ActionId::NextProblem];
    QAction *previous = m_window->actions[ActionId::PreviousProblem];
    open("a.py", "x = 1\nprint(x)\n");
    next->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(said(words).contains(QLatin1String("Nothing wrong")), LimitMs);
    open("b.py", "import os\nimport re\n");
    QTRY_COMPARE_WITH_TIMEOUT(codes().size(), 2, LimitMs);
    const auto line = [this] { return editor().caretPlace().line; };
    next->trigger();
    QCOMPARE(line(), 1);
    next->trigger();
    QCOMPARE(line(), 2);
    next->trigger();
    QCOMPARE(line(), 1);
    previous->trigger();
    QCOMPARE(line(), 2);
    QTRY_VERIFY_WITH_TIMEOUT(said(words).contains(QLatin1String("`re`")), LimitMs);
}

void ProblemsControllerTest::otherLanguages_areNotLookedAt()
{
    open("a.json", "{\"a\": [}\n");
    open("b.py", "print(totl)\n");
    QTRY_COMPARE_WITH_TIMEOUT(codes().size(), 1, LimitMs);
    open("a.json", "{\"a\": [}\n");
    const QSignalSpy known(&m_window->analyst, &Runner::Analyst::problemsKnown);
    QTest::qWait(800);
    QCOMPARE(known.size(), 0);
    QCOMPARE(codes(), QStringList());
}

void ProblemsControllerTest::help_canBeSwitchedOff()
{
    open("a.py", "print(totl)\n");
    QTRY_COMPARE_WITH_TIMEOUT(codes().size(), 1, LimitMs);
    m_window->controller.setEnabled(false);
    QCOMPARE(codes(), QStringList());
    const QSignalSpy words(&m_window->controller, &ProblemsController::wordsChanged);
    m_window->actions[ActionId::NextProblem]->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(said(words).contains(QLatin1String("switched off")), LimitMs);
    m_window->controller.setEnabled(true);
    QTRY_COMPARE_WITH_TIMEOUT(codes().size(), 1, LimitMs);
}

void ProblemsControllerTest::theMouse_showsTheWords()
{
    open("a.py", "print(totl)\n");
    QTRY_COMPARE_WITH_TIMEOUT(codes().size(), 1, LimitMs);
    const auto x = static_cast<int>(editor().SendScintilla(QsciScintilla::SCI_POINTXFROMPOSITION, 0UL, 8L));
    const auto y = static_cast<int>(editor().SendScintilla(QsciScintilla::SCI_POINTYFROMPOSITION, 0UL, 8L));
    const QPoint place(x + 1, y + 4);
    QHelpEvent help(QEvent::ToolTip, place, editor().viewport()->mapToGlobal(place));
    QCoreApplication::sendEvent(editor().viewport(), &help);
    QVERIFY(QToolTip::text().contains(QLatin1String("totl")));
}

void ProblemsControllerTest::anotherTab_isLookedAtWhenItIsInFront()
{
    open("a.py", "import os\n");
    open("b.py", "print(totl)\n");
    QTRY_COMPARE_WITH_TIMEOUT(codes(), QStringList(QStringLiteral("undefined-name")), LimitMs);
    QVERIFY(m_window->area.openFile(m_window->folder.filePath(QStringLiteral("a.py"))));
    QTRY_COMPARE_WITH_TIMEOUT(codes(), QStringList(QStringLiteral("unused-import")), LimitMs);
}

QTEST_MAIN(ProblemsControllerTest)
#include "tst_problemscontroller.moc"
