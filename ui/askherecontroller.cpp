// SPDX-License-Identifier: GPL-3.0-or-later
#include "askherecontroller.h"

#include "actions.h"
#include "prompt/framestrip.h"
#include "prompt/promptpane.h"
#include "prompt/promptview.h"
#include "runner/session.h"
#include "traceback/picture.h"
#include "traceback/tracebackpane.h"

#include <QAction>
#include <QBoxLayout>
#include <QFileInfo>

namespace Skillet::Ui {

namespace {

QString placeOf(const Runner::TracebackFrame &frame)
{
    const QString function = functionName(frame);
    return function.isEmpty() ? placeName(frame) : placeName(frame) + u' ' + function;
}

/// A few characters, for the prompt's marker.
QString shortNameOf(const Runner::TracebackFrame &frame)
{
    constexpr qsizetype longest = 12;
    QString name;
    const QStringList parts = frame.function.split(u'.');
    for (auto part = parts.rbegin(); name.isEmpty() && part != parts.rend(); ++part) {
        if (!part->startsWith(u'<'))
            name = *part;
    }
    if (name.isEmpty() && opensInEditor(frame))
        name = QFileInfo(frame.file).completeBaseName();
    if (name.isEmpty())
        name = AskHereController::tr("here");
    return name.size() > longest ? name.left(longest - 1) + QChar(0x2026) : name;
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
                enter(reference, frame);
            });
    connect(m_strip, &FrameStrip::leaveRequested, this, &AskHereController::leave);
    connect(&m_panes.prompt.view(), &PromptView::leaveRequested, this, &AskHereController::leave);
    connect(&m_session, &Runner::Session::frameChanged, this, [this](const Runner::FrameReference &frame) {
        m_strip->setPlace(frame.isNull() ? QString() : m_place);
        m_panes.prompt.view().setPlace(frame.isNull() ? QString() : m_marker);
    });
    connect(&m_session, &Runner::Session::frameLost, this, [this](const QString &what) {
        Q_EMIT problemOccurred({Core::ErrorCode::NotFound, what});
    });
}

void AskHereController::connectActions(const Actions &actions)
{
    connect(actions[ActionId::AskHere], &QAction::triggered, this, &AskHereController::enterOrLeave);
}

void AskHereController::enter(const Runner::FrameReference &reference, const Runner::TracebackFrame &frame)
{
    go(reference, placeOf(frame), shortNameOf(frame));
    Q_EMIT promptWanted();
    m_panes.prompt.setFocus();
}

void AskHereController::go(const Runner::FrameReference &reference, const QString &place,
                           const QString &marker)
{
    m_place = place;
    m_marker = marker;
    m_session.enterFrame(reference);
}

void AskHereController::runThere(const Runner::FrameReference &reference, const Runner::TracebackFrame &frame,
                                 const QString &code)
{
    const Runner::FrameReference before = m_session.currentFrame();
    const QString place = m_place;
    const QString marker = m_marker;
    go(reference, placeOf(frame), shortNameOf(frame));
    m_panes.prompt.runCode(code);
    go(before, place, marker);
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
        enter(frame, shown.exceptions.constFirst().frames.at(where));
}

} // namespace Skillet::Ui
