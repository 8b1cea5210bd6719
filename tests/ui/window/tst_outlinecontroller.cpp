// SPDX-License-Identifier: GPL-3.0-or-later
#include "outlinecontroller.h"

#include "actions.h"
#include "editor/codeeditor.h"
#include "editor/editorarea.h"
#include "highlighting/codehighlighter.h"
#include "outline/gotosymbol.h"
#include "outline/outlinepane.h"
#include "runner/analyst.h"
#include "theme/emptystate.h"
#include "workspace/journal.h"

#include <QAction>
#include <QFile>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

using namespace Skillet;
using namespace Skillet::Ui;

/// With the real analyst behind it.
class OutlineControllerTest final : public QObject
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

    void theOutline_isOfTheTextInFront();
    void typing_renewsIt();
    void whatDoesNotCompile_hasAnOutlineToo();
    void lineNumbers_areNeverThoseOfAnOlderText();
    void theCaret_isFollowed();
    void choosing_goesThere();
    void goToSymbol_findsByName();
    void headings_areGoneTo();
    void otherLanguages_haveNone();

private:
    void open(const char *name, const char *text) const;
    [[nodiscard]] CodeEditor &editor() const;
    [[nodiscard]] QStringList names() const;
    [[nodiscard]] QString marked() const;
};

struct OutlineControllerTest::Window
{
    Window(const Theme &theme, const CodeHighlighter &highlighter)
        : analyst({QStringLiteral(SKILLET_WORKER), QStringLiteral(SKILLET_WORKER_PYTHON), 10'000})
        , journal(folder.filePath(QStringLiteral("journal")))
        , area(theme, highlighter, journal)
        , pane(theme)
        , actions(theme, nullptr)
        , controller(analyst, area, pane, theme, nullptr)
    {
        controller.connectActions(actions);
        area.resize(600, 400);
        area.show();
        pane.show();
    }

    QTemporaryDir folder;
    Runner::Analyst analyst;
    Workspace::Journal journal;
    EditorArea area;
    OutlinePane pane;
    Actions actions;
    OutlineController controller;
};

void OutlineControllerTest::init()
{
    m_window = std::make_unique<Window>(m_theme, m_highlighter);
    QVERIFY(m_window->folder.isValid());
}

void OutlineControllerTest::open(const char *name, const char *text) const
{
    const QString path = m_window->folder.filePath(QString::fromUtf8(name));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), qint64(qstrlen(text)));
    file.close();
    QVERIFY(m_window->area.openFile(path));
}

CodeEditor &OutlineControllerTest::editor() const
{
    return *m_window->area.currentEditor();
}

QStringList OutlineControllerTest::names() const
{
    QStringList found;
    for (const Runner::Symbol &symbol : m_window->controller.symbols())
        found.append(QStringLiteral("%1 %2").arg(symbol.name).arg(symbol.line));
    return found;
}

QString OutlineControllerTest::marked() const
{
    const QModelIndexList selected =
        m_window->pane.findChild<QTreeView *>()->selectionModel()->selectedIndexes();
    return selected.isEmpty() ? QString() : selected.first().data().toString();
}

void OutlineControllerTest::theOutline_isOfTheTextInFront()
{
    QVERIFY(!m_window->actions[ActionId::GoToSymbol]->isEnabled());
    open("a.py", "def first():\n    pass\n");
    QTRY_COMPARE_WITH_TIMEOUT(names(), QStringList(QStringLiteral("first 1")), LimitMs);
    QVERIFY(m_window->actions[ActionId::GoToSymbol]->isEnabled());
    open("b.py", "\nclass Second: pass\n");
    QTRY_COMPARE_WITH_TIMEOUT(names(), QStringList(QStringLiteral("Second 2")), LimitMs);
    QVERIFY(m_window->area.openFile(m_window->folder.filePath(QStringLiteral("a.py"))));
    QTRY_COMPARE_WITH_TIMEOUT(names(), QStringList(QStringLiteral("first 1")), LimitMs);
    QVERIFY(m_window->area.closeAll());
    QVERIFY(names().isEmpty());
    QVERIFY(m_window->pane.findChild<EmptyState *>()->accessibleName().contains(QLatin1String("No file")));
}

void OutlineControllerTest::typing_renewsIt()
{
    open("a.py", "x = 1\n");
    QTRY_COMPARE_WITH_TIMEOUT(names(), QStringList(QStringLiteral("x 1")), LimitMs);
    editor().goTo(2, 0);
    QTest::keyClicks(&editor(), QStringLiteral("def g(): pass"));
    QTRY_COMPARE_WITH_TIMEOUT(names(), QStringList({QStringLiteral("x 1"), QStringLiteral("g 2")}), LimitMs);
}

