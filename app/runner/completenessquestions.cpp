// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/completenessquestions.h"

#include "runner/wire.h"
#include "runner/workerprocess.h"

#include <utility>

namespace Skillet::Runner {

namespace {

constexpr int answerLimitMs = 2000;

} // namespace

CompletenessQuestions::CompletenessQuestions(QObject *parent)
    : QObject(parent)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &CompletenessQuestions::answerAll);
}

quint32 CompletenessQuestions::ask(const QString &source, WorkerProcess *worker)
{
    m_open.emplace(++m_last, source);
    m_timer.start(answerLimitMs);
    if (worker && !worker->send(0, Protocol::AskCompleteness{m_last, source.toStdString()}))
        m_timer.start(0);
    return m_last;
}

quint32 CompletenessQuestions::answerComplete()
{
    m_open.emplace(++m_last, QString());
    m_timer.start(0);
    return m_last;
}

void CompletenessQuestions::workerIsReady(WorkerProcess &worker)
{
    for (const auto &[request, source] : m_open) {
        if (!worker.send(0, Protocol::AskCompleteness{request, source.toStdString()}))
            m_timer.start(0);
    }
}

void CompletenessQuestions::workerIsLost()
{
    if (!m_open.empty())
        m_timer.start(0);
}

void CompletenessQuestions::handleAnswer(const Protocol::Completeness &answer)
{
    if (m_open.erase(answer.request) > 0)
        Q_EMIT known(answer.request, Wire::completeness(answer.state));
}

void CompletenessQuestions::answerAll()
{
    const std::map<quint32, QString> open = std::exchange(m_open, {});
    for (const auto &[request, source] : open)
        Q_EMIT known(request, Completeness::Complete);
}

} // namespace Skillet::Runner
