// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "highlighting/codehighlighter.h"
#include "theme/theme.h"
#include "workspace/linediff.h"

#include <QListView>

namespace Skillet::Ui {

class DiffDelegate;
class DiffModel;

/// Two texts, line by line: what was removed with a minus, what was added with a plus. Long unchanged
/// stretches are folded; a click or Enter unfolds one.
class DiffView final : public QListView
{
    Q_OBJECT

public:
    DiffView(const Theme &theme, const CodeHighlighter &highlighter, QWidget *parent = nullptr);

    /// `language` as CodeHighlighter::spans() has it. The first change is scrolled to.
    void setDiff(const Workspace::LineDiff &diff, const QString &language);

private:
    void unfold(const QModelIndex &index);
    void fit();

    const Theme &m_theme;
    DiffModel *m_model;
    DiffDelegate *m_delegate;
    int m_highestNumber = 0;
};

} // namespace Skillet::Ui
