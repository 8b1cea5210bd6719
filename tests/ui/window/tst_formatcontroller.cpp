// SPDX-License-Identifier: GPL-3.0-or-later
#include "formatcontroller.h"

#include "actions.h"
#include "core/settings.h"
#include "diff/diffdialog.h"
#include "editor/codeeditor.h"
#include "editor/editorarea.h"
#include "faketool.h"
#include "highlighting/codehighlighter.h"
#include "workspace/journal.h"

#include <QAction>
#include <QCheckBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Skillet;
using namespace Skillet::Ui;
using Skillet::TestSupport::makeTool;

namespace {
/// Puts blanks around each `=`, and an empty line before each `def`.
const char *const Blanks = "sed -e 's/ *= */ = /g' -e 's/^def/\\ndef/'";
} // namespace

/// With scripts in the place of black.
class FormatControllerTest final : public QObject
{
    Q_OBJECT

    static constexpr int LimitMs = 20'000;

    Theme m_theme;
    CodeHighlighter m_highlighter{m_theme};
    struct Window;
    std::unique_ptr<Window> m_window;

private Q_SLOTS:
    void init();
    void cleanup() { m_window.reset(); }

    void changes_areShownFirstAndThenMadeInOneStep();
    void cancelling_changesNothing();
    void whoHasSeenEnough_isNotAsked();
    void onlyLinesThatChange_areTouched();
    void caretAndScroll_areKept();
    void aFormattedFile_isSaidToBeOne();
    void aTextThatChangedMeanwhile_isLeftAlone();
    void aTextThatIsNoProgram_isGoneTo();
    void withoutATool_theWayToOneIsSaid();
    void aToolThatBreaksThings_changesNothing();
    void theEnvironment_comesFirst();
    void otherFiles_areNotFormatted();
    void thePlaceInTheFormattedText_isThatOfTheSameWord_data();
    void thePlaceInTheFormattedText_isThatOfTheSameWord();

private:
    void begin(const char *tool, const QString &text) const;
    void format() const;
    [[nodiscard]] DiffDialog *dialog() const;
    void applyShown() const;
    [[nodiscard]] CodeEditor &editor() const;
    [[nodiscard]] QString told() const;
};

struct FormatControllerTest::Window
{
    Window(const Theme &theme, const CodeHighlighter &highlighter)
        : journal(folder.filePath(QStringLiteral("journal")))
        , settings(folder.filePath(QStringLiteral("settings.ini")))
        , area(theme, highlighter, journal)
        , actions(theme, nullptr)
        , controller(theme, highlighter, area, settings, nullptr,
                     folder.filePath(QStringLiteral("bin")) + QStringLiteral(":/usr/bin"))
        , told(&controller, &FormatController::told)
        , problems(&controller, &FormatController::problemOccurred)
    {
        controller.connectActions(actions);
        area.resize(600, 300);
        area.show();
    }

    QTemporaryDir folder;
    Workspace::Journal journal;
    Core::Settings settings;
    EditorArea area;
    Actions actions;
    FormatController controller;
    QSignalSpy told;
    QSignalSpy problems;
};

void FormatControllerTest::init()
{
    m_window = std::make_unique<Window>(m_theme, m_highlighter);
    QVERIFY(m_window->folder.isValid());
}

void FormatControllerTest::begin(const char *tool, const QString &text) const
{
    QVERIFY(makeTool(m_window->folder.filePath(QStringLiteral("bin")), QStringLiteral("black"), tool));
    m_window->area.newFile(text);
}

void FormatControllerTest::format() const
{
    m_window->actions[ActionId::FormatFile]->trigger();
}

DiffDialog *FormatControllerTest::dialog() const
{
    return m_window->area.findChild<DiffDialog *>();
}

void FormatControllerTest::applyShown() const
{
    QTRY_VERIFY_WITH_TIMEOUT(dialog() != nullptr, LimitMs);
    dialog()->findChild<QPushButton *>(QStringLiteral("apply"))->click();
    QTRY_VERIFY(dialog() == nullptr);
}

CodeEditor &FormatControllerTest::editor() const
{
    return *m_window->area.currentEditor();
}

QString FormatControllerTest::told() const
{
    return m_window->told.isEmpty() ? QString() : m_window->told.last().first().toString();
}

