// SPDX-License-Identifier: GPL-3.0-or-later
#include "youfirstcontroller.h"

#include "core/settings.h"
#include "explanationcontroller.h"
#include "incidentlog.h"
#include "progress/recorder.h"
#include "progress/store.h"
#include "traceback/tracebackpane.h"
#include "traceback/youfirstoffer.h"
#include "traceback/youfirstview.h"

#include <QAction>
#include <QTimer>

namespace Skillet::Ui {

using Incident::YouFirst;
using Progress::GuessAnswer;

namespace {

// Of the pane, in pixels of the design: for a question, and for an offer below a picture.
constexpr int LeastWidth = 300;
constexpr int LeastHeight = 180;
constexpr int OfferHeight = 210; // a screen of 1366x768 has 217
constexpr int LayoutMs = 200;

GuessAnswer recorded(YouFirst::Answer answer)
{
    switch (answer) {
    case YouFirst::Answer::Right:
        return GuessAnswer::Right;
    case YouFirst::Answer::Wrong:
        return GuessAnswer::Wrong;
    case YouFirst::Answer::GivenUp:
        return GuessAnswer::GivenUp;
    case YouFirst::Answer::NotAsked:
        break;
    }
    return GuessAnswer::NotAsked;
}

} // namespace

YouFirstController::YouFirstController(const Services &services, const Partners &partners, QAction &mode,
                                       QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_partners(partners)
    , m_mode(mode)
{
    m_mode.setChecked(m_services.settings.asksFirst());
    m_partners.explanations.setWantsChoices(m_mode.isChecked());
    connect(&m_mode, &QAction::toggled, this, [this](bool on) {
        m_services.settings.setAsksFirst(on);
        m_services.settings.setWasOfferedToAskFirst(true);
        m_partners.explanations.setWantsChoices(on);
        delete m_offer;
    });
    connect(&m_partners.pane, &TracebackPane::tracebackShown, this, &YouFirstController::begin);
    connect(&m_partners.explanations, &ExplanationController::answered, this,
            [this](const Runner::Traceback &, const Runner::Explanation &explanation) {
                if (!isOpen())
                    return;
                const bool wasWaitedFor = m_state->isWaiting();
                m_state->explain(explanation);
                if (wasWaitedFor) // whoever still looks for the line must not be disturbed
                    goOn();
            });
    const auto askAgain = [this] {
        if (isOpen())
            ask();
    };
    connect(&services.theme, &Theme::changed, this, askAgain);
    connect(&services.highlighter, &CodeHighlighter::changed, this, askAgain);
}

bool YouFirstController::isOpen() const
{
    return m_state && m_view && m_partners.pane.isAsking();
}

void YouFirstController::noteIncident(Progress::IncidentSource, const Runner::Traceback &traceback)
{
    m_new = traceback;
}

void YouFirstController::begin(const Runner::Traceback &traceback)
{
    m_state.reset();
    const bool isNew = !m_new.isEmpty() && m_new == traceback && !m_partners.log.current().isNull();
    m_new = {};
    if (!isNew)
        return;
    ++m_met;
    if (!m_mode.isChecked()) {
        if (m_met > 1) // the first is hard enough
            offer();
        return;
    }
    if (isSeen() && !hasRoom(LeastWidth, LeastHeight))
        return;
    m_incident = m_partners.log.current();
    m_state = std::make_unique<YouFirst>(
        traceback.exceptions.constFirst(),
        [this](const Runner::TracebackFrame &frame) { return m_partners.explanations.sourceOf(frame); });
    ask();
    // A pane behind others gets its size a moment after it has come to the front.
    QTimer::singleShot(LayoutMs, this, &YouFirstController::leaveSmallPane);
}

void YouFirstController::leaveSmallPane()
{
    if (!isOpen() || !isSeen() || hasRoom(LeastWidth, LeastHeight))
        return;
    m_state.reset();
    m_partners.pane.endAsking({});
}

// What lies behind another pane counts as visible, far outside the window and in some size.
bool YouFirstController::isSeen() const
{
    const QWidget &pane = m_partners.pane;
    const QRect place(pane.mapTo(pane.window(), QPoint()), pane.size());
    return pane.isVisible() && pane.window()->rect().intersects(place);
}

bool YouFirstController::hasRoom(int width, int height) const
{
    const Theme &theme = m_services.theme;
    return m_partners.pane.width() >= theme.scaled(width) && m_partners.pane.height() >= theme.scaled(height);
}

void YouFirstController::ask()
{
    m_view = new YouFirstView(m_services.theme, m_services.highlighter, *m_state, tally());
    connect(m_view, &YouFirstView::linePicked, this, [this](const QString &file, int line) {
        m_state->pickLine(file, line);
        goOn();
    });
    connect(m_view, &YouFirstView::causePicked, this, [this](int index) {
        m_state->pickCause(index);
        goOn();
    });
    connect(m_view, &YouFirstView::givenUp, this, [this] {
        m_state->giveUp();
        goOn();
    });
    m_partners.pane.ask(m_view);
}

void YouFirstController::goOn()
{
    if (m_state->step() != YouFirst::Step::Done) {
        m_view->refresh();
        return;
    }
    record();
    const std::unique_ptr<YouFirst> done = std::move(m_state);
    m_partners.pane.endAsking(youFirstResult(*done, tally()));
}

void YouFirstController::record()
{
    Progress::Guess guess;
    guess.course = m_partners.log.course();
    guess.incident = m_incident;
    guess.line = recorded(m_state->lineAnswer());
    guess.cause = recorded(m_state->causeAnswer());
    if (guess.line == GuessAnswer::NotAsked && guess.cause == GuessAnswer::NotAsked)
        return;
    if (const auto done = m_services.recorder.record(guess); !done)
        Q_EMIT problemOccurred(done.error());
}

QString YouFirstController::tally() const
{
    const auto counted = m_services.store.guessTally();
    return counted ? tallyInWords(counted.value().right, counted.value().answered) : QString();
}

void YouFirstController::offer()
{
    if (m_services.settings.wasOfferedToAskFirst() || m_offer
        || (isSeen() && !hasRoom(LeastWidth, OfferHeight)))
        return;
    auto *bar = new YouFirstOffer(m_services.theme, &m_partners.pane);
    m_offer = bar;
    connect(bar, &YouFirstOffer::accepted, this, [this] { m_mode.setChecked(true); });
    connect(bar, &YouFirstOffer::declined, this, [this] {
        m_services.settings.setWasOfferedToAskFirst(true);
        m_offer->deleteLater();
    });
    m_partners.pane.addBelow(bar);
}

} // namespace Skillet::Ui
