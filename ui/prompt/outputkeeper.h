// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "prompt/outputspool.h"
#include "runner/session.h"

#include <QObject>
#include <QTimer>

namespace Skillet::Ui {

/// Keeps what the prompt no longer shows. When there is no room for more, the program has to wait where it
/// writes until the learner has made some, by clearing the prompt or on the disk, or has stopped it.
class OutputKeeper final : public QObject
{
    Q_OBJECT

public:
    explicit OutputKeeper(Runner::Session &session, QObject *parent = nullptr);

    [[nodiscard]] OutputSpool &spool() { return m_spool; }
    [[nodiscard]] const OutputSpool &spool() const { return m_spool; }

    void keep(const QString &lines);
    /// The learner says that there is room again.
    void tryAgain();
    void clear();

Q_SIGNALS:
    /// There is no more room, and what was written before the program had to wait has come. Once a run.
    void filled(const QString &why, Skillet::Ui::OutputSpool::Room room);

private:
    void hold(const QString &why);
    void release();

    Runner::Session &m_session;
    OutputSpool m_spool;
    QString m_why; ///< empty: there is room
    bool m_isTold = false; ///< in this run
    QTimer m_quiet;
};

} // namespace Skillet::Ui
