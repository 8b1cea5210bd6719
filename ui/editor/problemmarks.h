// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runner/assistance.h"
#include "theme/theme.h"

#include <QList>
#include <QObject>
#include <QString>

class QsciScintilla;

namespace Skillet::Ui {

/// What is wrong in the text as it is being written: a wavy line below errors, dashes below warnings, and the
/// words at the caret or the mouse. The marks move with the text that they are below.
class ProblemMarks final : public QObject
{
    Q_OBJECT

public:
    /// Uses the indicator numbers given below of `editor`.
    ProblemMarks(QsciScintilla &editor, const Theme &theme);

    static constexpr int errorIndicator = 13;
    static constexpr int warningIndicator = 14;

    /// In place of those before. Columns beyond the text are taken for the nearest there is.
    void show(const QList<Runner::Problem> &problems);
    [[nodiscard]] const QList<Runner::Problem> &problems() const { return m_problems; }

    /// Words on the problem at that byte, else on the first one of its line; empty: there is none.
    [[nodiscard]] QString at(int bytePosition) const;
    /// Byte at which the problem after (or before) that byte begins, round at the ends; -1: there is none.
    [[nodiscard]] int next(int bytePosition, bool forward) const;
    /// Nothing more is said of the line, from 1: it is being changed.
    void clearLine(int line);
    void applyTheme();

protected:
    /// Shows the words below the mouse.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Mark
    {
        int from = 0;
        int to = 0;
        int problem = 0;
    };
    [[nodiscard]] QList<Mark> marks() const;
    void clearRange(long from, long length);

    QsciScintilla &m_editor;
    const Theme &m_theme;
    QList<Runner::Problem> m_problems; ///< the value of an indicator is an index in it, plus one
};

} // namespace Skillet::Ui
