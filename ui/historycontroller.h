// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident/history.h"
#include "runner/explanation.h"

#include <QDateTime>
#include <QObject>

#include <functional>

namespace Skillet::Ui {

class Actions;
class HistoryStrip;
class TracebackPane;

/// Keeps the errors of this session, leads back to them in the traceback pane, and says what changed between
/// two of a kind. They are forgotten with the window.
class HistoryController final : public QObject
{
    Q_OBJECT

public:
    using Clock = std::function<QDateTime()>;

    HistoryController(TracebackPane &pane, Clock now, QObject *parent);

    /// The window's commands for it.
    void connectActions(const Actions &actions);
    /// An error of the learner's program, before it is shown.
    void note(const Runner::Traceback &traceback);
    /// What follows are the warnings of another run.
    void beginRun() { m_warnings = 0; }
    /// A warning takes the place of no error that the learner may still be reading, and only the first of a
    /// run is shown by itself; the others are kept to go back to.
    void noteWarning(const Runner::Traceback &warning);
    /// The explanation of what is shown has come.
    void settle(const Runner::Traceback &traceback, const Runner::Explanation &explanation);

Q_SIGNALS:
    void tracebackWanted();

private:
    void meet(const Runner::Traceback &shown);
    void keep(const Runner::Traceback &traceback);
    void show(int index);
    void compareCurrent();
    void updateStrip();

    TracebackPane &m_pane;
    HistoryStrip &m_strip; ///< of the pane
    Clock m_now;
    Incident::History m_history;
    int m_warnings = 0; ///< of the run
    int m_current = -1; ///< in the history, -1: something else is shown
    int m_next = -1; ///< what the pane shows next is that one
};

} // namespace Skillet::Ui
