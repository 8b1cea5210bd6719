// SPDX-License-Identifier: GPL-3.0-or-later
#include "placescontroller.h"

#include "actions.h"
#include "editor/codeeditor.h"
#include "editor/editorarea.h"
#include "highlighting/codehighlighter.h"
#include "runner/analyst.h"
#include "uses/usespane.h"
#include "workspace/journal.h"

#include <QAction>
#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

using namespace Skillet;
using namespace Skillet::Ui;

/// With the real analyst behind it.
class PlacesControllerTest final : public QObject
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

    void theDefinition_isGoneToAndTheWayBackFound();
    void theTextInTheTab_countsAndNotTheFile();
    void aDefinitionInAnotherFile_opensIt();
    void aLineThatMovedMeanwhile_isFoundAgain();
    void aDefinitionInTheLibrary_isToBeReadOnly();
    void whatIsBuiltIn_offersItsHelp();
    void theDefinitionItself_isSaidToBeOne();
    void nothingToGoTo_isSaid();
    void uses_areListedAndGoneTo();
    void anAnswerAboutAnOlderText_isDropped();
    void aTextThatWasNeverSaved_hasPlacesToo();
    void aClosedTab_isOpenedOnTheWayBack();

private:
    void open(const char *name, const char *text) const;
    void trigger(ActionId id) const;
    [[nodiscard]] CodeEditor &editor() const;
    [[nodiscard]] QString place() const;
    [[nodiscard]] QStringList listed() const;
};

struct PlacesControllerTest::Window
{
    Window(const Theme &theme, const CodeHighlighter &highlighter)
        : analyst({QStringLiteral(SKILLET_WORKER), QStringLiteral(SKILLET_WORKER_PYTHON), 10'000})
        , journal(folder.filePath(QStringLiteral("journal")))
        , area(theme, highlighter, journal)
        , uses(theme)
        , actions(theme, nullptr)
        , controller(
              analyst, area, uses, [this] { return folder.path(); }, nullptr)
        , told(&controller, &PlacesController::told)
        , wanted(&controller, &PlacesController::usesWanted)
        , offered(&controller, &PlacesController::helpOffered)
    {
        controller.connectActions(actions);
        area.resize(600, 400);
        area.show();
        uses.resize(500, 400);
        uses.show();
    }

    QTemporaryDir folder;
    Runner::Analyst analyst;
    Workspace::Journal journal;
    EditorArea area;
    UsesPane uses;
    Actions actions;
    PlacesController controller;
    QSignalSpy told;
    QSignalSpy wanted;
    QSignalSpy offered;
};

void PlacesControllerTest::init()
{
    m_window = std::make_unique<Window>(m_theme, m_highlighter);
    QVERIFY(m_window->folder.isValid());
    // What is read for the first time may take too long on a busy machine.
    const QSignalSpy known(&m_window->analyst, &Runner::Analyst::placesKnown);
    (void)m_window->analyst.askPlaces(
        {Runner::PlacesWanted::Definition, QStringLiteral("print"), 1, QString(), QString()});
    QTRY_COMPARE_WITH_TIMEOUT(known.size(), 1, LimitMs);
}

void PlacesControllerTest::open(const char *name, const char *text) const
{
    const QString path = m_window->folder.filePath(QString::fromUtf8(name));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), qint64(qstrlen(text)));
    file.close();
    QVERIFY(m_window->area.openFile(path));
}

void PlacesControllerTest::trigger(ActionId id) const
{
    m_window->actions[id]->trigger();
}

CodeEditor &PlacesControllerTest::editor() const
{
    return *m_window->area.currentEditor();
}

QString PlacesControllerTest::place() const
{
    const EditorPlace caret = editor().caretPlace();
    return QStringLiteral("%1:%2:%3")
        .arg(QFileInfo(m_window->area.currentFile()).fileName())
        .arg(caret.line)
        .arg(caret.column);
}

QStringList PlacesControllerTest::listed() const
{
    QStringList rows;
    const auto *tree = m_window->uses.findChild<QTreeWidget *>();
    for (int file = 0; file < tree->topLevelItemCount(); ++file) {
        rows.append(tree->topLevelItem(file)->text(0));
        for (int row = 0; row < tree->topLevelItem(file)->childCount(); ++row)
            rows.append(tree->topLevelItem(file)->child(row)->text(0).trimmed());
    }
    return rows;
}

