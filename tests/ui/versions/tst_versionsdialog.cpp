// SPDX-License-Identifier: GPL-3.0-or-later
#include "versions/versionsdialog.h"

#include "actions.h"
#include "diff/diffview.h"
#include "editor/codeeditor.h"
#include "editor/editorarea.h"
#include "theme/emptystate.h"
#include "theme/rolelabel.h"
#include "versions/versionwords.h"
#include "versionscontroller.h"
#include "workspace/journal.h"

#include <QAction>
#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QListWidget>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace Skillet;
using namespace Skillet::Ui;
using Workspace::LocalHistory;
using Workspace::Occasion;

class VersionsDialogTest final : public QObject
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

    void aVersion_isToldByDayTimeAndOccasion();
    void theList_tellsHowManyLinesChanged();
    void restore_isOneStepOfUndoAndKeepsTheTextOfNow();
    void restore_withoutRoomForTheTextOfNow_changesNothing();
    void openAsNewAndCopy_giveTheWholeText();
    void noVersions_areExplained();
    void aTextWithoutAFile_isToldToBeSaved();
    void aStoreThatCannotBeRead_isTold();
    void aDamagedVersion_isToldAndCannotBeRestored();
    void aReadOnlyFile_offersNoRestore();

private:
    [[nodiscard]] QList<Workspace::FileVersion> versions() const;
    void keep(const QString &text) const;
    [[nodiscard]] VersionsDialog *open() const;
    static void press(const VersionsDialog *dialog, const QString &label);
    [[nodiscard]] static bool offers(const VersionsDialog *dialog, const QString &label);
    [[nodiscard]] static bool tells(const VersionsDialog *dialog, const QString &words);
};

struct VersionsDialogTest::Window
{
    Window(const Theme &theme, const CodeHighlighter &highlighter)
        : journal(folder.filePath(QStringLiteral("journal")))
        , editor(theme, highlighter, journal)
        , path(folder.filePath(QStringLiteral("orders.py")))
        , history(folder.filePath(QStringLiteral("history")))
        , controller(theme, highlighter, history, editor, nullptr)
    {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write("x = 1\ny = 2\n") < 0 || !file.flush()
            || !editor.openFile(path))
            qFatal("the test cannot write and open its own file");
        editor.show();
    }

    QTemporaryDir folder;
    Workspace::Journal journal;
    EditorArea editor;
    QString path;
    QString history;
    VersionsController controller;
};

void VersionsDialogTest::init()
{
    m_window = std::make_unique<Window>(m_theme, m_highlighter);
}

void VersionsDialogTest::cleanup()
{
    m_window.reset();
}

QList<Workspace::FileVersion> VersionsDialogTest::versions() const
{
    return LocalHistory(m_window->history).versions(m_window->path).valueOr({});
}

void VersionsDialogTest::keep(const QString &text) const
{
    QVERIFY(LocalHistory(m_window->history).keep(m_window->path, text, Occasion::Run));
}

VersionsDialog *VersionsDialogTest::open() const
{
    m_window->controller.showVersions();
    return m_window->editor.findChild<VersionsDialog *>();
}

void VersionsDialogTest::press(const VersionsDialog *dialog, const QString &label)
{
    QTRY_VERIFY_WITH_TIMEOUT(offers(dialog, label), LimitMs);
    for (QPushButton *button : dialog->findChildren<QPushButton *>()) {
        if (button->text().remove(u'&') == label)
            button->click();
    }
}

bool VersionsDialogTest::offers(const VersionsDialog *dialog, const QString &label)
{
    for (const QPushButton *button : dialog->findChildren<QPushButton *>()) {
        if (button->text().remove(u'&') == label)
            return button->isEnabled();
    }
    return false;
}

bool VersionsDialogTest::tells(const VersionsDialog *dialog, const QString &words)
{
    for (const RoleLabel *label : dialog->findChildren<RoleLabel *>()) {
        if (label->isVisible() && label->text().contains(words))
            return true;
    }
    return false;
}

void VersionsDialogTest::aVersion_isToldByDayTimeAndOccasion()
{
    const QDateTime now(QDate(2024, 5, 14), QTime(18, 30));
    const QDateTime then(QDate(2024, 5, 14), QTime(14, 5));
    QCOMPARE(versionInWords({then, Occasion::Run, 1, {}}, now), QStringLiteral("today 14:05, before a run"));
    QCOMPARE(versionInWords({then.addDays(-1), Occasion::Saved, 1, {}}, now),
             QStringLiteral("yesterday 14:05, when saved"));
    const QString older = versionInWords({then.addDays(-9), Occasion::Checked, 1, {}}, now);
    QVERIFY(older.contains(QStringLiteral("2024")) && older.endsWith(QStringLiteral("before a check")));
}

