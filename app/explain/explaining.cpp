// SPDX-License-Identifier: GPL-3.0-or-later
#include "explain/explaining.h"

#include "incident/savedsource.h"

#include <QFileInfo>

namespace Skillet::Explain {

Explaining::Explaining(Runner::Analyst &analyst, QObject *parent)
    : QObject(parent)
    , m_analyst(analyst)
{
    connect(&m_analyst, &Runner::Analyst::explained, this,
            [this](quint32 request, const Runner::Explanation &explanation) {
                if (request != m_request)
                    return;
                Explained error = m_waiting.takeFirst();
                error.explanation = explanation;
                Q_EMIT explained(error);
                askNext();
            });
}

void Explaining::start(const QList<Explained> &errors)
{
    m_waiting = errors;
    askNext();
}

void Explaining::askNext()
{
    if (m_waiting.isEmpty()) {
        Q_EMIT finished();
        return;
    }
    Runner::ExplanationQuestion question;
    question.traceback = m_waiting.constFirst().traceback;
    const Runner::ExceptionInfo &raised = question.traceback.exceptions.constFirst();
    if (const qsizetype where = raised.whereToLook(); where >= 0) {
        const Runner::TracebackFrame &frame = raised.frames.at(where);
        question.source = Incident::savedSource(frame);
        if (QFileInfo(frame.file).isAbsolute())
            question.folder = QFileInfo(frame.file).path();
    }
    m_request = m_analyst.explain(question);
}

} // namespace Skillet::Explain
