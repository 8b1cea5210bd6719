// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/framevisit.h"
#include "runner/namequestions.h"
#include "runner/outputhold.h"
#include "runner/processmemory.h"
#include "runner/session.h"
#include "runner/wire.h"
#include "runner/wireassistance.h"
#include "runner/workerfarewell.h"

namespace Skillet::Runner {

namespace {

using When = NameQuestions::When;

/// A run may take for ever, and what is typed meanwhile is asked about again.
When whileTyping(SessionState state)
{
    return state == SessionState::Idle || state == SessionState::Starting ? When::Now : When::Never;
}

When whenFree(SessionState state)
{
    switch (state) {
    case SessionState::Idle:
    case SessionState::Starting:
        return When::Now;
    case SessionState::Stopped:
        return When::Never;
    case SessionState::Running:
    case SessionState::WaitingInput:
    case SessionState::Stopping:
        break;
    }
    return When::Later;
}

} // namespace

void Session::tellEnd()
{
    if (m_farewell->isOver())
        QMetaObject::invokeMethod(this, &Session::ended, Qt::QueuedConnection);
    else
        connect(m_farewell, &WorkerFarewell::over, this, &Session::ended, Qt::UniqueConnection);
}

void Session::connectQuestions()
{
    connect(m_names, &NameQuestions::completionsKnown, this, &Session::completionsKnown);
    connect(m_names, &NameQuestions::callTipKnown, this, &Session::callTipKnown);
    connect(m_names, &NameQuestions::helpShown, this, &Session::helpShown);
    connect(m_names, &NameQuestions::namesKnown, this, &Session::namesKnown);
    connect(m_frame, &FrameVisit::changed, this, &Session::frameChanged);
    connect(m_frame, &FrameVisit::lost, this, &Session::frameLost);
}

void Session::setOutputHeld(bool held)
{
    m_hold->setHeld(held);
}

quint32 Session::askCompletions(const QString &source, int cursor)
{
    Protocol::AskCompletions question;
    question.source = source.toStdString();
    question.cursor = Wire::bytesBefore(source, cursor);
    question.frame = Wire::frameReference(currentFrame());
    return m_names->ask(std::move(question), whileTyping(state()), source);
}

quint32 Session::askCallTip(const QString &source, int cursor)
{
    Protocol::AskCallTip question;
    question.source = source.toStdString();
    question.cursor = Wire::bytesBefore(source, cursor);
    question.frame = Wire::frameReference(currentFrame());
    return m_names->ask(std::move(question), whileTyping(state()), source);
}

quint32 Session::askHelp(const QString &topic)
{
    return m_names->ask(Protocol::AskHelp{0, topic.toStdString(), Wire::frameReference(currentFrame())},
                        whileTyping(state()), topic);
}

quint32 Session::askNames()
{
    return m_names->ask(Protocol::AskNames{0, Wire::frameReference(currentFrame())}, whenFree(state()));
}

void Session::enterFrame(const FrameReference &frame)
{
    m_frame->enter(frame, whenFree(state()));
}

void Session::leaveFrame()
{
    m_frame->leave();
}

FrameReference Session::currentFrame() const
{
    return m_frame->current();
}

qint64 Session::workerMemory() const
{
    return residentMemory(interpreter().processId);
}

} // namespace Skillet::Runner
