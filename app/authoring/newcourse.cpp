// SPDX-License-Identifier: GPL-3.0-or-later
#include "authoring/newcourse.h"

#include "core/file.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

namespace Skillet::Authoring {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Skillet::Authoring::NewCourse)
};

const QString Template = QStringLiteral(":/authoring/newcourse");

Core::Result<void> copyFile(const QString &from, const QString &to)
{
    QFile source(from);
    if (!source.open(QIODevice::ReadOnly))
        return Core::Error{Core::ErrorCode::Failed,
                           Words::tr("A part of Skillet is missing (%1). Install it again.").arg(from)};
    if (!QDir().mkpath(QFileInfo(to).absolutePath()))
        return Core::Error{Core::ErrorCode::PermissionDenied,
                           Words::tr("The folder %1 cannot be made. Choose one that you may write to.")
                               .arg(QFileInfo(to).absolutePath())};
    return Core::replaceFile(to, source.readAll());
}

} // namespace

Core::Result<QStringList> makeCourse(const QString &folder)
{
    const QFileInfo target(folder);
    if (target.exists() && (!target.isDir() || !QDir(folder).isEmpty()))
        return Core::Error{
            Core::ErrorCode::Invalid,
            Words::tr("%1 is there already, and not empty. Name a folder that does not exist yet.")
                .arg(folder)};
    QStringList made;
    QDirIterator files(Template, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString file = files.next();
        const QString to = QDir(folder).absoluteFilePath(file.mid(Template.size() + 1));
        const Core::Result<void> copied = copyFile(file, to);
        if (!copied)
            return copied.error();
        made.append(to);
    }
    made.sort();
    return made;
}

} // namespace Skillet::Authoring
