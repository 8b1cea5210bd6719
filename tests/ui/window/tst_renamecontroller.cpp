// SPDX-License-Identifier: GPL-3.0-or-later
#include "renamecontroller.h"

#include "actions.h"
#include "editor/codeeditor.h"
#include "editor/editorarea.h"
#include "highlighting/codehighlighter.h"
#include "rename/renamedialog.h"
#include "runner/analyst.h"
#include "workspace/journal.h"

#include <QAction>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Skillet;
using namespace Skillet::Ui;

/// With the real analyst behind it.
class RenameControllerTest final : public QObject
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

    void aName_getsAnotherOneInOneStepOfUndo();
    void stringsAndComments_stayAsTheyAre();
    void aClash_isRefused();
    void whatIsNotOfThisFile_isNotRenamed();
    void aTextThatIsNoProgram_isNotRenamedAndTheLineIsGoneTo();
    void aTextThatChangedMeanwhile_isNotTouched();
    void aReadOnlyText_isNotTouched();

private:
    /// Asks for another name of what is at the place.
    void ask(int line, int column) const;
    [[nodiscard]] RenameDialog *dialog() const;
    [[nodiscard]] CodeEditor &editor() const;
    [[nodiscard]] QString told() const;
};

struct RenameControllerTest::Window
{
    Window(const Theme &theme, const CodeHighlighter &highlighter)
        : analyst({QStringLiteral(SKILLET_WORKER), QStringLiteral(SKILLET_WORKER_PYTHON), 10'000})
        , journal(folder.filePath(QStringLiteral("journal")))
        , area(theme, highlighter, journal)
        , actions(theme, nullptr)
        , controller(
              analyst, area, theme, [this] { return folder.path(); }, nullptr)
        , told(&controller, &RenameController::told)
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
    RenameController controller;
    QSignalSpy told;
};

void RenameControllerTest::init()
{
    m_window = std::make_unique<Window>(m_theme, m_highlighter);
    QVERIFY(m_window->folder.isValid());
    // What is read for the first time may take too long on a busy machine.
    const QSignalSpy known(&m_window->analyst, &Runner::Analyst::placesKnown);
    (void)m_window->analyst.askPlaces(
        {Runner::PlacesWanted::Definition, QStringLiteral("print"), 1, QString(), QString()});
    QTRY_COMPARE_WITH_TIMEOUT(known.size(), 1, LimitMs);
}

CodeEditor &RenameControllerTest::editor() const
{
    return *m_window->area.currentEditor();
}

RenameDialog *RenameControllerTest::dialog() const
{
    return m_window->area.findChild<RenameDialog *>();
}

QString RenameControllerTest::told() const
{
    return m_window->told.isEmpty() ? QString() : m_window->told.last().first().toString();
}

void RenameControllerTest::ask(int line, int column) const
{
    editor().goTo(line, column);
    m_window->actions[ActionId::RenameName]->trigger();
}

void RenameControllerTest::aName_getsAnotherOneInOneStepOfUndo()
{
    const QString before =
        QStringLiteral("def \u00e4nd(n):\n    return n\n\n\nprint(\u00e4nd(1), \u00e4nd(2))\n");
    m_window->area.newFile(before);
    ask(5, 8);
    QTRY_VERIFY_WITH_TIMEOUT(dialog() != nullptr, LimitMs);
    auto *name = dialog()->findChild<QLineEdit *>();
    QCOMPARE(name->text(), QStringLiteral("\u00e4nd"));
    QVERIFY(name->accessibleDescription().contains(QLatin1String("3 places")));
    name->setText(QStringLiteral("finish"));
    QTest::keyClick(name, Qt::Key_Return);
    QCOMPARE(editor().code(),
             QStringLiteral("def finish(n):\n    return n\n\n\nprint(finish(1), finish(2))\n"));
    QCOMPARE(editor().caretPlace().line, 5);
    editor().undo();
    QCOMPARE(editor().code(), before);
}

void RenameControllerTest::stringsAndComments_stayAsTheyAre()
{
    m_window->area.newFile(QStringLiteral("def f(n):\n    # n\n    return 'n', n, f'n {n}'\n"));
    ask(1, 6);
    QTRY_VERIFY_WITH_TIMEOUT(dialog() != nullptr, LimitMs);
    auto *name = dialog()->findChild<QLineEdit *>();
    name->setText(QStringLiteral("number"));
    QTest::keyClick(name, Qt::Key_Return);
    QCOMPARE(editor().code(),
             QStringLiteral("def f(number):\n    # n\n    return 'n', number, f'n {number}'\n"));
}

void RenameControllerTest::aClash_isRefused()
{
    m_window->area.newFile(QStringLiteral("def f(n, m):\n    return n + m\n"));
    ask(1, 6);
    QTRY_VERIFY_WITH_TIMEOUT(dialog() != nullptr, LimitMs);
    auto *name = dialog()->findChild<QLineEdit *>();
    for (const char *refused : {"m", "print", "if", "2x"}) {
        name->setText(QString::fromUtf8(refused));
        QTest::keyClick(name, Qt::Key_Return);
        QVERIFY2(dialog()->isVisible(), refused);
    }
    dialog()->reject();
    QCOMPARE(editor().code(), QStringLiteral("def f(n, m):\n    return n + m\n"));
}

void RenameControllerTest::whatIsNotOfThisFile_isNotRenamed()
{
    m_window->area.newFile(QStringLiteral("import os\nprint(os.sep)\nx.y\n"));
    ask(2, 7);
    QTRY_VERIFY_WITH_TIMEOUT(told().contains(QLatin1String("name of a module")), LimitMs);
    ask(2, 1);
    QTRY_VERIFY_WITH_TIMEOUT(told().contains(QLatin1String("built into Python")), LimitMs);
    ask(3, 3);
    QTRY_VERIFY_WITH_TIMEOUT(told().contains(QLatin1String("cannot be told for sure")), LimitMs);
    QVERIFY(dialog() == nullptr);
}

void RenameControllerTest::aTextThatIsNoProgram_isNotRenamedAndTheLineIsGoneTo()
{
    m_window->area.newFile(QStringLiteral("x = 1\nprint(x)\nif x\n"));
    ask(1, 0);
    QTRY_VERIFY_WITH_TIMEOUT(told().contains(QLatin1String("Line 3 is not Python yet")), LimitMs);
    QCOMPARE(editor().caretPlace().line, 3);
}

void RenameControllerTest::aTextThatChangedMeanwhile_isNotTouched()
{
    m_window->area.newFile(QStringLiteral("x = 1\nprint(x)\n"));
    ask(1, 0);
    editor().insertAt(QStringLiteral("#"), 0, 0);
    QTRY_VERIFY_WITH_TIMEOUT(told().contains(QLatin1String("changed meanwhile")), LimitMs);
    QVERIFY(dialog() == nullptr);
    editor().undo();
    ask(1, 0);
    QTRY_VERIFY_WITH_TIMEOUT(dialog() != nullptr, LimitMs);
    editor().insertAt(QStringLiteral("#"), 0, 0);
    auto *name = dialog()->findChild<QLineEdit *>();
    name->setText(QStringLiteral("y"));
    QTest::keyClick(name, Qt::Key_Return);
    QCOMPARE(editor().code(), QStringLiteral("#x = 1\nprint(x)\n"));
    QVERIFY(told().contains(QLatin1String("Nothing was renamed")));
}

void RenameControllerTest::aReadOnlyText_isNotTouched()
{
    m_window->area.newFile(QStringLiteral("x = 1\n"));
    editor().setReadOnly(true);
    ask(1, 0);
    QVERIFY(told().contains(QLatin1String("read-only")));
}

QTEST_MAIN(RenameControllerTest)
#include "tst_renamecontroller.moc"
