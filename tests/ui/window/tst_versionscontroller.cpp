// SPDX-License-Identifier: GPL-3.0-or-later
#include "versionscontroller.h"

#include "actions.h"
#include "checks/checkspane.h"
#include "editor/codeeditor.h"
#include "editor/editorarea.h"
#include "highlighting/codehighlighter.h"
#include "workspace/journal.h"
#include "workspace/localhistory.h"

#include <QAction>
#include <QFile>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Skillet;
using namespace Skillet::Ui;
using Workspace::FileVersion;
using Workspace::LocalHistory;
using Workspace::Occasion;

class VersionsControllerTest final : public QObject
{
    Q_OBJECT

    static constexpr int LimitMs = 30'000;

    Theme m_theme;
    CodeHighlighter m_highlighter{m_theme};
    struct Window;
    std::unique_ptr<Window> m_window;

private Q_SLOTS:
    void init();
    void cleanup();

    void saveRunAndCheck_keepVersions();
    void aRunThatSaves_isNamedARun();
    void theCheckButtonOfTheChecksPane_keepsAVersion();
    void aTextWithoutAFile_isNotKept();
    void aVersionUnderWay_isKeptWhenTheWindowCloses();
    void aHistoryThatFails_isToldOnceAndTheSaveIsDone();
    void aTextTooLarge_isNotKeptAndNotTold();

private:
    [[nodiscard]] QList<FileVersion> versions() const;
    void edit(const char *text) const;
};

struct VersionsControllerTest::Window
{
    Window(const Theme &theme, const CodeHighlighter &highlighter)
        : journal(folder.filePath(QStringLiteral("journal")))
        , editor(theme, highlighter, journal)
        , actions(theme, nullptr)
        , path(folder.filePath(QStringLiteral("orders.py")))
        , history(folder.filePath(QStringLiteral("history")))
        , controller(std::make_unique<VersionsController>(theme, highlighter, history, editor, nullptr))
    {
        controller->connectActions(actions);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write("x = 1\n") < 0 || !file.flush()
            || !editor.openFile(path))
            qFatal("the test cannot write and open its own file");
    }

    QTemporaryDir folder;
    Workspace::Journal journal;
    EditorArea editor;
    Actions actions;
    QString path;
    QString history;
    std::unique_ptr<VersionsController> controller;
};

void VersionsControllerTest::init()
{
    m_window = std::make_unique<Window>(m_theme, m_highlighter);
}

void VersionsControllerTest::cleanup()
{
    m_window.reset();
}

QList<FileVersion> VersionsControllerTest::versions() const
{
    return LocalHistory(m_window->history).versions(m_window->path).valueOr({});
}

void VersionsControllerTest::edit(const char *text) const
{
    m_window->editor.currentEditor()->insertAt(QString::fromUtf8(text), 0, 0);
}

void VersionsControllerTest::saveRunAndCheck_keepVersions()
{
    m_window->actions[ActionId::RunFile]->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(versions().size(), 1, LimitMs);
    edit("# saved\n");
    QVERIFY(m_window->editor.saveCurrent());
    QTRY_COMPARE_WITH_TIMEOUT(versions().size(), 2, LimitMs);
    edit("# checked\n");
    m_window->actions[ActionId::Check]->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(versions().size(), 3, LimitMs);
    QCOMPARE(versions().at(0).occasion, Occasion::Checked);
    QCOMPARE(versions().at(1).occasion, Occasion::Saved);
    QCOMPARE(versions().at(2).occasion, Occasion::Run);
    const auto text = LocalHistory(m_window->history).text(m_window->path, versions().at(1));
    QVERIFY(text.ok());
    QCOMPARE(text.value(), QStringLiteral("# saved\nx = 1\n"));
}

