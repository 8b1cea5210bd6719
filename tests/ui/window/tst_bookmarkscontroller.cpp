// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions.h"
#include "bookmarkscontroller.h"
#include "core/settings.h"
#include "editor/bookmarks.h"
#include "editor/codeeditor.h"
#include "editor/editorarea.h"
#include "highlighting/codehighlighter.h"
#include "theme/theme.h"
#include "workspace/journal.h"

#include <QAction>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Skillet;
using namespace Skillet::Ui;

class BookmarksControllerTest final : public QObject
{
    Q_OBJECT

    Theme m_theme;
    CodeHighlighter m_highlighter{m_theme};
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;

    struct Window
    {
        explicit Window(const BookmarksControllerTest &test)
            : settings(test.m_folder->filePath(QStringLiteral("settings.ini")))
            , journal(test.m_folder->filePath(QStringLiteral("journal")))
            , actions(test.m_theme, nullptr)
            , area(test.m_theme, test.m_highlighter, journal)
            , controller(area, actions, settings, nullptr)
        { }
        void at(int line, ActionId id)
        {
            area.currentEditor()->setCursorPosition(line - 1, 0);
            actions[id]->trigger();
        }
        [[nodiscard]] int line() const { return area.currentEditor()->caretPlace().line; }
        [[nodiscard]] QList<int> marked() const { return area.currentEditor()->bookmarks().lines(); }

        Core::Settings settings;
        Workspace::Journal journal;
        Actions actions;
        EditorArea area;
        BookmarksController controller;
    };

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = m_folder->filePath(QStringLiteral("a.py"));
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray("x = 1\n").repeated(20));
    }

    void markedLines_areGoneToInTurn()
    {
        Window window(*this);
        QVERIFY(window.area.openFile(m_file).ok());
        window.at(3, ActionId::ToggleBookmark);
        window.at(12, ActionId::ToggleBookmark);
        QCOMPARE(window.marked(), (QList<int>{3, 12}));
        window.at(1, ActionId::NextBookmark);
        QCOMPARE(window.line(), 3);
        window.at(3, ActionId::NextBookmark);
        QCOMPARE(window.line(), 12);
        window.at(12, ActionId::NextBookmark);
        QCOMPARE(window.line(), 3); // around the end
        window.at(3, ActionId::PreviousBookmark);
        QCOMPARE(window.line(), 12); // around the beginning
        window.at(12, ActionId::ToggleBookmark);
        QCOMPARE(window.marked(), QList<int>{3});
    }

    void marks_moveWithTheirText_andComeBack()
    {
        {
            Window window(*this);
            QVERIFY(window.area.openFile(m_file).ok());
            window.at(5, ActionId::ToggleBookmark);
            window.area.currentEditor()->insertAt(QStringLiteral("# above\n"), 0, 0);
            QCOMPARE(window.marked(), QList<int>{6});
            QVERIFY(window.area.saveCurrent());
        }
        Window window(*this);
        QVERIFY(window.area.openFile(m_file).ok());
        QCOMPARE(window.marked(), QList<int>{6});
        window.at(6, ActionId::ToggleBookmark);
        QVERIFY(window.settings.bookmarks(m_file).isEmpty());
    }

    void withoutMarks_itSaysHow()
    {
        Window window(*this);
        QVERIFY(window.area.openFile(m_file).ok());
        QSignalSpy told(&window.controller, &BookmarksController::told);
        window.at(4, ActionId::NextBookmark);
        QCOMPARE(told.size(), 1);
        QVERIFY(told.first().first().toString().contains(QStringLiteral("Ctrl+B")));
        QCOMPARE(window.line(), 4);
    }

    void withoutAFile_nothingHappens()
    {
        Window window(*this);
        window.actions[ActionId::ToggleBookmark]->trigger();
        window.actions[ActionId::NextBookmark]->trigger();
        window.area.newFile(QStringLiteral("x = 1\n"));
        window.at(1, ActionId::ToggleBookmark);
        QCOMPARE(window.marked(), QList<int>{1}); // for as long as the tab is open
    }
};

QTEST_MAIN(BookmarksControllerTest)
#include "tst_bookmarkscontroller.moc"
