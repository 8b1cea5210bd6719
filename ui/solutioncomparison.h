// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "course/course.h"

#include <QObject>
#include <QString>

class QWidget;

namespace Skillet::Ui {

class CodeHighlighter;
class Theme;

/// Shows an author's solution beside the learner's own, once that has passed.
class SolutionComparison final : public QObject
{
    Q_OBJECT

public:
    /// `window` is what the comparison stands before.
    SolutionComparison(const Theme &theme, const CodeHighlighter &highlighter, QString workspace,
                       QWidget *window);

    /// Whether there is a solution to compare with.
    [[nodiscard]] static bool isOffered(const Course::Exercise *exercise);
    void show(const Course::Exercise &exercise);

Q_SIGNALS:
    void problemOccurred(const Skillet::Core::Error &error);

private:
    const Theme &m_theme;
    const CodeHighlighter &m_highlighter;
    const QString m_workspace;
    QWidget *m_window;
};

} // namespace Skillet::Ui
