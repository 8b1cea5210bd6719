// SPDX-License-Identifier: GPL-3.0-or-later
#include "diskcomparison.h"

#include "actions.h"
#include "diff/diffdialog.h"
#include "editor/codeeditor.h"
#include "editor/editorarea.h"
#include "workspace/textfile.h"

#include <QAction>
#include <QFileInfo>
#include <QPushButton>

namespace Skillet::Ui {

DiskComparison::DiskComparison(const Theme &theme, const CodeHighlighter &highlighter, EditorArea &area,
                               const Actions &actions, QObject *parent)
    : QObject(parent)
    , m_theme(theme)
    , m_highlighter(highlighter)
    , m_area(area)
{
    connect(&m_area, &EditorArea::comparisonRequested, this, &DiskComparison::compare);
    connect(actions[ActionId::CompareWithDisk], &QAction::triggered, this, &DiskComparison::compare);
}

void DiskComparison::compare()
{
    const CodeEditor *editor = m_area.currentEditor();
    const QString path = m_area.currentFile();
    if (editor == nullptr)
        return;
    if (path.isEmpty()) {
        Q_EMIT problemOccurred({Core::ErrorCode::NotFound,
                                tr("This text was never saved, so there is no file to compare it with. Save "
                                   "it with Ctrl+S first.")});
        return;
    }
    const Core::Result<Workspace::TextFile> file = Workspace::readTextFile(path);
    if (!file.ok()) {
        Q_EMIT problemOccurred(file.error());
        return;
    }
    const QString name = QFileInfo(path).fileName();
    auto *dialog = new DiffDialog(m_theme, m_highlighter,
                                  {tr("%1: Here and on Disk").arg(name),
                                   tr("Lines with \u2212 are on disk only, lines with + in the editor only."),
                                   name, file.value().text, editor->code()},
                                  &m_area);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (file.value().text != editor->code()) {
        connect(dialog->addChoice(tr("Take the One on &Disk"),
                                  tr("Make the text in the editor that of the disk; Undo brings yours back")),
                &QPushButton::clicked, this, [this, path] { m_area.reload(path); });
    }
    dialog->open();
}

} // namespace Skillet::Ui
