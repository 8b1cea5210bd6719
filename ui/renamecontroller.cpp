// SPDX-License-Identifier: GPL-3.0-or-later
#include "renamecontroller.h"

#include "actions.h"
#include "editor/codeeditor.h"
#include "editor/editorarea.h"
#include "editor/kslexer.h"
#include "editor/textedits.h"
#include "placewords.h"
#include "rename/renamedialog.h"
#include "runner/analyst.h"

#include <QAction>

#include <utility>

namespace Skillet::Ui {

using Runner::PlacesAnswer;
using Runner::PlacesWanted;

RenameController::RenameController(Runner::Analyst &analyst, EditorArea &editor, const Theme &theme,
                                   std::function<QString()> project, QObject *parent)
    : QObject(parent)
    , m_analyst(analyst)
    , m_editor(editor)
    , m_theme(theme)
    , m_project(std::move(project))
{
    connect(&m_analyst, &Runner::Analyst::placesKnown, this, &RenameController::take);
}

void RenameController::connectActions(const Actions &actions)
{
    QAction *action = actions[ActionId::RenameName];
    connect(action, &QAction::triggered, this, &RenameController::ask);
    const auto enable = [this, action] { action->setEnabled(m_editor.currentEditor() != nullptr); };
    connect(&m_editor, &EditorArea::currentChanged, this, enable);
    enable();
}

void RenameController::ask()
{
    CodeEditor *editor = m_editor.currentEditor();
    if (editor == nullptr)
        return;
    if (qstrcmp(editor->codeLexer().language(), "Python") != 0) {
        Q_EMIT told(tr("Names are renamed in Python programs only, and this file is none."));
        return;
    }
    if (editor->isReadOnly()) {
        Q_EMIT told(tr("This file is read-only, so nothing in it can be renamed."));
        return;
    }
    m_asked = editor;
    m_code = editor->code();
    m_request = m_analyst.askPlaces({PlacesWanted::Rename, m_code, placeInText(m_code, editor->caretPlace()),
                                     m_editor.currentFile(), m_project()});
}

void RenameController::take(quint32 request, const Runner::Places &places)
{
    if (request != m_request || m_request == 0)
        return;
    m_request = 0;
    if (m_asked == nullptr || m_asked != m_editor.currentEditor())
        return; // whoever asked has gone elsewhere
    if (m_asked->code() != m_code) {
        Q_EMIT told(tr("The text has changed meanwhile. Press the key once more."));
        return;
    }
    if (places.answer != PlacesAnswer::Known || places.entries.isEmpty()) {
        if (places.answer == PlacesAnswer::Unreadable && !places.entries.isEmpty())
            m_asked->goTo(places.entries.first().range.line, 0);
        Q_EMIT told(PlaceWords::whyNone(places, PlacesWanted::Rename));
        return;
    }
    auto *dialog = new RenameDialog(m_theme, places, &m_editor);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &RenameDialog::chosen, this,
            [this, places](const QString &name) { rename(places, name); });
    dialog->open();
}

void RenameController::rename(const Runner::Places &places, const QString &name)
{
    if (m_asked == nullptr || m_asked->code() != m_code) {
        Q_EMIT told(tr("Nothing was renamed, because the text has changed meanwhile. Press F2 once more."));
        return;
    }
    QList<TextEdit> edits;
    for (const Runner::Place &place : places.entries)
        edits.append({place.range, name});
    applyEdits(*m_asked, edits);
    m_asked->setFocus(Qt::OtherFocusReason);
    Q_EMIT told(
        tr("%1 is %2 now, at %n place(s). Undo takes it back.", nullptr, static_cast<int>(edits.size()))
            .arg(places.name, name));
}

} // namespace Skillet::Ui