void PlacesControllerTest::theDefinition_isGoneToAndTheWayBackFound()
{
    QVERIFY(!m_window->actions[ActionId::GoToDefinition]->isEnabled());
    open("a.py", "def \xC3\xA4nd():\n    pass\n\n\nx = 1; \xC3\xA4nd()\n");
    QVERIFY(!m_window->actions[ActionId::GoBack]->isEnabled());
    editor().goTo(5, 8);
    trigger(ActionId::GoToDefinition);
    QTRY_COMPARE_WITH_TIMEOUT(place(), QStringLiteral("a.py:1:4"), LimitMs);
    trigger(ActionId::GoBack);
    QCOMPARE(place(), QStringLiteral("a.py:5:8"));
    QVERIFY(!m_window->actions[ActionId::GoBack]->isEnabled());
}

void PlacesControllerTest::theTextInTheTab_countsAndNotTheFile()
{
    open("a.py", "total = 1\nprint(total)\n");
    editor().insertAt(QStringLiteral("\n\ncount = 2\nprint(count)\n"), 0, 0);
    editor().goTo(4, 7);
    trigger(ActionId::GoToDefinition);
    QTRY_COMPARE_WITH_TIMEOUT(place(), QStringLiteral("a.py:3:0"), LimitMs);
}

void PlacesControllerTest::aDefinitionInAnotherFile_opensIt()
{
    open("shop.py", "# of tests\ndef sell():\n    pass\n");
    QVERIFY(m_window->area.closeCurrent());
    open("a.py", "from shop import sell\nsell()\n");
    editor().goTo(2, 1);
    trigger(ActionId::GoToDefinition);
    QTRY_COMPARE_WITH_TIMEOUT(place(), QStringLiteral("shop.py:2:4"), LimitMs);
    QVERIFY(!editor().isReadOnly());
    trigger(ActionId::GoBack);
    QCOMPARE(place(), QStringLiteral("a.py:2:1"));
}

void PlacesControllerTest::aLineThatMovedMeanwhile_isFoundAgain()
{
    open("shop.py", "def sell():\n    pass\n");
    editor().insertAt(QStringLiteral("# one\n# two\n"), 0, 0); // not saved
    open("a.py", "from shop import sell\nsell()\n");
    editor().goTo(2, 1);
    trigger(ActionId::GoToDefinition);
    QTRY_COMPARE_WITH_TIMEOUT(place(), QStringLiteral("shop.py:3:4"), LimitMs);
}

void PlacesControllerTest::aDefinitionInTheLibrary_isToBeReadOnly()
{
    open("a.py", "import textwrap\ntextwrap.dedent('')\n");
    editor().goTo(2, 12);
    trigger(ActionId::GoToDefinition);
    QTRY_COMPARE_WITH_TIMEOUT(QFileInfo(m_window->area.currentFile()).fileName(),
                              QStringLiteral("textwrap.py"), LimitMs);
    QVERIFY(editor().text(editor().caretPlace().line - 1).contains(QLatin1String("def dedent")));
    QVERIFY(editor().isReadOnly());
}

void PlacesControllerTest::whatIsBuiltIn_offersItsHelp()
{
    open("a.py", "print(1)\n");
    editor().goTo(1, 2);
    trigger(ActionId::GoToDefinition);
    QTRY_COMPARE_WITH_TIMEOUT(m_window->offered.size(), 1, LimitMs);
    QCOMPARE(m_window->offered.first().at(0).toString(), QStringLiteral("print"));
    QVERIFY(m_window->offered.first().at(1).toString().contains(QLatin1String("built into Python")));
    QCOMPARE(place(), QStringLiteral("a.py:1:2"));
}

void PlacesControllerTest::theDefinitionItself_isSaidToBeOne()
{
    open("a.py", "def go():\n    pass\n");
    editor().goTo(1, 5);
    trigger(ActionId::GoToDefinition);
    QTRY_COMPARE_WITH_TIMEOUT(m_window->told.size(), 1, LimitMs);
    QVERIFY2(m_window->told.first().first().toString().contains(QLatin1String("This is where go")),
             qPrintable(m_window->told.first().first().toString()));
    QVERIFY(!m_window->actions[ActionId::GoBack]->isEnabled());
}

