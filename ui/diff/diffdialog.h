// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "highlighting/codehighlighter.h"
#include "theme/theme.h"
#include "workspace/linediff.h"

#include <QDialog>
#include <QThreadPool>

class QDialogButtonBox;
class QPushButton;
class QStackedWidget;

namespace Skillet::Ui {

class DiffView;
class EmptyState;

/// What is compared, and the words around it.
struct DiffTexts
{
    QString title; ///< of the window
    QString heading; ///< what minus and plus stand for
    QString fileName; ///< for the colours of the code
    QString before;
    QString after;
};

/// Two texts line by line in a window of its own. Changes nothing by itself: what can be done about the
/// differences is a button that its user adds.
class DiffDialog final : public QDialog
{
    Q_OBJECT

public:
    DiffDialog(const Theme &theme, const CodeHighlighter &highlighter, DiffTexts texts,
               QWidget *parent = nullptr);
    ~DiffDialog() override;

    /// A button before Close; it closes the window after what is connected to it.
    QPushButton *addChoice(const QString &text, const QString &tip);

private:
    void compare();
    void showDiff(const Workspace::LineDiff &diff);
    void showEmpty(const QString &title, const QString &sentence);

    const CodeHighlighter &m_highlighter;
    const DiffTexts m_texts;
    QStackedWidget *m_stack;
    DiffView *m_diff;
    EmptyState *m_empty;
    QDialogButtonBox *m_buttons;
    QThreadPool m_pool; ///< last: its work is waited for before the others go
};

} // namespace Skillet::Ui
