// SPDX-License-Identifier: GPL-3.0-or-later
#include "solutioncomparison.h"

#include "course/courseloader.h"
#include "diff/diffdialog.h"
#include "workspace/exercisefolder.h"
#include "workspace/textfile.h"

#include <utility>

namespace Skillet::Ui {

SolutionComparison::SolutionComparison(const Theme &theme, const CodeHighlighter &highlighter,
                                       QString workspace, QWidget *window)
    : QObject(window)
    , m_theme(theme)
    , m_highlighter(highlighter)
    , m_workspace(std::move(workspace))
    , m_window(window)
{ }

bool SolutionComparison::isOffered(const Course::Exercise *exercise)
{
    // What was to be recalled is the solution, word for word.
    return exercise != nullptr && Course::hasSolution(exercise->kind)
        && exercise->kind != Course::ExerciseKind::Recall;
}

void SolutionComparison::show(const Course::Exercise &exercise)
{
    const auto folder = Workspace::exerciseFolder(m_workspace, exercise.id);
    if (!folder.ok()) {
        Q_EMIT problemOccurred(folder.error());
        return;
    }
    const QString name = exercise.files.value(0);
    const auto own = Workspace::readTextFile(folder.value() + u'/' + name);
    const auto solution = Course::readText(exercise.folder + QStringLiteral("/solution/") + name);
    if (!own.ok() || !solution.ok()) {
        Q_EMIT problemOccurred(own.ok() ? solution.error() : own.error());
        return;
    }
    auto *dialog =
        new DiffDialog(m_theme, m_highlighter,
                       {tr("%1: Yours and Another Solution").arg(exercise.title),
                        tr("Lines with \u2212 are yours, lines with + are the other one's. Yours has "
                           "passed: take what you like better."),
                        name, own.value().text, solution.value()},
                       m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace Skillet::Ui
