// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "runner/analyst.h"

#include <QObject>
#include <QString>

namespace Skillet::Ui {

class EditorArea;
class PromptPane;
class TracebackPane;

/// Asks the analyst about each traceback that is shown, with the text it is about, and puts what it suggests
/// into the file when the learner wants that.
class ExplanationController final : public QObject
{
    Q_OBJECT

public:
    struct Panes
    {
        EditorArea &editor;
        const PromptPane &prompt;
        TracebackPane &traceback;
    };

    ExplanationController(Runner::Analyst &analyst, const Panes &panes, QObject *parent);

    /// Whether learners choose the cause before it is told.
    void setWantsChoices(bool wants) { m_wantsChoices = wants; }
    /// The text that the frame's line is from; empty when it is not at hand or has changed since.
    [[nodiscard]] QString sourceOf(const Runner::TracebackFrame &frame) const;

Q_SIGNALS:
    /// Each is followed by answered() with the same traceback, or by the next one.
    void asked(const Skillet::Runner::Traceback &traceback);
    void answered(const Skillet::Runner::Traceback &traceback,
                  const Skillet::Runner::Explanation &explanation);
    void problemOccurred(const Skillet::Core::Error &error);

private:
    void ask(const Runner::Traceback &traceback);
    void putIntoFile(const QString &file, const Runner::Suggestion &suggestion);

    Runner::Analyst &m_analyst;
    Panes m_panes;
    quint32 m_request = 0;
    bool m_wantsChoices = false;
};

} // namespace Skillet::Ui
