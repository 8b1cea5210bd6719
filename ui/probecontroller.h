// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "runner/sessionstates.h"
#include "runner/traceback.h"

#include <QObject>
#include <QString>

namespace Skillet::Runner {
class Session;
} // namespace Skillet::Runner

namespace Skillet::Ui {

class AskHereController;
class PromptPane;
class TracebackPane;

/// Runs the probes that the traceback pane offers, at the prompt and in their frame, and brings their answers
/// to the pane. A probe that fails is no error of the learner's.
class ProbeController final : public QObject
{
    Q_OBJECT

public:
    struct Panes
    {
        PromptPane &prompt;
        TracebackPane &traceback;
    };

    ProbeController(Runner::Session &session, const Panes &panes, AskHereController &ask, QObject *parent);

    /// Of the run nobody asked for but the pane.
    [[nodiscard]] bool isProbe(Runner::RunId run) const { return run != 0 && run == m_run; }

Q_SIGNALS:
    void problemOccurred(const Skillet::Core::Error &error);

private:
    void run(const Runner::FrameReference &reference, const Runner::TracebackFrame &frame,
             const QString &code);
    void finish(Runner::RunOutcome outcome);
    void listen();

    Runner::Session &m_session;
    Panes m_panes;
    AskHereController &m_ask;
    QString m_code; ///< what is asked; empty: nothing
    quint64 m_incident = 0; ///< that it is asked about
    QString m_answer;
    QString m_failure;
    bool m_isStarting = false;
    Runner::RunId m_run = 0; ///< the latest
};

} // namespace Skillet::Ui
