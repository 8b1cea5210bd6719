// SPDX-License-Identifier: GPL-3.0-or-later
#include "incidentlog.h"

#include "progress/recorder.h"

#include <QDir>
#include <QFileInfo>

#include <utility>

namespace Skillet::Ui {

using Progress::IncidentSource;

namespace {

constexpr qsizetype LongestName = 200;

/// Pressing Stop is no mistake, and a text that ends too early does not say which error it was.
bool isIncident(const Runner::Traceback &traceback)
{
    if (traceback.isEmpty())
        return false;
    const QString &type = traceback.exceptions.constFirst().type;
    return !type.isEmpty() && type != QLatin1String("KeyboardInterrupt");
}

/// The same text is the same incident, however often it is opened.
QUuid idOf(IncidentSource source, const Runner::Traceback &traceback)
{
    return source == IncidentSource::Pasted ? QUuid::createUuidV5(QUuid(), traceback.plainText)
                                            : QUuid::createUuid();
}

} // namespace

IncidentLog::IncidentLog(Progress::Recorder &recorder, const QString &workspace,
                         std::function<Where()> whereNow, QObject *parent)
    : QObject(parent)
    , m_recorder(recorder)
    , m_workspace(QDir::cleanPath(workspace))
    , m_whereNow(std::move(whereNow))
{ }

IncidentLog::~IncidentLog()
{
    blockSignals(true); // whoever would listen is going, too
    record({});
}

void IncidentLog::begin(IncidentSource source, const Runner::Traceback &traceback)
{
    record({});
    m_current = {};
    if (!isIncident(traceback))
        return;
    const Where where = m_whereNow();
    const Runner::ExceptionInfo &raised = traceback.exceptions.constFirst();
    Progress::Incident incident;
    incident.id = idOf(source, traceback);
    m_current = incident.id;
    incident.course = where.course;
    incident.courseVersion = where.courseVersion;
    if (source == IncidentSource::Check)
        incident.attempt = where.attempt;
    incident.errorClass = raised.type.left(LongestName);
    incident.source = source;
    if (const qsizetype index = raised.whereToLook(); index >= 0) {
        const Runner::TracebackFrame &frame = raised.frames.at(index);
        incident.place = placeOf(frame.file).left(LongestName);
        incident.line = frame.range.line;
    }
    incident.exercise = exerciseOf(source, incident.place, where.exercise);
    m_pending = std::make_unique<Pending>(Pending{incident, traceback});
}

void IncidentLog::expect(const Runner::Traceback &traceback)
{
    if (m_pending && m_pending->traceback != traceback)
        record({});
}

void IncidentLog::settle(const Runner::Traceback &traceback, const Runner::Explanation &explanation)
{
    if (m_pending && m_pending->traceback == traceback)
        record(explanation.cause);
}

void IncidentLog::record(const QString &cause)
{
    if (!m_pending)
        return;
    Progress::Incident incident = std::exchange(m_pending, nullptr)->incident;
    incident.cause = cause.isEmpty() ? QString(Progress::unknownCause) : cause.left(LongestName);
    if (const auto recorded = m_recorder.record(incident); !recorded)
        Q_EMIT problemOccurred(recorded.error());
}

/// Relative to the workspace; of a file elsewhere its name alone, as its folders are nobody's business.
QString IncidentLog::placeOf(const QString &file) const
{
    if (!QDir::isAbsolutePath(file))
        return file.startsWith(u'<') ? file : QFileInfo(file).fileName();
    const QString clean = QDir::cleanPath(file);
    return clean.startsWith(m_workspace + u'/') ? clean.mid(m_workspace.size() + 1)
                                                : QFileInfo(clean).fileName();
}

QString IncidentLog::exerciseOf(IncidentSource source, const QString &place, const QString &open) const
{
    switch (source) {
    case IncidentSource::Prompt:
    case IncidentSource::Check:
        return open;
    case IncidentSource::File:
        return !open.isEmpty() && place.startsWith(open + u'/') ? open : QString();
    case IncidentSource::Pasted:
        break;
    }
    return {};
}

} // namespace Skillet::Ui
