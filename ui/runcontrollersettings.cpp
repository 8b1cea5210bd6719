// SPDX-License-Identifier: GPL-3.0-or-later
// The part of RunController that runs files as the learner chose, blocks of them, and in the desktop's
// terminal.
#include "editor/codeeditor.h"
#include "editor/editorarea.h"
#include "editor/selectedcode.h"
#include "prompt/promptpane.h"
#include "runcontroller.h"
#include "running/codeblocks.h"
#include "running/runsettingsdialog.h"
#include "running/systemterminal.h"

#include <QFileInfo>

namespace Skillet::Ui {

std::optional<Runner::Program> RunController::withSettings(Runner::Program program)
{
    const QString file = m_panes.editor.currentFile();
    const Workspace::RunSettings settings =
        file.isEmpty() ? Workspace::RunSettings() : m_runSettings.of(file);
    const Core::Result<QStringList> arguments = Workspace::splitArguments(settings.arguments);
    const Core::Result<QStringList> variables = Workspace::environmentSettings(settings.environment);
    if (!settings.folder.isEmpty() && !QFileInfo(settings.folder).isDir()) {
        Q_EMIT problemOccurred(
            {Core::ErrorCode::NotFound,
             tr("%1 is to be run in %2, but that folder is gone. Choose another one: Run, Run "
                "Settings.")
                 .arg(QFileInfo(file).fileName(), settings.folder)});
        return std::nullopt;
    }
    for (const auto *each : {&arguments, &variables}) {
        if (!each->ok()) {
            Q_EMIT problemOccurred(each->error());
            return std::nullopt;
        }
    }
    program.arguments = arguments.value();
    program.environment = variables.value();
    if (!settings.folder.isEmpty())
        program.workingFolder = settings.folder;
    if (!settings.input.isEmpty())
        program.input = Workspace::inputLines(settings.input);
    return program;
}

void RunController::followRename(const QString &from, const QString &to)
{
    const Core::Result<void> followed = m_runSettings.followRename(from, to);
    if (!followed.ok())
        Q_EMIT problemOccurred(followed.error());
}

void RunController::askRunSettings()
{
    const QString file = m_panes.editor.currentFile();
    if (file.isEmpty()) {
        Q_EMIT problemOccurred({Core::ErrorCode::NotFound,
                                tr("Run settings are kept with a file. Save this one first (Ctrl+S).")});
        return;
    }
    const QFileInfo info(file);
    auto *dialog = new RunSettingsDialog(m_theme, info.fileName(), info.absolutePath(),
                                         m_runSettings.of(file), &m_panes.editor);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, file] {
        const Core::Result<QString> kept = m_runSettings.set(file, dialog->settings());
        if (!kept.ok())
            Q_EMIT problemOccurred(kept.error());
        else if (!kept.value().isEmpty())
            Q_EMIT problemOccurred(
                {Core::ErrorCode::Invalid,
                 tr("The run settings of your files could not be read. The damaged file is "
                    "kept as %1; those of this file are saved anew.")
                     .arg(kept.value())});
    });
    dialog->open();
}

void RunController::runSelection()
{
    const CodeEditor *editor = m_panes.editor.currentEditor();
    const SelectedCode selected = editor == nullptr ? SelectedCode() : selectedCode(*editor);
    if (!selected.text.trimmed().isEmpty())
        runPart(selected.text, selected.line);
}

void RunController::runPart(const QString &code, int line)
{
    Q_EMIT promptWanted();
    m_panes.editor.clearErrors();
    m_panes.prompt.runCode(code, {m_panes.editor.currentFile(), line});
}

void RunController::runBlock()
{
    CodeEditor *editor = m_panes.editor.currentEditor();
    if (editor == nullptr)
        return;
    const QString code = editor->code();
    const LineRange block = blockAround(code, editor->caretPlace().line);
    if (block.first == 0) {
        Q_EMIT problemOccurred({Core::ErrorCode::NotFound,
                                tr("There is no statement at the caret to run. Put it on a line of one.")});
        return;
    }
    runPart(code.split(u'\n').mid(block.first - 1, block.last - block.first + 1).join(u'\n'), block.first);
}

void RunController::runInTerminal()
{
    const QString file = m_panes.editor.currentFile();
    if (m_panes.editor.currentEditor() != nullptr && file.isEmpty()) {
        Q_EMIT problemOccurred(
            {Core::ErrorCode::NotFound, tr("A terminal runs saved files. Save this one first (Ctrl+S).")});
        return;
    }
    if (file.isEmpty() || !m_panes.editor.saveCurrent())
        return;
    const auto program = withSettings(Runner::fileProgram(file, {}));
    if (!program)
        return;
    // Before the first worker is ready the machine's own Python has to do.
    const QString known = m_session.interpreter().executable;
    const QString python = known.isEmpty() ? QStringLiteral("python3") : known;
    const Core::Result<void> opened = Ui::runInTerminal(python, *program);
    if (!opened.ok())
        Q_EMIT problemOccurred(opened.error());
}

} // namespace Skillet::Ui
