// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/framevisit.h"

#include "runner/wire.h"

#include <utility>

namespace Skillet::Runner {

FrameVisit::FrameVisit(NameQuestions &questions, QObject *parent)
    : QObject(parent)
    , m_questions(questions)
{
    connect(&questions, &NameQuestions::frameKnown, this, [this](quint32 question, bool isThere) {
        if (question == m_question && !isThere)
            endAsGone();
    });
    connect(&questions, &NameQuestions::frameWasGone, this, &FrameVisit::endAsGone);
    connect(&questions, &NameQuestions::workerWasLost, this, &FrameVisit::leave);
}

void FrameVisit::enter(const FrameReference &frame, NameQuestions::When when)
{
    if (frame.isNull()) {
        leave();
        return;
    }
    if (std::exchange(m_frame, frame) != frame)
        Q_EMIT changed(frame);
    if (m_frame == frame)
        m_question = m_questions.ask(Protocol::AskFrame{0, Wire::frameReference(frame)}, when);
}

void FrameVisit::leave()
{
    m_question = 0;
    if (!std::exchange(m_frame, {}).isNull())
        Q_EMIT changed({});
}

Program FrameVisit::placed(const Program &program)
{
    Program result = program;
    if (program.kind == ProgramKind::File || program.kind == ProgramKind::Module)
        leave();
    result.frame = m_frame;
    return result;
}

void FrameVisit::endAsGone()
{
    leave();
    Q_EMIT lost(
        tr("Python does not keep that error any more: only the newest ones, until it starts afresh. To look "
           "into it, make it happen again."));
}

} // namespace Skillet::Runner
