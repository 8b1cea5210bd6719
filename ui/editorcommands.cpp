// SPDX-License-Identifier: GPL-3.0-or-later
#include "editorcommands.h"

#include "actions.h"
#include "core/settings.h"
#include "editor/codeeditor.h"
#include "editor/editorarea.h"
#include "editor/findreplace.h"
#include "editor/folding.h"
#include "editor/gotoline.h"
#include "editor/linecommands.h"

#include <QAction>

#include <algorithm>

namespace Skillet::Ui {

EditorCommands::EditorCommands(EditorArea &area, const Actions &actions, Core::Settings &settings,
                               QObject *parent)
    : QObject(parent)
    , m_area(area)
    , m_settings(settings)
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
    add(ActionId::ToggleFold, [](CodeEditor &editor) { editor.folding().toggleAtCaret(); });
    add(ActionId::FoldAll, [](CodeEditor &editor) { editor.folding().foldAll(); });
    add(ActionId::UnfoldAll, [](CodeEditor &editor) { editor.folding().unfoldAll(); });
    QAction *split = actions[ActionId::SplitEditor];
    connect(split, &QAction::triggered, &m_area, &EditorArea::splitOrJoin);
    const auto showSplit = [this, split] {
        split->setChecked(m_area.isSplit());
        split->setEnabled(m_area.isSplit() || m_area.editors().size() > 1);
    };
    connect(&m_area, &EditorArea::currentChanged, split, showSplit);
    showSplit();
    FindReplace &find = m_area.find();
    connect(actions[ActionId::Find], &QAction::triggered, &find, [&find] { find.open(false); });
    connect(actions[ActionId::Replace], &QAction::triggered, &find, [&find] { find.open(true); });
    connect(actions[ActionId::FindNext], &QAction::triggered, &find, [&find] { find.step(false); });
    connect(actions[ActionId::FindPrevious], &QAction::triggered, &find, [&find] { find.step(true); });
    connect(actions[ActionId::GoToLine], &QAction::triggered, this, &EditorCommands::askForLine);
    connectLook(actions);
}

void EditorCommands::connectLook(const Actions &actions)
{
    QAction *wraps = actions[ActionId::WrapLines];
    QAction *blanks = actions[ActionId::ShowBlanks];
    wraps->setChecked(m_settings.wrapsLines());
    blanks->setChecked(m_settings.showsBlanks());
    const auto applyToAll = [this] {
        for (CodeEditor *editor : m_area.editors())
            applyLook(*editor);
    };
    connect(wraps, &QAction::toggled, this, [this, applyToAll](bool on) {
        m_settings.setWrapsLines(on);
        applyToAll();
    });
    connect(blanks, &QAction::toggled, this, [this, applyToAll](bool on) {
        m_settings.setShowsBlanks(on);
        applyToAll();
    });
    connect(&m_area, &EditorArea::currentChanged, this, [this] {
        if (CodeEditor *editor = m_area.currentEditor())
            applyLook(*editor);
    });
}

void EditorCommands::applyLook(CodeEditor &editor) const
{
    const auto mode = m_settings.wrapsLines() ? QsciScintilla::WrapWord : QsciScintilla::WrapNone;
    if (editor.wrapMode() != mode) {
        editor.setWrapMode(mode);
        editor.setWrapIndentMode(QsciScintilla::WrapIndentIndented); // one step further in than their line
        editor.setWrapVisualFlags(QsciScintilla::WrapFlagByBorder);
    }
    editor.setWhitespaceSize(m_settings.showsBlanks() ? 2 : 0); // dots without a size are not seen
}

void EditorCommands::askForLine()
{
    CodeEditor *editor = m_area.currentEditor();
    if (editor == nullptr)
        return;
    auto *dialog = new GoToLine(std::max(1, editor->lines()), editor->caretPlace().line, &m_area);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &GoToLine::chosen, editor,
            [editor](const EditorPlace &place) { editor->goTo(place.line, place.column); });
    dialog->open();
}

} // namespace Skillet::Ui
