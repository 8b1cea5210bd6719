// SPDX-License-Identifier: GPL-3.0-or-later
#include "stylehints.h"

#include "actions.h"
#include "core/settings.h"
#include "editor/codeeditor.h"
#include "editor/editorarea.h"
#include "faketool.h"
#include "highlighting/codehighlighter.h"
#include "problemscontroller.h"
#include "runner/analyst.h"
#include "stylewords.h"
#include "workspace/journal.h"

#include <QAction>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Skillet;
using namespace Skillet::Ui;
using Skillet::TestSupport::makeTool;

/// With a script in the place of flake8, and the real analyst.
class StyleHintsTest final : public QObject
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

    void hints_areMarkedWithWhatElseIsWrong();
    void typing_renewsThem();
    void hints_canBeSwitchedOff();
    void practisingWithoutHelp_hidesThemToo();
    void otherLanguages_areNotLookedAt();
    void words_areOurs_elseTheTools();
    void whatBothSay_isSaidOnce();
    void aSyntaxError_standsAlone();

private:
    void tool(const QByteArray &script) const;
    [[nodiscard]] QStringList codes() const;
    [[nodiscard]] CodeEditor &editor() const;
};

struct StyleHintsTest::Window
{
    Window(const Theme &theme, const CodeHighlighter &highlighter)
        : analyst({QStringLiteral(SKILLET_WORKER), QStringLiteral(SKILLET_WORKER_PYTHON), 10'000})
        , journal(folder.filePath(QStringLiteral("journal")))
        , settings(folder.filePath(QStringLiteral("settings.ini")))
        , area(theme, highlighter, journal)
        , actions(theme, nullptr)
        , problems(analyst, area, nullptr)
        , hints(area, settings, nullptr, folder.filePath(QStringLiteral("bin")))
    {
        hints.connectActions(actions);
        QObject::connect(&hints, &StyleHints::found, &problems, &ProblemsController::setStyle);
        QObject::connect(&problems, &ProblemsController::enabledChanged, &hints, &StyleHints::setEnabled);
        area.resize(600, 300);
        area.show();
    }

    QTemporaryDir folder;
    Runner::Analyst analyst;
    Workspace::Journal journal;
    Core::Settings settings;
    EditorArea area;
    Actions actions;
    ProblemsController problems;
    StyleHints hints;
};

void StyleHintsTest::init()
{
    m_window = std::make_unique<Window>(m_theme, m_highlighter);
    QVERIFY(m_window->folder.isValid());
}

void StyleHintsTest::tool(const QByteArray &script) const
{
    QVERIFY(makeTool(m_window->folder.filePath(QStringLiteral("bin")), QStringLiteral("flake8"), script));
}

CodeEditor &StyleHintsTest::editor() const
{
    return *m_window->area.currentEditor();
}

QStringList StyleHintsTest::codes() const
{
    QStringList found;
    const QList<Runner::Problem> problems = editor().problemMarks().problems();
    for (const Runner::Problem &problem : problems)
        found.append(problem.code);
    return found;
}

void StyleHintsTest::hints_areMarkedWithWhatElseIsWrong()
{
    tool("echo '1:2:E225:missing whitespace around operator'; echo '2:1:F401:os imported'");
    m_window->area.newFile(QStringLiteral("x=1\nimport os\n"));
    QTRY_COMPARE_WITH_TIMEOUT(codes(), QStringList({QStringLiteral("E225"), QStringLiteral("unused-import")}),
                              LimitMs);
    QVERIFY(editor().problemMarks().at(1).contains(QLatin1String("blank on each side")));
}

void StyleHintsTest::typing_renewsThem()
{
    tool("grep -q '=1' && echo '1:2:E225:missing whitespace around operator'; exit 0");
    m_window->area.newFile(QStringLiteral("x=1\n"));
    QTRY_COMPARE_WITH_TIMEOUT(codes(), QStringList(QStringLiteral("E225")), LimitMs);
    editor().insertAt(QStringLiteral(" "), 0, 2);
    QTRY_COMPARE_WITH_TIMEOUT(codes(), QStringList(), LimitMs);
}

void StyleHintsTest::hints_canBeSwitchedOff()
{
    tool("echo '1:2:E225:missing whitespace around operator'");
    m_window->area.newFile(QStringLiteral("x=1\n"));
    QAction *action = m_window->actions[ActionId::StyleHints];
    QVERIFY(action->isChecked());
    QTRY_COMPARE_WITH_TIMEOUT(codes().size(), 1, LimitMs);
    action->setChecked(false);
    QTRY_COMPARE_WITH_TIMEOUT(codes().size(), 0, LimitMs);
    StyleHints next(m_window->area, m_window->settings, nullptr);
    Actions actions(m_theme, nullptr);
    next.connectActions(actions);
    QVERIFY(!actions[ActionId::StyleHints]->isChecked()); // it is remembered
    action->setChecked(true);
    QTRY_COMPARE_WITH_TIMEOUT(codes().size(), 1, LimitMs);
}

void StyleHintsTest::practisingWithoutHelp_hidesThemToo()
{
    tool("echo '1:2:E225:missing whitespace around operator'");
    m_window->area.newFile(QStringLiteral("x=1\n"));
    QTRY_COMPARE_WITH_TIMEOUT(codes().size(), 1, LimitMs);
    m_window->problems.setEnabled(false);
    QCOMPARE(codes().size(), 0);
    editor().insertAt(QStringLiteral("y=1\n"), 1, 0);
    QTest::qWait(1500);
    QCOMPARE(codes().size(), 0);
    m_window->problems.setEnabled(true);
    QTRY_COMPARE_WITH_TIMEOUT(codes().size(), 1, LimitMs);
}

void StyleHintsTest::otherLanguages_areNotLookedAt()
{
    tool("echo x > \"$0.calls\"");
    m_window->area.newFile(QStringLiteral("{}"), QStringLiteral("a.json"));
    QTest::qWait(1500);
    QVERIFY(!QFile::exists(m_window->folder.filePath(QStringLiteral("bin/flake8.calls"))));
}

void StyleHintsTest::words_areOurs_elseTheTools()
{
    const Runner::SourceRange range{1, 1, 0, 1};
    QVERIFY(StyleWords::problem({QStringLiteral("E302"), QStringLiteral("expected 2"), range})
                .text.contains(QLatin1String("two empty lines")));
    QVERIFY(StyleWords::problem({QStringLiteral("E303"), QStringLiteral("too many"), range})
                .text.contains(QLatin1String("more empty lines")));
    const Runner::Problem other =
        StyleWords::problem({QStringLiteral("SIM102"), QStringLiteral("use one if"), range});
    QCOMPARE(other.text, QStringLiteral("Use one if. (SIM102)"));
    QCOMPARE(other.kind, Runner::ProblemKind::Warning);
}

void StyleHintsTest::whatBothSay_isSaidOnce()
{
    const Runner::SourceRange first{1, 1, 0, 4};
    const Runner::SourceRange second{2, 2, 0, 4};
    using Runner::ProblemKind;
    const QList<Runner::Problem> ours{{ProblemKind::Warning, QStringLiteral("error-swallowed"), {}, second}};
    const QList<Runner::Problem> style{{ProblemKind::Warning, QStringLiteral("E722"), {}, first},
                                       {ProblemKind::Warning, QStringLiteral("E722"), {}, second}};
    const QList<Runner::Problem> wanted{style.first(), ours.first()};
    QCOMPARE(StyleWords::merged(ours, style), wanted);
}

void StyleHintsTest::aSyntaxError_standsAlone()
{
    using Runner::ProblemKind;
    const QList<Runner::Problem> ours{
        {ProblemKind::Error, QStringLiteral("syntax.missing-colon.if"), {}, {1, 1, 0, 4}}};
    const QList<Runner::Problem> style{{ProblemKind::Warning, QStringLiteral("E225"), {}, {1, 1, 0, 4}}};
    QCOMPARE(StyleWords::merged(ours, style), ours);
}

QTEST_MAIN(StyleHintsTest)
#include "tst_stylehints.moc"
