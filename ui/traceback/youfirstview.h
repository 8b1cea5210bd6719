// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "highlighting/codehighlighter.h"
#include "incident/youfirst.h"
#include "theme/theme.h"

#include <QWidget>

class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace Skillet::Ui {

/// Asks for the line that fails, then for the cause, in place of the picture that would tell both. Shows the
/// state it is given and reports what is picked; it decides nothing.
class YouFirstView final : public QWidget
{
    Q_OBJECT

public:
    /// `tally`: how the learner has done so far, in words; may be empty.
    YouFirstView(const Theme &theme, const CodeHighlighter &highlighter, const Incident::YouFirst &state,
                 const QString &tally, QWidget *parent = nullptr);

    /// The state has changed.
    void refresh();

Q_SIGNALS:
    void linePicked(const QString &file, int line);
    void causePicked(int index);
    void givenUp();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void addLines(QVBoxLayout &column, QWidget *page);
    void addCauses(QVBoxLayout &column, QWidget *page);
    void addQuestion(QVBoxLayout &column, QWidget *page, const QString &question, const QString &how);
    void addFoot(QVBoxLayout &column);

    const Theme &m_theme;
    const CodeHighlighter &m_highlighter;
    const Incident::YouFirst &m_state;
    QString m_tally;
    QScrollArea *m_scroll;
    QPushButton *m_show;
};

/// What came of it, in a sentence or two, with `tally`; it does not lean on colours.
[[nodiscard]] QString youFirstResult(const Incident::YouFirst &state, const QString &tally);

/// "You were right 5 of 7 times."; empty before the first.
[[nodiscard]] QString tallyInWords(int right, int answered);

} // namespace Skillet::Ui
