// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/positions.h"
#include "runner/assistance.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QTimer>

namespace Skillet::Runner {
class Analyst;
} // namespace Skillet::Runner

namespace Skillet::Ui {

class Actions;
class CodeEditor;
class EditorArea;

/// Shows in the editor what is wrong with the program in front while it is being written. Asks a moment after
/// the last key, never shows what is of an older text, and lets whoever is in the middle of a line finish it.
class ProblemsController final : public QObject
{
    Q_OBJECT

public:
    ProblemsController(Runner::Analyst &analyst, EditorArea &editor, QObject *parent);

    /// The commands that go from problem to problem.
    void connectActions(const Actions &actions);
    /// Off: nothing is looked for, and nothing is marked.
    void setEnabled(bool enabled);
    /// What else is said about the text of `editor`, in place of what was said before.
    void setStyle(const CodeEditor *editor, const QList<Runner::Problem> &problems);

Q_SIGNALS:
    /// Words on the problem that the caret is at; empty: it is at none.
    void wordsChanged(const QString &words);
    void enabledChanged(bool enabled);

private:
    void lookSoon();
    void look();
    void take(quint32 request, const Runner::ProblemList &found);
    void show();
    void tellWords();
    void step(bool forward);
    [[nodiscard]] bool isBeingWritten(const Runner::Problem &problem, const EditorPlace &caret) const;

    Runner::Analyst &m_analyst;
    EditorArea &m_editor;
    QPointer<CodeEditor> m_asked; ///< whose text the last question was about
    quint32 m_request = 0; ///< 0: no answer is waited for
    Runner::ProblemList m_found; ///< the latest answer, of the text as it still is
    QPointer<const CodeEditor> m_styled; ///< whose text m_style is about
    QList<Runner::Problem> m_style; ///< hints of other tools, of the text as it still is
    QElapsedTimer m_sinceKey;
    QTimer m_pause; ///< from the last key to the question
    QTimer m_patience; ///< until a line that is being written counts as left
    QString m_words;
    bool m_isEnabled = true;
};

} // namespace Skillet::Ui
