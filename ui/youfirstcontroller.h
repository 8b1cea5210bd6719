// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "highlighting/codehighlighter.h"
#include "incident/youfirst.h"
#include "progress/records.h"
#include "theme/theme.h"

#include <QObject>
#include <QPointer>
#include <QUuid>

#include <memory>

class QAction;

namespace Skillet::Core {
class Settings;
} // namespace Skillet::Core
namespace Skillet::Progress {
class Recorder;
class Store;
} // namespace Skillet::Progress

namespace Skillet::Ui {

class ExplanationController;
class IncidentLog;
class TracebackPane;
class YouFirstView;

/// You First: while it is on, the learner finds the line and the cause of a new error before the traceback
/// pane shows them. Records how it went. While it is off and was never talked of, it is offered once.
class YouFirstController final : public QObject
{
    Q_OBJECT

public:
    struct Services
    {
        const Theme &theme;
        const CodeHighlighter &highlighter;
        Core::Settings &settings;
        const Progress::Store &store;
        Progress::Recorder &recorder;
    };
    struct Partners
    {
        TracebackPane &pane;
        ExplanationController &explanations;
        const IncidentLog &log; ///< hears of each error before this controller does
    };

    /// `mode` is the checkable command that switches it.
    YouFirstController(const Services &services, const Partners &partners, QAction &mode, QObject *parent);

    /// A new error, which is shown next: what is only shown again is not asked about.
    void noteIncident(Progress::IncidentSource source, const Runner::Traceback &traceback);

Q_SIGNALS:
    void problemOccurred(const Skillet::Core::Error &error);

private:
    [[nodiscard]] bool isOpen() const;
    void begin(const Runner::Traceback &traceback);
    void ask();
    void goOn();
    void leaveSmallPane();
    void record();
    void offer();
    [[nodiscard]] QString tally() const;
    [[nodiscard]] bool isSeen() const;
    /// Whoever has made the pane that small wants no questions in it.
    [[nodiscard]] bool hasRoom(int width, int height) const;

    Services m_services;
    Partners m_partners;
    QAction &m_mode;
    Runner::Traceback m_new; ///< not shown yet
    QUuid m_incident;
    std::unique_ptr<Incident::YouFirst> m_state; ///< of the question that is open
    QPointer<YouFirstView> m_view; ///< the pane's
    QPointer<QWidget> m_offer;
    int m_met = 0; ///< new errors so far
};

} // namespace Skillet::Ui
