// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions.h"
#include "core/settings.h"
#include "editor/codeeditor.h"
#include "editor/editorarea.h"
#include "editorcommands.h"
#include "highlighting/codehighlighter.h"
#include "theme/theme.h"
#include "workspace/journal.h"

#include <QAction>
#include <QTemporaryDir>
#include <QTest>

using namespace Skillet;
using namespace Skillet::Ui;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

class EditorCommandsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theLook_isThatOfAllTabs_andOfTheNextStart()
    {
        QTemporaryDir folder;
        Core::Settings settings(folder.filePath(s("settings.ini")));
        Workspace::Journal journal(folder.filePath(s("journal")));
        const Theme theme;
        const CodeHighlighter highlighter(theme);
        const Actions actions(theme, nullptr);
        {
            EditorArea area(theme, highlighter, journal);
            const EditorCommands commands(area, actions, settings, nullptr);
            area.newFile(s("x = 1\n"), s("one.py"));
            CodeEditor *first = area.currentEditor();
            QCOMPARE(first->wrapMode(), QsciScintilla::WrapNone);
            QCOMPARE(first->whitespaceSize(), 0);
            area.newFile(s("x = 2\n"), s("two.py"));
            actions[ActionId::WrapLines]->setChecked(true);
            actions[ActionId::ShowBlanks]->setChecked(true);
            for (const CodeEditor *editor : {first, area.currentEditor()}) {
                QCOMPARE(editor->wrapMode(), QsciScintilla::WrapWord);
                QVERIFY(editor->whitespaceSize() > 0);
            }
        }
        const Actions later(theme, nullptr);
        EditorArea area(theme, highlighter, journal);
        const EditorCommands commands(area, later, settings, nullptr);
        QVERIFY(later[ActionId::WrapLines]->isChecked());
        QVERIFY(later[ActionId::ShowBlanks]->isChecked());
        area.newFile(s("x = 3\n"), s("three.py"));
        QCOMPARE(area.currentEditor()->wrapMode(), QsciScintilla::WrapWord);
        later[ActionId::WrapLines]->setChecked(false);
        QCOMPARE(area.currentEditor()->wrapMode(), QsciScintilla::WrapNone);
        QVERIFY(!settings.wrapsLines());
    }
};

QTEST_MAIN(EditorCommandsTest)
#include "tst_editorcommands.moc"
