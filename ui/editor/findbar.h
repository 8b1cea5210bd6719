// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/theme.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;

namespace Skillet::Ui {

class CodeEditor;

/// Finds text in one editor: marks all matches, goes from one to the next, says how many there are.
class FindBar final : public QWidget
{
    Q_OBJECT

public:
    FindBar(CodeEditor &editor, const Theme &theme, QWidget *parent = nullptr);

    static constexpr int indicator = 11;

    /// Shows the bar with the selected text (when it is within one line) as what to find.
    void open();
    void dismiss();
    void findNext();
    void findPrevious();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Match
    {
        long start = 0;
        long end = 0;
    };
    void refresh();
    void select(qsizetype index);
    [[nodiscard]] QList<Match> search() const;
    void markMatches();
    void applyTheme();
    [[nodiscard]] QToolButton *addButton(const QString &icon, const QString &text, const QString &toolTip);

    CodeEditor &m_editor;
    const Theme &m_theme;
    QLineEdit *m_pattern;
    QLabel *m_count;
    QList<Match> m_matches;
};

} // namespace Skillet::Ui
