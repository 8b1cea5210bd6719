// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "explain/report.h"
#include "runner/analyst.h"

#include <QList>
#include <QObject>

namespace Skillet::Explain {

/// Has errors explained, one after the other.
class Explaining final : public QObject
{
    Q_OBJECT

public:
    /// The analyst must outlive it.
    explicit Explaining(Runner::Analyst &analyst, QObject *parent = nullptr);

    /// Once. Each is answered by one explained(), in order; then comes finished().
    void start(const QList<Explained> &errors);

Q_SIGNALS:
    void explained(const Skillet::Explain::Explained &error);
    void finished();

private:
    void askNext();

    Runner::Analyst &m_analyst;
    QList<Explained> m_waiting;
    quint32 m_request = 0;
};

} // namespace Skillet::Explain