void FormatControllerTest::changes_areShownFirstAndThenMadeInOneStep()
{
    QVERIFY(!m_window->actions[ActionId::FormatFile]->isEnabled());
    const QString before = QStringLiteral("x=1\ny = 2\nz=3\n");
    begin(Blanks, before);
    format();
    QTRY_VERIFY_WITH_TIMEOUT(dialog() != nullptr, LimitMs);
    QCOMPARE(editor().code(), before);
    applyShown();
    QCOMPARE(editor().code(), QStringLiteral("x = 1\ny = 2\nz = 3\n"));
    editor().undo();
    QCOMPARE(editor().code(), before);
    format(); // shown once more: nobody said that it is enough
    QTRY_VERIFY_WITH_TIMEOUT(dialog() != nullptr, LimitMs);
}

void FormatControllerTest::cancelling_changesNothing()
{
    begin(Blanks, QStringLiteral("x=1\n"));
    format();
    QTRY_VERIFY_WITH_TIMEOUT(dialog() != nullptr, LimitMs);
    dialog()->reject();
    QTRY_VERIFY(dialog() == nullptr);
    QCOMPARE(editor().code(), QStringLiteral("x=1\n"));
}

void FormatControllerTest::whoHasSeenEnough_isNotAsked()
{
    begin(Blanks, QStringLiteral("x=1\n"));
    format();
    QTRY_VERIFY_WITH_TIMEOUT(dialog() != nullptr, LimitMs);
    dialog()->findChild<QCheckBox *>()->setChecked(true);
    applyShown();
    editor().undo();
    format();
    QTRY_COMPARE_WITH_TIMEOUT(editor().code(), QStringLiteral("x = 1\n"), LimitMs);
    QVERIFY(dialog() == nullptr);
    QVERIFY(told().contains(QLatin1String("Formatted by black")));
}

void FormatControllerTest::onlyLinesThatChange_areTouched()
{
    begin(Blanks, QStringLiteral("a = 1\nb=2\nc = 3\ndef f(): pass\n"));
    editor().markerDefine(QsciScintilla::Circle, 7);
    const int onFirst = editor().markerAdd(0, 7);
    const int onThird = editor().markerAdd(2, 7);
    format();
    applyShown();
    QCOMPARE(editor().code(), QStringLiteral("a = 1\nb = 2\nc = 3\n\ndef f(): pass\n"));
    QCOMPARE(editor().markerLine(onFirst), 0);
    QCOMPARE(editor().markerLine(onThird), 2);
}

void FormatControllerTest::caretAndScroll_areKept()
{
    begin(Blanks, QStringLiteral("def f(): pass\n").repeated(3) + QStringLiteral("value=1\n").repeated(100));
    editor().goTo(50, 6);
    const int above = 49 - editor().firstVisibleLine();
    format();
    applyShown();
    const EditorPlace wanted{53, 8}; // in front of the 1 as before
    QCOMPARE(editor().caretPlace(), wanted);
    QCOMPARE(52 - editor().firstVisibleLine(), above);
}

void FormatControllerTest::aFormattedFile_isSaidToBeOne()
{
    begin(Blanks, QStringLiteral("x = 1\n"));
    format();
    QTRY_VERIFY_WITH_TIMEOUT(told().contains(QLatin1String("nothing changes")), LimitMs);
    QVERIFY(dialog() == nullptr);
}

void FormatControllerTest::aTextThatChangedMeanwhile_isLeftAlone()
{
    begin(Blanks, QStringLiteral("x=1\n"));
    format();
    editor().insertAt(QStringLiteral("#"), 0, 0);
    QTRY_VERIFY_WITH_TIMEOUT(told().contains(QLatin1String("changed meanwhile")), LimitMs);
    QCOMPARE(editor().code(), QStringLiteral("#x=1\n"));
    format();
    QTRY_VERIFY_WITH_TIMEOUT(dialog() != nullptr, LimitMs);
    editor().insertAt(QStringLiteral("#"), 0, 0);
    applyShown();
    QCOMPARE(editor().code(), QStringLiteral("##x=1\n"));
}

