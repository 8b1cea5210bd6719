// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/namequestions.h"
#include "runner/processmemory.h"
#include "runner/session.h"
#include "runner/wireassistance.h"

namespace Skillet::Runner {

namespace {

using When = NameQuestions::When;

/// A run may take for ever, and what is typed meanwhile is asked about again.
When whileTyping(SessionState state)
{
    return state == SessionState::Idle || state == SessionState::Starting ? When::Now : When::Never;
}

} // namespace

void Session::connectQuestions()
{
    connect(m_names, &NameQuestions::completionsKnown, this, &Session::completionsKnown);
    connect(m_names, &NameQuestions::callTipKnown, this, &Session::callTipKnown);
    connect(m_names, &NameQuestions::helpShown, this, &Session::helpShown);
    connect(m_names, &NameQuestions::namesKnown, this, &Session::namesKnown);
}

quint32 Session::askCompletions(const QString &source, int cursor)
{
    Protocol::AskCompletions question;
    question.source = source.toStdString();
    question.cursor = Wire::bytesBefore(source, cursor);
    return m_names->ask(std::move(question), whileTyping(state()), source);
}

quint32 Session::askCallTip(const QString &source, int cursor)
{
    Protocol::AskCallTip question;
    question.source = source.toStdString();
    question.cursor = Wire::bytesBefore(source, cursor);
    return m_names->ask(std::move(question), whileTyping(state()), source);
}

quint32 Session::askHelp(const QString &topic)
{
    return m_names->ask(Protocol::AskHelp{0, topic.toStdString()}, whileTyping(state()), topic);
}

quint32 Session::askNames()
{
    switch (state()) {
    case SessionState::Idle:
    case SessionState::Starting:
        return m_names->ask(Protocol::AskNames{}, When::Now);
    case SessionState::Stopped:
        return m_names->ask(Protocol::AskNames{}, When::Never);
    case SessionState::Running:
    case SessionState::WaitingInput:
    case SessionState::Stopping:
        break;
    }
    return m_names->ask(Protocol::AskNames{}, When::Later);
}

qint64 Session::workerMemory() const
{
    return residentMemory(interpreter().processId);
}

} // namespace Skillet::Runner
