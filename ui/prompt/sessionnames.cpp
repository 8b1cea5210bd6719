// SPDX-License-Identifier: GPL-3.0-or-later
#include "prompt/sessionnames.h"

namespace Skillet::Ui {

SessionNames::SessionNames(Runner::Session &session, QObject *parent)
    : NameSource(parent)
    , m_session(session)
{
    connect(&m_session, &Runner::Session::completionsKnown, this, &NameSource::completionsKnown);
    connect(&m_session, &Runner::Session::callTipKnown, this, &NameSource::callTipKnown);
    connect(&m_session, &Runner::Session::stateChanged, this, [this](Runner::SessionState state) {
        if (state != Runner::SessionState::Idle)
            Q_EMIT becameBusy();
    });
}

quint32 SessionNames::askCompletions(const QString &source, int caret)
{
    return m_session.askCompletions(source, caret);
}

quint32 SessionNames::askCallTip(const QString &source, int caret)
{
    return m_session.askCallTip(source, caret);
}

bool SessionNames::isReady() const
{
    return m_session.state() == Runner::SessionState::Idle;
}

QString SessionNames::nothingKnown() const
{
    return isReady() || m_session.state() == Runner::SessionState::Starting
        ? tr("Python knows nothing that goes on like this.")
        : tr("Names can be looked up when the run has ended.");
}

} // namespace Skillet::Ui
