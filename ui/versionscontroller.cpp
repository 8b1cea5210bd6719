// SPDX-License-Identifier: GPL-3.0-or-later
#include "versionscontroller.h"

#include "actions.h"
#include "editor/codeeditor.h"
#include "editor/editorarea.h"

#include "versions/versionsdialog.h"

#include <QAction>
#include <QFileInfo>
#include <QPointer>

namespace Skillet::Ui {

using Workspace::Occasion;

VersionsController::VersionsController(const Theme &theme, const CodeHighlighter &highlighter,
                                       const QString &folder, EditorArea &editor, QObject *parent)
    : QObject(parent)
    , m_theme(theme)
    , m_highlighter(highlighter)
    , m_folder(folder)
    , m_editor(editor)
    , m_history(folder)
{
    m_pool.setMaxThreadCount(1); // versions are kept in the order of their occasions
    connect(&m_editor, &EditorArea::fileSaved, this,
            [this](const QString &path) { keep(path, m_editor.editorFor(path), Occasion::Saved); });
    connect(&m_editor, &EditorArea::versionsRequested, this, &VersionsController::showVersions);
}

void VersionsController::connectActions(const Actions &actions)
{
    for (const ActionId id : {ActionId::RunFile, ActionId::RunModule}) {
        connect(actions[id], &QAction::triggered, this, [this] { keepCurrent(Occasion::Run); });
    }
    connect(actions[ActionId::Check], &QAction::triggered, this, [this] { keepCurrent(Occasion::Checked); });
    connect(actions[ActionId::EarlierVersions], &QAction::triggered, this, &VersionsController::showVersions);
}

void VersionsController::showVersions()
{
    CodeEditor *editor = m_editor.currentEditor();
    if (editor == nullptr)
        return;
    const QString path = m_editor.currentFile();
    const QString name = path.isEmpty() ? tr("this text") : QFileInfo(path).fileName();
    auto *dialog = new VersionsDialog(m_theme, m_highlighter, m_folder,
                                      {path, name, editor->code(), editor->isReadOnly()}, &m_editor);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &VersionsDialog::openRequested, this, [this, dialog, name](const QString &text) {
        dialog->close();
        m_editor.newFile(text, tr("earlier-%1").arg(name));
    });
    connect(dialog, &VersionsDialog::restoreRequested, this,
            [this, dialog, path, editor = QPointer<CodeEditor>(editor)](const QString &text) {
                restore(dialog, editor, path, text);
            });
    // What was done just now is among the versions: they are written in their order.
    m_pool.start([this, dialog = QPointer<VersionsDialog>(dialog)] {
        QMetaObject::invokeMethod(
            this,
            [dialog] {
                if (dialog != nullptr)
                    dialog->read();
            },
            Qt::QueuedConnection);
    });
    dialog->open();
}

void VersionsController::restore(VersionsDialog *dialog, CodeEditor *editor, const QString &path,
                                 const QString &text)
{
    if (editor == nullptr)
        return;
    const QString present = editor->code();
    m_pool.start([this, path, present, text, dialog = QPointer<VersionsDialog>(dialog),
                  editor = QPointer<CodeEditor>(editor)] {
        const Core::Result<void> kept = m_history.keep(path, present, Occasion::BeforeRestore);
        QMetaObject::invokeMethod(
            this,
            [kept, present, text, dialog, editor] {
                if (editor == nullptr || dialog == nullptr)
                    return;
                if (!kept) {
                    dialog->showProblem(tr("Nothing was restored, because the text now could not be kept "
                                           "first: %1 Copy and Open as New work all the same.")
                                            .arg(kept.error().message));
                } else if (editor->code() != present) {
                    dialog->showProblem(tr("Nothing was restored, because the text has changed meanwhile. "
                                           "Close this window and open it again."));
                } else {
                    dialog->close();
                    editor->replaceCode(text);
                    editor->setFocus();
                }
            },
            Qt::QueuedConnection);
    });
}

void VersionsController::keepCurrent(Occasion occasion)
{
    keep(m_editor.currentFile(), m_editor.currentEditor(), occasion);
}

void VersionsController::keep(const QString &path, const CodeEditor *editor, Occasion occasion)
{
    // A text too large to be kept is not even copied: that alone would hold the window up.
    if (path.isEmpty() || editor == nullptr || editor->length() > Workspace::HistoryLimits().largestText) {
        return;
    }
    m_pool.start([this, path, occasion, text = editor->text()] {
        const Core::Result<void> kept = m_history.keep(path, text, occasion);
        QMetaObject::invokeMethod(
            this, [this, kept] { noteResult(kept); }, Qt::QueuedConnection);
    });
}

void VersionsController::noteResult(const Core::Result<void> &kept)
{
    const QString problem = kept.ok() ? QString() : kept.error().message;
    if (!kept.ok() && problem != m_problem) {
        Q_EMIT problemOccurred(kept.error());
    }
    m_problem = problem;
}

} // namespace Skillet::Ui