void VersionsControllerTest::aRunThatSaves_isNamedARun()
{
    connect(m_window->actions[ActionId::RunModule], &QAction::triggered, &m_window->editor,
            [this] { m_window->editor.saveCurrent(); });
    edit("# run\n");
    m_window->actions[ActionId::RunModule]->trigger();
    m_window->controller.reset(); // ends what is under way
    QCOMPARE(versions().size(), 1);
    QCOMPARE(versions().at(0).occasion, Occasion::Run);
}

void VersionsControllerTest::theCheckButtonOfTheChecksPane_keepsAVersion()
{
    ChecksPane checks(m_theme);
    checks.connectActions(m_window->actions);
    checks.showExercise(QStringLiteral("One price"), 0, 0);
    // As the course does: what is checked is saved first.
    connect(m_window->actions[ActionId::Check], &QAction::triggered, &m_window->editor,
            [this] { m_window->editor.saveCurrent(); });
    edit("# checked\n");
    for (QPushButton *button : checks.findChildren<QPushButton *>()) {
        if (button->text().remove(u'&') == QStringLiteral("Check"))
            button->click();
    }
    m_window->controller.reset();
    QCOMPARE(versions().size(), 1);
    QCOMPARE(versions().at(0).occasion, Occasion::Checked);
}

void VersionsControllerTest::aTextWithoutAFile_isNotKept()
{
    QSignalSpy told(m_window->controller.get(), &VersionsController::problemOccurred);
    m_window->editor.newFile(QStringLiteral("x"));
    m_window->actions[ActionId::RunFile]->trigger();
    QVERIFY(m_window->editor.openFile(m_window->path));
    m_window->actions[ActionId::RunFile]->trigger(); // kept after whatever the first did
    QTRY_COMPARE_WITH_TIMEOUT(versions().size(), 1, LimitMs);
    QVERIFY(told.isEmpty());
}

void VersionsControllerTest::aVersionUnderWay_isKeptWhenTheWindowCloses()
{
    for (int i = 0; i < 10; ++i) {
        edit("# more\n");
        QVERIFY(m_window->editor.saveCurrent());
    }
    m_window->controller.reset();
    QCOMPARE(versions().size(), 10);
}

void VersionsControllerTest::aHistoryThatFails_isToldOnceAndTheSaveIsDone()
{
    QFile blocker(m_window->history);
    QVERIFY(blocker.open(QIODevice::WriteOnly));
    QSignalSpy told(m_window->controller.get(), &VersionsController::problemOccurred);
    edit("# one\n");
    QVERIFY(m_window->editor.saveCurrent());
    QTRY_COMPARE_WITH_TIMEOUT(told.size(), 1, LimitMs);
    QVERIFY(told.at(0).at(0).value<Core::Error>().message.contains(m_window->history));
    edit("# two\n");
    QVERIFY(m_window->editor.saveCurrent());
    QFile saved(m_window->path);
    QVERIFY(saved.open(QIODevice::ReadOnly));
    QCOMPARE(saved.readAll(), QByteArray("# two\n# one\nx = 1\n"));
    QVERIFY(blocker.remove());
    edit("# three\n");
    QVERIFY(m_window->editor.saveCurrent());
    // The second save's version may find the folder free already.
    QTRY_VERIFY_WITH_TIMEOUT(!versions().isEmpty(), LimitMs);
    QCOMPARE(told.size(), 1);
}

void VersionsControllerTest::aTextTooLarge_isNotKeptAndNotTold()
{
    QSignalSpy told(m_window->controller.get(), &VersionsController::problemOccurred);
    edit(QByteArray(6 * 1024 * 1024, '\n').constData());
    QVERIFY(m_window->editor.saveCurrent());
    m_window->editor.currentEditor()->replaceCode(QStringLiteral("x = 2\n"));
    QVERIFY(m_window->editor.saveCurrent()); // kept after whatever the first did
    QTRY_COMPARE_WITH_TIMEOUT(versions().size(), 1, LimitMs);
    QCOMPARE(versions().at(0).bytes, 6);
    QVERIFY(told.isEmpty());
}

QTEST_MAIN(VersionsControllerTest)
#include "tst_versionscontroller.moc"
