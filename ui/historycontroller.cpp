// SPDX-License-Identifier: GPL-3.0-or-later
#include "historycontroller.h"

#include "actions.h"
#include "incident/comparison.h"
#include "traceback/comparisonview.h"
#include "traceback/historystrip.h"
#include "traceback/picture.h"
#include "traceback/tracebackpane.h"

#include <QAction>
#include <QLocale>

#include <algorithm>

namespace Skillet::Ui {

namespace {

constexpr qsizetype LongestTitle = 100;
/// Of one run; further ones are read at the prompt.
constexpr int MostWarnings = 20;

enum class Place { Shown, Hidden };

/// When, what and where.
QString titleOf(const Incident::PastIncident &incident, Place place)
{
    const Runner::ExceptionInfo &raised = incident.traceback.exceptions.constFirst();
    QString what =
        raised.message.isEmpty() ? raised.type : raised.type + QLatin1String(": ") + raised.message;
    what = what.section(u'\n', 0, 0);
    if (what.size() > LongestTitle)
        what = what.left(LongestTitle) + QChar(0x2026);
    const QString time = QLocale().toString(incident.at.time(), QLocale::ShortFormat);
    const qsizetype where = place == Place::Shown ? raised.whereToLook() : -1;
    return where < 0
        ? HistoryController::tr("%1  %2").arg(time, what)
        : HistoryController::tr("%1  %2  (%3)").arg(time, what, placeName(raised.frames.at(where)));
}

} // namespace

HistoryController::HistoryController(TracebackPane &pane, Clock now, QObject *parent)
    : QObject(parent)
    , m_pane(pane)
    , m_strip(pane.history())
    , m_now(std::move(now))
{
    connect(&m_pane, &TracebackPane::tracebackShown, this, &HistoryController::meet);
    connect(&m_pane, &TracebackPane::earlierWanted, this, [this] {
        if (m_current >= 0)
            show(static_cast<int>(m_history.sameKindBefore(m_current)));
    });
    connect(&m_pane, &TracebackPane::summaryChanged, this, [this](const QString &summary) {
        if (summary.isEmpty() && m_pane.current().isEmpty()) {
            m_current = -1;
            updateStrip();
        }
    });
    // The question comes after the traceback is shown.
    connect(&m_pane, &TracebackPane::tracebackShown, this, &HistoryController::updateStrip,
            Qt::QueuedConnection);
    connect(&m_pane, &TracebackPane::askingEnded, this, &HistoryController::updateStrip);
    connect(&m_strip, &HistoryStrip::chosen, this, &HistoryController::show);
}

void HistoryController::connectActions(const Actions &actions)
{
    const auto walk = [this](int by) {
        m_strip.step(by);
        Q_EMIT tracebackWanted();
    };
    connect(actions[ActionId::PreviousError], &QAction::triggered, this, [walk] { walk(-1); });
    connect(actions[ActionId::NextError], &QAction::triggered, this, [walk] { walk(1); });
}

void HistoryController::note(const Runner::Traceback &traceback)
{
    // Stop is no error.
    if (traceback.isEmpty() || traceback.exceptions.constFirst().type == QLatin1String("KeyboardInterrupt"))
        return;
    m_history.add(traceback, m_now());
    m_next = static_cast<int>(m_history.size()) - 1;
}

void HistoryController::keep(const Runner::Traceback &traceback)
{
    const qsizetype before = m_history.size();
    m_history.add(traceback, m_now());
    const qsizetype dropped = before + 1 - m_history.size();
    m_current = m_current < 0 ? -1 : std::max(m_current - static_cast<int>(dropped), -1);
    updateStrip();
}

void HistoryController::noteWarning(const Runner::Traceback &warning)
{
    if (++m_warnings > MostWarnings)
        return;
    const Runner::Traceback &shown = m_pane.current();
    if (m_pane.isAsking() || (!shown.isEmpty() && !shown.isWarning) || m_warnings > 1) {
        keep(warning);
        return;
    }
    note(warning);
    m_pane.showTraceback(warning);
}

void HistoryController::meet(const Runner::Traceback &shown)
{
    m_current = m_next;
    m_next = -1;
    // An earlier one may come from elsewhere, as from a link at the prompt.
    for (auto i = static_cast<int>(m_history.size()) - 1; m_current < 0 && i >= 0; --i) {
        if (m_history.at(i).traceback == shown)
            m_current = i;
    }
    updateStrip();
    compareCurrent();
}

void HistoryController::settle(const Runner::Traceback &traceback, const Runner::Explanation &explanation)
{
    if (m_current < 0 || explanation.cause.isEmpty() || m_history.at(m_current).traceback != traceback)
        return;
    const bool hadOne = m_history.sameKindBefore(m_current) >= 0;
    m_history.setCause(m_current, explanation.cause);
    if (!hadOne)
        compareCurrent();
}

void HistoryController::show(int index)
{
    if (index < 0 || index >= m_history.size())
        return;
    m_next = index;
    // A copy: what is shown may add to the history.
    const Runner::Traceback traceback = m_history.at(index).traceback;
    m_pane.showTraceback(traceback);
}

void HistoryController::compareCurrent()
{
    const qsizetype earlier = m_current < 0 ? -1 : m_history.sameKindBefore(m_current);
    if (earlier < 0)
        return;
    const Incident::PastIncident &before = m_history.at(earlier);
    const Incident::PastIncident &now = m_history.at(m_current);
    m_pane.showComparison(Incident::compare(before.traceback, now.traceback),
                          earlierInWords(before.at.secsTo(now.at)));
}

void HistoryController::updateStrip()
{
    QStringList titles;
    for (qsizetype i = 0; i < m_history.size(); ++i) {
        // Whoever is asked to find the place must not read it above the question.
        const bool isAsked = i == m_current && m_pane.isAsking();
        titles.append(titleOf(m_history.at(i), isAsked ? Place::Hidden : Place::Shown));
    }
    m_strip.setErrors(titles, m_current);
}

} // namespace Skillet::Ui
