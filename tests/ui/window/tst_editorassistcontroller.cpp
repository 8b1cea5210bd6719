// SPDX-License-Identifier: GPL-3.0-or-later
#include "editorassistcontroller.h"

#include "assist/calltip.h"
#include "assist/completionpopup.h"
#include "editor/codeeditor.h"
#include "editor/editorarea.h"
#include "highlighting/codehighlighter.h"
#include "runner/analyst.h"
#include "workspace/journal.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Skillet;
using namespace Skillet::Ui;

/// With the real analyst, which reads by jedi, behind it.
class EditorAssistControllerTest final : public QObject
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

    void ctrlSpace_offersTheNamesOfTheProgram();
    void aDot_offersWhatTheValueHas();
    void whatIsChosen_isOneStepToUndo();
    void tab_indents();
    void aBracket_showsWhatTheCallTakes();
    void withoutHelp_nothingIsOffered();
    void inText_nothingComesByItself();
    void eachTab_hasItsOwn();

private:
    void begin(const char *text) const;
    void type(const char *text) const { QTest::keyClicks(&editor(), QString::fromUtf8(text)); }
    [[nodiscard]] CodeEditor &editor() const;
    [[nodiscard]] CompletionPopup &list() const { return *editor().findChild<CompletionPopup *>(); }
    [[nodiscard]] CallTip &tip() const { return *editor().findChild<CallTip *>(); }
};

struct EditorAssistControllerTest::Window
{
    Window(const Theme &theme, const CodeHighlighter &highlighter)
        : analyst({QStringLiteral(SKILLET_WORKER), QStringLiteral(SKILLET_WORKER_PYTHON), 10'000})
        , journal(folder.filePath(QStringLiteral("journal")))
        , area(theme, highlighter, journal)
        , controller(analyst, area, theme, nullptr)
    {
        area.resize(600, 400);
        area.show();
        area.activateWindow();
    }

    QTemporaryDir folder;
    Runner::Analyst analyst;
    Workspace::Journal journal;
    EditorArea area;
    EditorAssistController controller;
};

void EditorAssistControllerTest::init()
{
    m_window = std::make_unique<Window>(m_theme, m_highlighter);
    QVERIFY(QTest::qWaitForWindowActive(&m_window->area));
}

void EditorAssistControllerTest::begin(const char *text) const
{
    m_window->area.newFile(QString::fromUtf8(text), QStringLiteral("a.py"));
    editor().goTo(editor().lines(), 1000);
}

CodeEditor &EditorAssistControllerTest::editor() const
{
    return *m_window->area.currentEditor();
}

void EditorAssistControllerTest::ctrlSpace_offersTheNamesOfTheProgram()
{
    begin("\xC3\xA4 = '\xC3\xA4'\ndef total_of(prices):\n    return sum(prices)\n\n");
    type("tota");
    QTest::keyClick(&editor(), Qt::Key_Space, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(list().isVisible(), LimitMs);
    QCOMPARE(list().chosen().text, QStringLiteral("total_of"));
    QTest::keyClick(&editor(), Qt::Key_Return);
    QVERIFY(!list().isVisible());
    QVERIFY(editor().code().endsWith(QLatin1String("\ntotal_of")));
}

void EditorAssistControllerTest::aDot_offersWhatTheValueHas()
{
    begin("orders = {'tea': 3}\n");
    type("orders.");
    QTRY_VERIFY_WITH_TIMEOUT(list().isVisible(), LimitMs);
    type("it");
    QTRY_COMPARE_WITH_TIMEOUT(list().chosen().text, QStringLiteral("items"), LimitMs);
    QTest::keyClick(&editor(), Qt::Key_Escape);
    QVERIFY(!list().isVisible());
    QVERIFY(editor().code().endsWith(QLatin1String("orders.it")));
}

void EditorAssistControllerTest::whatIsChosen_isOneStepToUndo()
{
    begin("orders = {'tea': 3}\norders.ite");
    QTest::keyClick(&editor(), Qt::Key_Space, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(list().isVisible(), LimitMs);
    QTest::keyClick(&editor(), Qt::Key_Tab);
    QVERIFY(editor().code().endsWith(QLatin1String("orders.items")));
    editor().undo();
    QVERIFY(editor().code().endsWith(QLatin1String("orders.ite")));
}

void EditorAssistControllerTest::tab_indents()
{
    begin("x = 1\nx");
    QTest::keyClick(&editor(), Qt::Key_Tab);
    QVERIFY(editor().code().endsWith(QLatin1String("x   ")));
    QVERIFY(!list().isVisible());
}

void EditorAssistControllerTest::aBracket_showsWhatTheCallTakes()
{
    begin("def total_of(prices, tax=0.2):\n    '''Adds up.'''\n    return sum(prices)\n\ntotal_of");
    type("(");
    QTRY_VERIFY_WITH_TIMEOUT(tip().isVisible(), LimitMs);
    QCOMPARE(tip().active(), QStringLiteral("prices"));
    type("[1],");
    QTRY_COMPARE_WITH_TIMEOUT(tip().active(), QStringLiteral("tax=0.2"), LimitMs);
    QTest::keyClick(&editor(), Qt::Key_Escape);
    QVERIFY(!tip().isVisible());
}

void EditorAssistControllerTest::withoutHelp_nothingIsOffered()
{
    m_window->controller.setEnabled(false);
    begin("orders = {'tea': 3}\nprint");
    const QSignalSpy known(&m_window->analyst, &Runner::Analyst::completionsKnown);
    const QSignalSpy tips(&m_window->analyst, &Runner::Analyst::callTipKnown);
    type("(orders.");
    QTest::keyClick(&editor(), Qt::Key_Space, Qt::ControlModifier);
    QTest::qWait(600); // longer than the pause after a dot
    QVERIFY(!list().isVisible());
    QVERIFY(!tip().isVisible());
    QCOMPARE(known.size() + tips.size(), 0);
    m_window->controller.setEnabled(true);
    editor().goTo(2, 13);
    QTest::keyClick(&editor(), Qt::Key_Space, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(list().isVisible(), LimitMs);
}

void EditorAssistControllerTest::inText_nothingComesByItself()
{
    begin("x = 'a'  # see os");
    const QSignalSpy known(&m_window->analyst, &Runner::Analyst::completionsKnown);
    type(".path");
    QTest::qWait(600);
    QVERIFY(!list().isVisible());
    QCOMPARE(known.size(), 0);
}

void EditorAssistControllerTest::eachTab_hasItsOwn()
{
    begin("first_name = 1\n");
    const CompletionPopup *first = &list();
    begin("second_name = 2\nsec");
    QVERIFY(&list() != first);
    QTest::keyClick(&editor(), Qt::Key_Space, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(list().isVisible(), LimitMs);
    QCOMPARE(list().chosen().text, QStringLiteral("second_name"));
}

QTEST_MAIN(EditorAssistControllerTest)
#include "tst_editorassistcontroller.moc"
