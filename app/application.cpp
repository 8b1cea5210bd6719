// SPDX-License-Identifier: GPL-3.0-or-later
#include "application.h"

#include "core/log.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace Skillet {

namespace {

Runner::SessionOptions sessionOptions(const Core::Paths &paths, const Core::Settings &settings)
{
    Runner::SessionOptions options;
    options.worker = paths.worker;
    options.workerPython = paths.workerPython;
    if (const qint64 megabytes = settings.memoryLimitMegabytes(); megabytes > 0)
        options.memoryLimit = megabytes * 1000000;
    options.environment = settings.environment();
    options.workingFolder = QFileInfo::exists(paths.workspace) ? paths.workspace : QDir::homePath();
    return options;
}

Runner::CheckRunOptions checkOptions(const Core::Paths &paths)
{
    Runner::CheckRunOptions options;
    options.worker = paths.worker;
    options.workerPython = paths.workerPython;
    return options;
}

QString tr(const char *text)
{
    return QCoreApplication::translate("Application", text);
}

} // namespace

Application::Application(Core::Paths paths)
    : m_paths(std::move(paths))
    , m_settings(m_paths.settingsFile())
    , m_session(sessionOptions(m_paths, m_settings))
    , m_course((m_session.start(), loadCourse()))
    , m_store(openStore())
    , m_progress(*m_store, m_paths.progressSpill())
    , m_journal(m_paths.journal())
    , m_checks(checkOptions(m_paths))
    , m_analyst({m_paths.worker, m_paths.workerPython})
{
    for (const QString &folder : {m_paths.config, m_paths.workspace}) {
        const auto writable = Core::ensureWritable(folder);
        if (!writable.ok()) {
            m_notices.append(writable.error().message);
        }
    }
}

Course::Course Application::loadCourse()
{
    auto loaded = Course::loadCourse(m_paths.curriculum);
    if (!loaded.ok()) {
        m_notices.append(loaded.error().message);
        return {};
    }
    const QList<Course::Problem> &problems = loaded.value().problems;
    for (const Course::Problem &problem : problems) {
        qCWarning(Core::logCourse, "%s", qUtf8Printable(problem.toString()));
    }
    if (!problems.isEmpty()) {
        m_notices.append(tr("A part of the course cannot be read and is left out (%1). The rest works; "
                            "reinstalling Skillet brings it back. All messages are in %2.")
                             .arg(problems.constFirst().toString(), m_paths.logFile()));
    }
    return loaded.value().course;
}

std::unique_ptr<Progress::Store> Application::openStore()
{
    const auto writable = Core::ensureWritable(m_paths.data);
    auto store = writable.ok() ? Progress::Store::open(m_paths.progressDatabase())
                               : Core::Result<std::unique_ptr<Progress::Store>>(writable.error());
    if (!store.ok()) {
        m_notices.append(tr("%1 Until then, this session's progress is kept beside it or in memory.")
                             .arg(store.error().message));
        store = Progress::Store::openInMemory();
    }
    if (!store.ok()) {
        // Only a Qt without its SQLite driver gets here; main() has refused to start in that case.
        qFatal("%s", qUtf8Printable(store.error().message));
    }
    if (!store.value()->recoveryNote().isEmpty()) {
        m_notices.append(store.value()->recoveryNote());
    }
    return std::move(store).value();
}

} // namespace Skillet