void OutlineControllerTest::whatDoesNotCompile_hasAnOutlineToo()
{
    open("a.py", "class Cart:\n    def total(self:\n        if\n\ndef go(): pass\n");
    QTRY_COMPARE_WITH_TIMEOUT(
        names(), QStringList({QStringLiteral("Cart 1"), QStringLiteral("total 2"), QStringLiteral("go 5")}),
        LimitMs);
}

void OutlineControllerTest::lineNumbers_areNeverThoseOfAnOlderText()
{
    open("a.py", "import os\n\ndef go():\n    pass\n\ndef end(): pass\n");
    QTRY_COMPARE_WITH_TIMEOUT(names(), QStringList({QStringLiteral("go 3"), QStringLiteral("end 6")}),
                              LimitMs);
    const QSignalSpy known(&m_window->analyst, &Runner::Analyst::outlineKnown);
    editor().insertAt(QStringLiteral("# one\n# two\n"), 1, 0);
    QCOMPARE(names(), QStringList({QStringLiteral("go 5"), QStringLiteral("end 8")}));
    editor().setSelection(4, 0, 7, 0);
    editor().removeSelectedText();
    QCOMPARE(names(), QStringList(QStringLiteral("end 5")));
    editor().undo();
    QCOMPARE(known.size(), 0); // all of that without asking
    // An answer that comes when the text is another one already is dropped.
    QTRY_COMPARE_WITH_TIMEOUT(names().size(), 2, LimitMs);
    QCOMPARE(names(), QStringList({QStringLiteral("go 5"), QStringLiteral("end 8")}));
}

void OutlineControllerTest::theCaret_isFollowed()
{
    open("a.py", "def go():\n    pass\n\ndef end():\n    pass\n");
    QTRY_COMPARE_WITH_TIMEOUT(names().size(), 2, LimitMs);
    editor().goTo(5, 2);
    QTRY_COMPARE_WITH_TIMEOUT(marked(), QStringLiteral("end()"), LimitMs);
    editor().goTo(2, 0);
    QTRY_COMPARE_WITH_TIMEOUT(marked(), QStringLiteral("go()"), LimitMs);
}

void OutlineControllerTest::choosing_goesThere()
{
    open("a.py", "x = 1\n\ndef \xC3\xA4nd():\n    pass\n");
    QTRY_COMPARE_WITH_TIMEOUT(names().size(), 2, LimitMs);
    auto *tree = m_window->pane.findChild<QTreeView *>();
    const QModelIndex index = tree->model()->index(1, 0);
    QTest::mouseClick(tree->viewport(), Qt::LeftButton, {}, tree->visualRect(index).center());
    const EditorPlace wanted{3, 4};
    QCOMPARE(editor().caretPlace(), wanted);
}

void OutlineControllerTest::goToSymbol_findsByName()
{
    open("a.py", "x = 1\n\ndef end():\n    pass\n");
    // Without waiting: the list fills itself.
    m_window->actions[ActionId::GoToSymbol]->trigger();
    auto *dialog = m_window->area.findChild<GoToSymbol *>();
    QVERIFY(dialog != nullptr);
    auto *text = dialog->findChild<QLineEdit *>();
    QTest::keyClicks(text, QStringLiteral("en"));
    QTRY_COMPARE_WITH_TIMEOUT(names().size(), 2, LimitMs);
    QTest::keyClick(text, Qt::Key_Return);
    QCOMPARE(editor().caretPlace().line, 3);
}

void OutlineControllerTest::headings_areGoneTo()
{
    open("a.md", "# One\n\ntext\n\n## Two\n");
    QTRY_COMPARE_WITH_TIMEOUT(names(), QStringList({QStringLiteral("One 1"), QStringLiteral("Two 5")}),
                              LimitMs);
}

void OutlineControllerTest::otherLanguages_haveNone()
{
    const QSignalSpy known(&m_window->analyst, &Runner::Analyst::outlineKnown);
    open("a.json", "{}\n");
    QTest::qWait(500);
    QCOMPARE(known.size(), 0);
    QVERIFY(m_window->pane.findChild<EmptyState *>()->accessibleName().contains(QLatin1String("No outline")));
}

QTEST_MAIN(OutlineControllerTest)
#include "tst_outlinecontroller.moc"
