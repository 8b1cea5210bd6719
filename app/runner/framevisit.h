// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runner/namequestions.h"
#include "runner/program.h"
#include "runner/traceback.h"

#include <QObject>

namespace Skillet::Runner {

/// In which frame of an earlier error the prompt is, if any.
class FrameVisit final : public QObject
{
    Q_OBJECT

public:
    /// `questions` must live as long as this.
    explicit FrameVisit(NameQuestions &questions, QObject *parent = nullptr);

    /// `when` the worker can be asked whether it has that frame.
    void enter(const FrameReference &frame, NameQuestions::When when);
    void leave();
    [[nodiscard]] FrameReference current() const { return m_frame; }
    /// The program with its place. One that is no prompt input ends the visit: the prompt goes on inside it.
    [[nodiscard]] Program placed(const Program &program);

Q_SIGNALS:
    void changed(const Skillet::Runner::FrameReference &frame);
    void lost(const QString &what);

private:
    void endAsGone();

    NameQuestions &m_questions;
    FrameReference m_frame;
    quint32 m_question = 0; // the latest about m_frame
};

} // namespace Skillet::Runner