void PlacesControllerTest::nothingToGoTo_isSaid()
{
    open("a.py", "missing()\n\n");
    editor().goTo(1, 1);
    trigger(ActionId::GoToDefinition);
    QTRY_COMPARE_WITH_TIMEOUT(m_window->told.size(), 1, LimitMs);
    QVERIFY(m_window->told.last().first().toString().contains(QLatin1String("where missing comes from")));
    editor().goTo(2, 0);
    trigger(ActionId::FindUses);
    QTRY_COMPARE_WITH_TIMEOUT(m_window->told.size(), 2, LimitMs);
    QVERIFY(m_window->told.last().first().toString().contains(QLatin1String("caret on a name")));
    open("a.json", "{}\n");
    trigger(ActionId::GoToDefinition);
    QCOMPARE(m_window->told.size(), 3);
    QVERIFY(m_window->told.last().first().toString().contains(QLatin1String("Python programs only")));
}

void PlacesControllerTest::uses_areListedAndGoneTo()
{
    open("other.py", "from a import go\ngo()\n");
    open("a.py", "def go():\n    pass\n\ngo()\n");
    editor().goTo(4, 0);
    trigger(ActionId::FindUses);
    QTRY_COMPARE_WITH_TIMEOUT(m_window->wanted.size(), 1, LimitMs);
    QCOMPARE(listed(),
             QStringList({QStringLiteral("a.py: 2"), QStringLiteral("1  def go():"),
                          QStringLiteral("4  go()"), QStringLiteral("other.py: 2"),
                          QStringLiteral("1  from a import go"), QStringLiteral("2  go()")}));
    QVERIFY(m_window->told.last().first().toString().contains(QLatin1String("4 places in 2 files")));
    auto *tree = m_window->uses.findChild<QTreeWidget *>();
    const auto click = [tree](int file, int row) {
        const QTreeWidgetItem *item = tree->topLevelItem(file)->child(row);
        QTest::mouseClick(tree->viewport(), Qt::LeftButton, {}, tree->visualItemRect(item).center());
    };
    click(1, 1);
    QCOMPARE(place(), QStringLiteral("other.py:2:0"));
    click(0, 0);
    QCOMPARE(place(), QStringLiteral("a.py:1:4"));
    trigger(ActionId::GoBack);
    QCOMPARE(place(), QStringLiteral("other.py:2:0"));
    trigger(ActionId::GoBack);
    QCOMPARE(place(), QStringLiteral("a.py:4:0"));
}

void PlacesControllerTest::anAnswerAboutAnOlderText_isDropped()
{
    open("a.py", "def go():\n    pass\n\ngo()\n");
    editor().goTo(4, 0);
    const QSignalSpy known(&m_window->analyst, &Runner::Analyst::placesKnown);
    trigger(ActionId::GoToDefinition);
    editor().insertAt(QStringLiteral("#"), 3, 4);
    QTRY_COMPARE_WITH_TIMEOUT(known.size(), 1, LimitMs);
    QTest::qWait(20);
    QCOMPARE(place(), QStringLiteral("a.py:4:0"));
    QVERIFY(m_window->told.last().first().toString().contains(QLatin1String("changed meanwhile")));
}

void PlacesControllerTest::aTextThatWasNeverSaved_hasPlacesToo()
{
    m_window->area.newFile(QStringLiteral("def go():\n    pass\n\ngo()\n"));
    editor().goTo(4, 0);
    trigger(ActionId::FindUses);
    QTRY_COMPARE_WITH_TIMEOUT(m_window->wanted.size(), 1, LimitMs);
    QCOMPARE(listed().size(), 3);
    open("a.py", "x = 1\n");
    auto *tree = m_window->uses.findChild<QTreeWidget *>();
    tree->setFocus();
    tree->setCurrentItem(tree->topLevelItem(0)->child(0));
    QVERIFY(QTest::qWaitForWindowActive(&m_window->uses));
    QTest::keyClick(tree, Qt::Key_Return);
    QCOMPARE(place(), QStringLiteral(":1:4"));
}

void PlacesControllerTest::aClosedTab_isOpenedOnTheWayBack()
{
    open("shop.py", "def sell():\n    pass\n");
    open("a.py", "from shop import sell\nsell()\n");
    editor().goTo(2, 1);
    trigger(ActionId::GoToDefinition);
    QTRY_COMPARE_WITH_TIMEOUT(place(), QStringLiteral("shop.py:1:4"), LimitMs);
    m_window->area.showEditor(*m_window->area.editorFor(m_window->folder.filePath(QStringLiteral("a.py"))));
    QVERIFY(m_window->area.closeCurrent());
    trigger(ActionId::GoBack);
    QCOMPARE(place(), QStringLiteral("a.py:2:1"));
}

QTEST_MAIN(PlacesControllerTest)
#include "tst_placescontroller.moc"
