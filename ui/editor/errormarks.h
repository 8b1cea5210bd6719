// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runner/traceback.h"
#include "theme/theme.h"

#include <QObject>
#include <QString>

class QsciScintilla;

namespace Skillet::Ui {

/// The one error shown in an editor: a sign in the margin, a box on the exact range and the message below the
/// line. Goes by itself when the line is changed, and comes back when it reads as it did, as after undo or
/// when the file was written anew.
class ErrorMarks final : public QObject
{
    Q_OBJECT

public:
    /// Uses the marker, indicator, margin and style numbers given below of `editor`.
    ErrorMarks(QsciScintilla &editor, const Theme &theme);

    static constexpr int marker = 8;
    static constexpr int boxIndicator = 9;
    static constexpr int underlineIndicator = 10;
    static constexpr int annotationStyle = 40;
    static constexpr int margin = 1;

    /// Unknown columns mark the whole line. Lines beyond the text are taken for the last.
    void show(const Runner::SourceRange &range, const QString &message);
    void clear();
    /// 0-based line of the error, -1 when there is none.
    [[nodiscard]] int line() const;
    /// What stands below the 0-based line. QsciScintilla::annotation() of 2.14 gives back what lies in memory
    /// by chance.
    [[nodiscard]] static QString annotationOf(const QsciScintilla &editor, int line);
    void applyTheme();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Span
    {
        int from = 0;
        int to = 0;
    };
    [[nodiscard]] Span markedBytes(const Runner::SourceRange &range) const;
    [[nodiscard]] QString lineText(int line) const;
    [[nodiscard]] QString wrapped(const QString &message, int shownLine) const;
    void followText();
    [[nodiscard]] bool isMarkedAt(int line) const;
    [[nodiscard]] bool readsAsBefore(int line) const;
    void place(int line);
    void annotate();
    void hide();

    QsciScintilla &m_editor;
    const Theme &m_theme;
    int m_handle = -1; ///< of the marker, which moves with its line
    Runner::SourceRange m_range; ///< of what is shown, or was; its line counts from 1
    QString m_message;
    QString m_lineText; ///< as it was when the error was shown
    int m_lastLine = -1; ///< 0-based, where it was last; -1: there is nothing to come back to
};

} // namespace Skillet::Ui
