// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "progress/records.h"
#include "runner/explanation.h"

#include <QObject>
#include <QString>

#include <functional>
#include <memory>

namespace Skillet::Progress {
class Recorder;
} // namespace Skillet::Progress

namespace Skillet::Ui {

/// Records each error that the learner meets, once: when its explanation has come, or when it is clear that
/// none will. Of the learner's code nothing is kept but the place.
class IncidentLog final : public QObject
{
    Q_OBJECT

public:
    /// Where the learner is.
    struct Where
    {
        QString course;
        QString courseVersion;
        QString exercise; ///< the one that is open; may be empty
        QUuid attempt; ///< the one recorded last; may be null
    };

    /// `workspace`: the folder that places are told from. The recorder must outlive the log.
    IncidentLog(Progress::Recorder &recorder, const QString &workspace, std::function<Where()> whereNow,
                QObject *parent);
    ~IncidentLog() override;

    /// An error has been met. Tell it before its traceback is explained.
    void begin(Progress::IncidentSource source, const Runner::Traceback &traceback);
    /// An explanation is asked for; that of an earlier error will not come any more.
    void expect(const Runner::Traceback &traceback);
    void settle(const Runner::Traceback &traceback, const Runner::Explanation &explanation);

    /// Of the error met last; null when it was none to record.
    [[nodiscard]] QUuid current() const { return m_current; }
    [[nodiscard]] QString course() const { return m_whereNow().course; }

Q_SIGNALS:
    void problemOccurred(const Skillet::Core::Error &error);

private:
    struct Pending
    {
        Progress::Incident incident;
        Runner::Traceback traceback;
    };

    void record(const QString &cause);
    [[nodiscard]] QString placeOf(const QString &file) const;
    [[nodiscard]] QString exerciseOf(Progress::IncidentSource source, const QString &place,
                                     const QString &open) const;

    Progress::Recorder &m_recorder;
    QString m_workspace;
    std::function<Where()> m_whereNow;
    QUuid m_current;
    std::unique_ptr<Pending> m_pending; ///< waits for its explanation
};

} // namespace Skillet::Ui