void FormatControllerTest::aTextThatIsNoProgram_isGoneTo()
{
    begin("echo 'error: cannot format -: Cannot parse: 2:4: if x' >&2; exit 123",
          QStringLiteral("x = 1\nif x\n"));
    format();
    QTRY_VERIFY_WITH_TIMEOUT(told().contains(QLatin1String("Line 2 is not Python yet")), LimitMs);
    QCOMPARE(editor().caretPlace().line, 2);
}

void FormatControllerTest::withoutATool_theWayToOneIsSaid()
{
    FormatController none(m_theme, m_highlighter, m_window->area, m_window->settings, nullptr,
                          m_window->folder.filePath(QStringLiteral("nowhere")));
    Actions actions(m_theme, nullptr);
    none.connectActions(actions);
    const QSignalSpy problems(&none, &FormatController::problemOccurred);
    m_window->area.newFile(QStringLiteral("x=1\n"));
    actions[ActionId::FormatFile]->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(problems.size(), 1, LimitMs);
    QVERIFY(
        problems.first().first().value<Core::Error>().message.contains(QLatin1String("pip install black")));
}

void FormatControllerTest::aToolThatBreaksThings_changesNothing()
{
    begin("echo 'rm = everything'", QStringLiteral("x=1\n"));
    format();
    QTRY_COMPARE_WITH_TIMEOUT(m_window->problems.size(), 1, LimitMs);
    QVERIFY(m_window->problems.last().first().value<Core::Error>().message.contains(
        QLatin1String("not the same program")));
    QVERIFY(makeTool(m_window->folder.filePath(QStringLiteral("bin")), QStringLiteral("black"),
                     "echo 'No module named click' >&2; exit 1"));
    format();
    QTRY_COMPARE_WITH_TIMEOUT(m_window->problems.size(), 2, LimitMs);
    QVERIFY(m_window->problems.last().first().value<Core::Error>().message.contains(
        QLatin1String("No module named click")));
    QCOMPARE(editor().code(), QStringLiteral("x=1\n"));
}

void FormatControllerTest::theEnvironment_comesFirst()
{
    const QString venv = m_window->folder.filePath(QStringLiteral("venv"));
    QVERIFY(makeTool(venv + QStringLiteral("/bin"), QStringLiteral("ruff"), "cat"));
    m_window->settings.setEnvironment(venv);
    begin("exit 1", QStringLiteral("x=1\n"));
    format();
    QTRY_VERIFY_WITH_TIMEOUT(told().contains(QLatin1String("as ruff formats it")), LimitMs);
}

void FormatControllerTest::otherFiles_areNotFormatted()
{
    begin("exit 1", QStringLiteral("x=1\n"));
    editor().setReadOnly(true);
    format();
    QVERIFY(told().contains(QLatin1String("read-only")));
    m_window->area.newFile(QStringLiteral("{}"), QStringLiteral("a.json"));
    format();
    QVERIFY(told().contains(QLatin1String("Only Python")));
}

void FormatControllerTest::thePlaceInTheFormattedText_isThatOfTheSameWord_data()
{
    QTest::addColumn<QString>("before"); // with | for the caret
    QTest::addColumn<QString>("after");
    const char *rows[][2] = {{"|x=1", "|x = 1"},
                             {"x|=1", "x| = 1"},
                             {"x=|1", "x = |1"},
                             {"f( |a,b )", "f(|a, b)"},
                             {"f( a,|b )", "f(a, |b)"},
                             {"f( a,b )|", "f(a, b)|"},
                             {"f('a|b')", "f(\"a|b\")"},
                             {"x=1\n|y=2\n", "x = 1\n|y = 2\n"},
                             {"x=1\n\n\n\n|y=2\n", "x = 1\n\n|y = 2\n"}};
    for (const auto &row : rows)
        QTest::newRow(row[0]) << QString::fromUtf8(row[0]) << QString::fromUtf8(row[1]);
}

void FormatControllerTest::thePlaceInTheFormattedText_isThatOfTheSameWord()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    const qsizetype at = before.indexOf(u'|');
    const qsizetype wanted = after.indexOf(u'|');
    QCOMPARE(placeInFormatted(before.remove(u'|'), at, after.remove(u'|')), wanted);
}

QTEST_MAIN(FormatControllerTest)
#include "tst_formatcontroller.moc"
