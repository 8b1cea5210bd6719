// SPDX-License-Identifier: GPL-3.0-or-later
#include "editorcommands.h"

#include "actions.h"
#include "editor/codeeditor.h"
#include "editor/editorarea.h"
#include "editor/linecommands.h"

#include <QAction>
#include <QInputDialog>

#include <algorithm>

namespace Skillet::Ui {

EditorCommands::EditorCommands(EditorArea &area, const Actions &actions, QObject *parent)
    : QObject(parent)
    , m_area(area)
{
    const auto add = [&](ActionId id, const std::function<void(CodeEditor &)> &command) {
        connect(actions[id], &QAction::triggered, this, [this, command] {
            if (CodeEditor *editor = m_area.currentEditor())
                command(*editor);
        });
    };
    add(ActionId::MoveLinesUp, [](CodeEditor &editor) { moveLines(editor, true); });
    add(ActionId::MoveLinesDown, [](CodeEditor &editor) { moveLines(editor, false); });
    add(ActionId::DuplicateLines, [](CodeEditor &editor) { duplicateLines(editor); });
    add(ActionId::DeleteLines, [](CodeEditor &editor) { deleteLines(editor); });
    add(ActionId::JoinLines, [](CodeEditor &editor) { joinLines(editor); });
    connect(actions[ActionId::GoToLine], &QAction::triggered, this, &EditorCommands::askForLine);
}

void EditorCommands::askForLine()
{
    CodeEditor *editor = m_area.currentEditor();
    if (editor == nullptr)
        return;
    bool isChosen = false;
    const int last = std::max(1, editor->lines());
    const int line = QInputDialog::getInt(&m_area, tr("Go to Line"), tr("&Line, from 1 to %1:").arg(last),
                                          editor->caretPlace().line, 1, last, 1, &isChosen);
    if (isChosen && m_area.currentEditor() == editor)
        editor->goTo(line, 0);
}

} // namespace Skillet::Ui
