// SPDX-License-Identifier: GPL-3.0-or-later
#include "prompt/outputkeeper.h"

namespace Skillet::Ui {

namespace {

/// A program that has to wait has written its last by then.
constexpr int QuietMs = 200;

} // namespace

OutputKeeper::OutputKeeper(Runner::Session &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
    m_quiet.setSingleShot(true);
    m_quiet.setInterval(QuietMs);
    connect(&m_quiet, &QTimer::timeout, this, [this] {
        m_isTold = true;
        Q_EMIT filled(m_why, m_spool.room());
    });
    // The next run may show something: it is held when it comes to be kept.
    connect(&session, &Runner::Session::runStarted, this, [this] {
        m_quiet.stop();
        m_isTold = false;
        m_session.setOutputHeld(false);
    });
}

void OutputKeeper::keep(const QString &lines)
{
    const Core::Result<void> kept = m_spool.append(lines);
    if (!kept)
        hold(kept.error().message);
    else if (m_spool.room() != OutputSpool::Room::Enough)
        hold(m_why);
}

void OutputKeeper::hold(const QString &why)
{
    m_why = why;
    m_session.setOutputHeld(true);
    if (!m_isTold)
        m_quiet.start();
}

void OutputKeeper::release()
{
    m_quiet.stop();
    m_why.clear();
    m_isTold = false;
    m_session.setOutputHeld(false);
}

void OutputKeeper::tryAgain()
{
    if (m_spool.room() == OutputSpool::Room::Enough)
        return;
    if (const Core::Result<void> written = m_spool.writeWaiting(); !written) {
        m_isTold = false;
        hold(written.error().message);
    } else {
        release();
    }
}

void OutputKeeper::clear()
{
    m_spool.clear();
    release();
}

} // namespace Skillet::Ui
