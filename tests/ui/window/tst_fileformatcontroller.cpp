// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions.h"
#include "editor/codeeditor.h"
#include "editor/editorarea.h"
#include "fileformatcontroller.h"
#include "highlighting/codehighlighter.h"
#include "theme/theme.h"
#include "workspace/journal.h"

#include <QAction>
#include <QMenu>
#include <QStatusBar>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace Skillet;
using namespace Skillet::Ui;

class FileFormatControllerTest final : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    Theme m_theme;
    CodeHighlighter m_highlighter{m_theme};
    Workspace::Journal m_journal{m_folder.filePath(QStringLiteral("journal"))};
    Actions m_actions{m_theme, nullptr};
    EditorArea m_area{m_theme, m_highlighter, m_journal};
    QStatusBar m_bar;
    QMenu m_menu;
    FileFormatController m_controller{m_area, m_bar, m_theme, m_actions, m_menu, nullptr};

    void open(const char *name, const QByteArray &text)
    {
        const QString path = m_folder.filePath(QString::fromUtf8(name));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
        file.close();
        QVERIFY(m_area.openFile(path).ok());
    }

    [[nodiscard]] QToolButton *button() const
    {
        return m_bar.findChild<QToolButton *>(QStringLiteral("fileFormat"));
    }

private Q_SLOTS:
    void theFormat_isTold_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("told");
        QTest::newRow("plain") << QByteArray("if x:\n    y\n") << QStringLiteral("spaces · LF · UTF-8");
        QTest::newRow("Windows") << QByteArray("if x:\r\n\ty\r\n") << QStringLiteral("tabs · CRLF · UTF-8");
        QTest::newRow("mark") << QByteArray("\xEF\xBB\xBFx = 1\n")
                              << QStringLiteral("spaces · LF · UTF-8 with BOM");
        QTest::newRow("Latin-1") << QByteArray("# coding: latin-1\nx = '\xe9'\n")
                                 << QStringLiteral("spaces · LF · LATIN-1");
        QTest::newRow("mixed") << QByteArray("if x:\n    y\n\tz\n")
                               << QStringLiteral("tabs and spaces · LF · UTF-8");
    }

    void theFormat_isTold()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, told);
        open("a.py", bytes);
        QVERIFY(!button()->isHidden());
        QCOMPARE(button()->text(), told);
        QVERIFY(!button()->accessibleName().isEmpty());
        QVERIFY(m_area.closeAll());
        QVERIFY(button()->isHidden());
    }

    void theMenu_changesTheFileInFront()
    {
        open("a.py", "if x:\n\ty\n");
        QVERIFY(m_actions[ActionId::IndentWithTabs]->isChecked());
        m_actions[ActionId::IndentWithSpaces]->trigger();
        QCOMPARE(m_area.currentText(), QStringLiteral("if x:\n    y\n"));
        m_actions[ActionId::EndLinesWindows]->trigger();
        m_actions[ActionId::WithMark]->trigger();
        QCOMPARE(button()->text(), QStringLiteral("spaces · CRLF · UTF-8 with BOM"));
        QVERIFY(m_area.saveCurrent());
        QFile file(m_area.currentFile());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("\xEF\xBB\xBFif x:\r\n    y\r\n"));
        m_actions[ActionId::WithoutMark]->trigger();
        m_actions[ActionId::EndLinesUnix]->trigger();
        QCOMPARE(button()->text(), QStringLiteral("spaces · LF · UTF-8"));
        QVERIFY(m_area.saveCurrent());
        QVERIFY(m_area.closeAll());
    }

    void anEncodingThatTheFileNames_isLeftToIt()
    {
        open("a.py", "# coding: ascii\nx = 1\n");
        QVERIFY(!m_actions[ActionId::WithMark]->isEnabled());
        QVERIFY(m_actions[ActionId::EndLinesWindows]->isEnabled());
        QVERIFY(m_area.closeAll());
    }

    void theButton_opensItsMenu()
    {
        m_menu.addAction(m_actions[ActionId::EndLinesUnix]);
        open("a.py", "x = 1\n");
        m_bar.show();
        button()->click();
        QTRY_VERIFY(m_menu.isVisible());
        m_menu.close();
        QVERIFY(m_area.closeAll());
    }
};

QTEST_MAIN(FileFormatControllerTest)
#include "tst_fileformatcontroller.moc"
