// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/messages.h"
#include "runner/session.h"

#include <QObject>
#include <QTimer>

#include <map>

namespace Skillet::Runner {

class WorkerProcess;

/// The questions of a session whether input is complete. Each gets exactly one answer, in a later turn of the
/// event loop; when Python cannot give one soon, the answer is Complete, so that the prompt never waits for
/// ever.
class CompletenessQuestions final : public QObject
{
    Q_OBJECT

public:
    explicit CompletenessQuestions(QObject *parent = nullptr);

    /// Asks `worker`, or whoever becomes ready, when there is none.
    [[nodiscard]] quint32 ask(const QString &source, WorkerProcess *worker);
    [[nodiscard]] quint32 answerComplete();

    void workerIsReady(WorkerProcess &worker);
    void workerIsLost();
    void handleAnswer(const Protocol::Completeness &answer);

Q_SIGNALS:
    void known(quint32 request, Skillet::Runner::Completeness completeness);

private:
    void answerAll();

    std::map<quint32, QString> m_open; // number and source
    quint32 m_last = 0;
    QTimer m_timer;
};

} // namespace Skillet::Runner
