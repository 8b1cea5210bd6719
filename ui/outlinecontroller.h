// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "outline/outlinelines.h"
#include "runner/reading.h"
#include "theme/theme.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

class QAction;

namespace Skillet::Runner {
class Analyst;
} // namespace Skillet::Runner

namespace Skillet::Ui {

class Actions;
class CodeEditor;
class EditorArea;
class GoToSymbol;
class OutlinePane;

/// Keeps the outline of the text in front: asks a moment after the last key, and moves the lines of what is
/// known along with the text till the answer is there.
class OutlineController final : public QObject
{
    Q_OBJECT

public:
    OutlineController(Runner::Analyst &analyst, EditorArea &editor, OutlinePane &pane, const Theme &theme,
                      QObject *parent);

    void connectActions(const Actions &actions);
    /// With the lines that they have now.
    [[nodiscard]] const QList<Runner::Symbol> &symbols();

Q_SIGNALS:
    void changed();
    /// Before the caret goes somewhere else from here.
    void leaving();

private:
    void attend();
    void look();
    void noteLines(const LineChange &change);
    void moveLines();
    void take(quint32 request, const Runner::Outline &outline);
    void show();
    void goToSymbol();
    void enableActions();
    void go(const Runner::Symbol &symbol);

    Runner::Analyst &m_analyst;
    EditorArea &m_editor;
    OutlinePane &m_pane;
    const Theme &m_theme;
    QPointer<CodeEditor> m_attended; ///< the editor in front
    QMetaObject::Connection m_lines; ///< to its changes
    QList<Runner::Symbol> m_symbols; ///< of its text as it is, as far as is known
    bool m_isKnown = false; ///< the text, or one before, was read
    bool m_isOther = false; ///< no language with an outline
    quint32 m_request = 0; ///< 0: no answer is waited for
    QTimer m_pause;
    QList<LineChange> m_changes; ///< that m_symbols does not know yet
    QTimer m_moving; ///< till the end of what changes the text just now
    QAction *m_goTo = nullptr;
};

} // namespace Skillet::Ui
