// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMutex>
#include <QMutexLocker>

#include <cstdio>
#include <memory>

namespace Skillet::Core {

Q_LOGGING_CATEGORY(logApp, "skillet.app")
Q_LOGGING_CATEGORY(logRunner, "skillet.runner")
Q_LOGGING_CATEGORY(logCourse, "skillet.course")
Q_LOGGING_CATEGORY(logProgress, "skillet.progress")
Q_LOGGING_CATEGORY(logUi, "skillet.ui")

namespace {

constexpr qint64 LargestLog = 1024 * 1024;

// Qt's message handler is a plain function, so what it needs has to have static storage.
QMutex logMutex;
std::unique_ptr<QFile> logFile;

void writeMessage(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    static constexpr const char *names[] = {"debug", "warning", "critical", "fatal", "info"};
    const QByteArray line = QStringLiteral("%1 %2 %3: %4\n")
                                .arg(QDateTime::currentDateTime().toString(Qt::ISODateWithMs),
                                     QLatin1String(names[type]), QLatin1String(context.category), message)
                                .toUtf8();
    const QMutexLocker lock(&logMutex);
    std::fwrite(line.constData(), 1, static_cast<std::size_t>(line.size()), stderr);
    if (logFile) {
        logFile->write(line);
        logFile->flush();
    }
}

} // namespace

void startLogging(const QString &file)
{
    {
        const QMutexLocker lock(&logMutex);
        QDir().mkpath(QFileInfo(file).absolutePath());
        if (QFileInfo(file).size() > LargestLog) {
            QFile::remove(file + QStringLiteral(".1"));
            QFile::rename(file, file + QStringLiteral(".1"));
        }
        logFile = std::make_unique<QFile>(file);
        if (!logFile->open(QIODevice::WriteOnly | QIODevice::Append)) {
            logFile.reset();
        }
    }
    qInstallMessageHandler(writeMessage);
}

} // namespace Skillet::Core
