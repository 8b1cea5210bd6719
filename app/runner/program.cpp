// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/program.h"

#include <QDir>
#include <QFileInfo>

namespace Skillet::Runner {

Program fileProgram(const QString &path, const QString &source)
{
    const QFileInfo info(path);
    Program program;
    program.kind = ProgramKind::File;
    program.source = source;
    program.file = info.absoluteFilePath();
    program.workingFolder = info.absolutePath();
    return program;
}

Program moduleProgram(const QString &path)
{
    const QFileInfo info(path);
    QStringList names{info.completeBaseName()};
    QDir folder = info.absoluteDir();
    while (folder.exists(QStringLiteral("__init__.py")) && !folder.isRoot()) {
        names.prepend(folder.dirName());
        folder.setPath(QFileInfo(folder.absolutePath()).absolutePath());
    }
    if (names.size() > 1
        && (names.constLast() == QLatin1String("__main__") || names.constLast() == QLatin1String("__init__")))
        names.removeLast();
    Program program;
    program.kind = ProgramKind::Module;
    program.file = names.join(QLatin1Char('.'));
    program.workingFolder = folder.absolutePath();
    return program;
}

} // namespace Skillet::Runner
