// SPDX-License-Identifier: GPL-3.0-or-later
#include "editorassistcontroller.h"

#include "assist/calltipper.h"
#include "assist/completer.h"
#include "editor/analystnames.h"
#include "editor/codeeditor.h"
#include "editor/editorarea.h"
#include "editor/editortext.h"

#include <algorithm>
#include <utility>

namespace Skillet::Ui {

EditorAssistController::EditorAssistController(Runner::Analyst &analyst, EditorArea &editor,
                                               const Theme &theme, QObject *parent)
    : QObject(parent)
    , m_editor(editor)
    , m_theme(theme)
    , m_names(new AnalystNames(
          analyst, [&editor] { return editor.currentFile(); }, this))
{
    connect(&m_editor, &EditorArea::currentChanged, this, &EditorAssistController::attend);
    attend();
}

// Tabs that were never in front need no help.
void EditorAssistController::attend()
{
    CodeEditor *editor = m_editor.currentEditor();
    m_assists.removeIf([](const Assist &assist) { return assist.editor == nullptr; });
    const bool isKnown = std::any_of(m_assists.cbegin(), m_assists.cend(),
                                     [editor](const Assist &assist) { return assist.editor == editor; });
    if (editor == nullptr || isKnown)
        return;
    auto *text = new EditorText(*editor, editor);
    auto *tipper = new CallTipper(*text, *m_names, m_theme, editor); // the completer sees keys first
    auto *completer = new Completer(*text, *m_names, m_theme, editor);
    completer->setTabAsks(false); // Tab indents
    completer->setAvoided([tipper] { return tipper->place(); });
    completer->setAutomatic(m_automatic);
    completer->setEnabled(m_isEnabled);
    tipper->setEnabled(m_isEnabled);
    m_assists.append({editor, completer, tipper});
}

void EditorAssistController::setAutomatic(bool automatic)
{
    m_automatic = automatic;
    for (const Assist &assist : std::as_const(m_assists)) {
        if (assist.completer)
            assist.completer->setAutomatic(automatic);
    }
}

void EditorAssistController::setEnabled(bool enabled)
{
    m_isEnabled = enabled;
    for (const Assist &assist : std::as_const(m_assists)) {
        if (assist.completer)
            assist.completer->setEnabled(enabled);
        if (assist.tipper)
            assist.tipper->setEnabled(enabled);
    }
}

} // namespace Skillet::Ui
