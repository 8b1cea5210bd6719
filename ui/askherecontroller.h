// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "runner/traceback.h"

#include <QObject>
#include <QString>

namespace Skillet::Runner {
class Session;
} // namespace Skillet::Runner

namespace Skillet::Ui {

class Actions;
class FrameStrip;
class PromptPane;
class Theme;
class TracebackPane;

/// "Ask here": lets the prompt answer from a frame of an error, says so above it, and leads back.
class AskHereController final : public QObject
{
    Q_OBJECT

public:
    struct Panes
    {
        PromptPane &prompt;
        TracebackPane &traceback;
    };

    AskHereController(Runner::Session &session, const Panes &panes, const Theme &theme, QObject *parent);

    /// The window's command for it.
    void connectActions(const Actions &actions);

    /// Runs `code` at the prompt in that frame; the prompt itself stays where it is.
    void runThere(const Runner::FrameReference &reference, const Runner::TracebackFrame &frame,
                  const QString &code);

Q_SIGNALS:
    void promptWanted();
    void problemOccurred(const Skillet::Core::Error &error);

private:
    void enter(const Runner::FrameReference &reference, const Runner::TracebackFrame &frame);
    void go(const Runner::FrameReference &reference, const QString &place, const QString &marker);
    void leave();
    void enterOrLeave();

    Runner::Session &m_session;
    Panes m_panes;
    FrameStrip *m_strip; ///< in the prompt's pane
    QString m_place; ///< of the frame that was entered last
    QString m_marker; ///< the same in a word
};

} // namespace Skillet::Ui
