// SPDX-License-Identifier: GPL-3.0-or-later
#include "askherecontroller.h"

#include "actions.h"
#include "prompt/framestrip.h"
#include "prompt/promptpane.h"
#include "runner/session.h"
#include "traceback/picture.h"
#include "traceback/tracebackpane.h"

#include <QAction>
#include <QBoxLayout>

namespace Skillet::Ui {

namespace {

QString placeOf(const Runner::TracebackFrame &frame)
{
    const QString function = functionName(frame);
    return function.isEmpty() ? placeName(frame) : placeName(frame) + u' ' + function;
}

} // namespace

AskHereController::AskHereController(Runner::Session &session, const Panes &panes, const Theme &theme,
                                     QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_panes(panes)
    , m_strip(new FrameStrip(theme, &panes.prompt))
{
    if (auto *column = qobject_cast<QBoxLayout *>(m_panes.prompt.layout()))
        column->insertWidget(0, m_strip);
    connect(&m_panes.traceback, &TracebackPane::askHereWanted, this,
            [this](const Runner::FrameReference &reference, const Runner::TracebackFrame &frame) {
                enter(reference, placeOf(frame));
            });
    connect(m_strip, &FrameStrip::leaveRequested, this, &AskHereController::leave);
    connect(&m_session, &Runner::Session::frameChanged, this, [this](const Runner::FrameReference &frame) {
        m_strip->setPlace(frame.isNull() ? QString() : m_place);
    });
    connect(&m_session, &Runner::Session::frameLost, this, [this](const QString &what) {
        Q_EMIT problemOccurred({Core::ErrorCode::NotFound, what});
    });
}

void AskHereController::connectActions(const Actions &actions)
{
    connect(actions[ActionId::AskHere], &QAction::triggered, this, &AskHereController::enterOrLeave);
}

void AskHereController::enter(const Runner::FrameReference &frame, const QString &place)
{
    m_place = place;
    m_session.enterFrame(frame);
    m_strip->setPlace(place);
    Q_EMIT promptWanted();
    m_panes.prompt.setFocus();
}

void AskHereController::leave()
{
    m_session.leaveFrame();
    m_panes.prompt.setFocus();
}

void AskHereController::enterOrLeave()
{
    if (!m_session.currentFrame().isNull()) {
        leave();
        return;
    }
    const Runner::Traceback &shown = m_panes.traceback.current();
    const qsizetype where = shown.isEmpty() ? -1 : shown.exceptions.constFirst().whereToLook();
    const Runner::FrameReference frame =
        where < 0 ? Runner::FrameReference() : shown.frameReference(0, where);
    if (frame.isNull())
        Q_EMIT problemOccurred({Core::ErrorCode::NotFound,
                                tr("There is no error of a running program to ask about. Run something that "
                                   "breaks first, such as 1/0 in a function.")});
    else
        enter(frame, placeOf(shown.exceptions.constFirst().frames.at(where)));
}

} // namespace Skillet::Ui