void VersionsDialogTest::theList_tellsHowManyLinesChanged()
{
    keep(QStringLiteral("x = 1\n"));
    keep(QStringLiteral("x = 1\ny = 2\n"));
    const VersionsDialog *dialog = open();
    const auto *list = dialog->findChild<QListWidget *>();
    QTRY_COMPARE_WITH_TIMEOUT(list->count(), 2, LimitMs);
    QTRY_VERIFY_WITH_TIMEOUT(list->item(1)->text().endsWith(QStringLiteral("\n1 line added since")), LimitMs);
    QVERIFY(list->item(0)->text().endsWith(QStringLiteral("before a run\nas the text is now")));
}

void VersionsDialogTest::restore_isOneStepOfUndoAndKeepsTheTextOfNow()
{
    keep(QStringLiteral("old\n"));
    CodeEditor *editor = m_window->editor.currentEditor();
    editor->insertAt(QStringLiteral("# typed just now\n"), 0, 0);
    press(open(), QStringLiteral("Restore"));
    QTRY_COMPARE_WITH_TIMEOUT(editor->code(), QStringLiteral("old\n"), LimitMs);
    QCOMPARE(versions().size(), 2);
    QCOMPARE(versions().at(0).occasion, Occasion::BeforeRestore);
    QCOMPARE(LocalHistory(m_window->history).text(m_window->path, versions().at(0)).valueOr({}),
             QStringLiteral("# typed just now\nx = 1\ny = 2\n"));
    editor->undo();
    QCOMPARE(editor->code(), QStringLiteral("# typed just now\nx = 1\ny = 2\n"));
}

void VersionsDialogTest::restore_withoutRoomForTheTextOfNow_changesNothing()
{
    keep(QStringLiteral("old\n"));
    const VersionsDialog *dialog = open();
    QTRY_VERIFY_WITH_TIMEOUT(offers(dialog, QStringLiteral("Restore")), LimitMs);
    // A folder where the lock's file belongs: nothing can be kept any more.
    const QString lock = m_window->history + QStringLiteral("/lock");
    QVERIFY(QFile::remove(lock) && QDir().mkpath(lock));
    press(dialog, QStringLiteral("Restore"));
    QTRY_VERIFY_WITH_TIMEOUT(tells(dialog, QStringLiteral("Nothing was restored")), LimitMs);
    QCOMPARE(m_window->editor.currentText(), QStringLiteral("x = 1\ny = 2\n"));
}

void VersionsDialogTest::openAsNewAndCopy_giveTheWholeText()
{
    keep(QStringLiteral("old\n"));
    const VersionsDialog *dialog = open();
    press(dialog, QStringLiteral("Copy"));
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("old\n"));
    press(dialog, QStringLiteral("Open as New"));
    QCOMPARE(m_window->editor.currentText(), QStringLiteral("old\n"));
    QVERIFY(m_window->editor.currentFile().isEmpty());
    QCOMPARE(m_window->editor.editorFor(m_window->path)->code(), QStringLiteral("x = 1\ny = 2\n"));
}

void VersionsDialogTest::noVersions_areExplained()
{
    const VersionsDialog *dialog = open();
    QTRY_VERIFY_WITH_TIMEOUT(tells(dialog, QStringLiteral("every save, run and check")), LimitMs);
    QVERIFY(!offers(dialog, QStringLiteral("Restore")));
}

void VersionsDialogTest::aTextWithoutAFile_isToldToBeSaved()
{
    m_window->editor.newFile(QStringLiteral("x"));
    QVERIFY(tells(open(), QStringLiteral("Save it with Ctrl+S")));
}

void VersionsDialogTest::aStoreThatCannotBeRead_isTold()
{
    keep(QStringLiteral("old\n"));
    for (const QFileInfo &folder : QDir(m_window->history).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const QString index = folder.filePath() + QStringLiteral("/versions.jsonl");
        QVERIFY(QFile::remove(index) && QDir().mkpath(index));
    }
    QTRY_VERIFY_WITH_TIMEOUT(tells(open(), QStringLiteral("cannot be read")), LimitMs);
}

void VersionsDialogTest::aDamagedVersion_isToldAndCannotBeRestored()
{
    keep(QStringLiteral("old\n"));
    for (const QFileInfo &folder : QDir(m_window->history).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        QFile text(folder.filePath() + u'/' + QString::fromLatin1(versions().at(0).digest));
        QVERIFY(text.open(QIODevice::WriteOnly));
        text.write("rubbish");
    }
    const VersionsDialog *dialog = open();
    QTRY_VERIFY_WITH_TIMEOUT(tells(dialog, QStringLiteral("damaged")), LimitMs);
    QVERIFY(!offers(dialog, QStringLiteral("Restore")));
    QVERIFY(!offers(dialog, QStringLiteral("Copy")));
}

void VersionsDialogTest::aReadOnlyFile_offersNoRestore()
{
    keep(QStringLiteral("old\n"));
    m_window->editor.currentEditor()->setReadOnly(true);
    const VersionsDialog *dialog = open();
    QTRY_VERIFY_WITH_TIMEOUT(offers(dialog, QStringLiteral("Open as New")), LimitMs);
    QVERIFY(!offers(dialog, QStringLiteral("Restore")));
}

QTEST_MAIN(VersionsDialogTest)
#include "tst_versionsdialog.moc"
