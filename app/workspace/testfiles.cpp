// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/testfiles.h"

#include <QDir>
#include <QFileInfo>
#include <QStringList>

namespace Skillet::Workspace {

namespace {

bool isIn(const QString &file, const QString &folder)
{
    return !folder.isEmpty() && file.startsWith(QDir(folder).absolutePath() + u'/');
}

bool isProject(const QDir &folder)
{
    for (const char *mark : {"pyproject.toml", "pytest.ini", "tox.ini", "setup.cfg", "setup.py", ".git"}) {
        if (folder.exists(QLatin1String(mark)))
            return true;
    }
    return false;
}

} // namespace

bool isTestFile(const QString &file)
{
    const QString name = QFileInfo(file).fileName();
    return name.endsWith(QStringLiteral(".py"))
        && (name.startsWith(QStringLiteral("test_")) || name.endsWith(QStringLiteral("_test.py")));
}

QString testFileOf(const QString &file, const QString &project)
{
    const QFileInfo info(file);
    const QString base = info.completeBaseName();
    QStringList folders{info.absolutePath()};
    for (const QString &above : {info.absolutePath(), testFolderOf(file, project)}) {
        for (const char *name : {"tests", "test"})
            folders.append(above + u'/' + QLatin1String(name));
    }
    for (const QString &folder : std::as_const(folders)) {
        for (const QString &name :
             {QStringLiteral("test_%1.py").arg(base), QStringLiteral("%1_test.py").arg(base)}) {
            const QFileInfo found(folder + u'/' + name);
            if (found.isFile())
                return found.absoluteFilePath();
        }
    }
    return {};
}

QString testFolderOf(const QString &file, const QString &project)
{
    const QFileInfo info(file);
    if (isIn(info.absoluteFilePath(), project))
        return QDir(project).absolutePath();
    for (QDir above = info.absoluteDir();;) {
        if (isProject(above))
            return above.absolutePath();
        if (!above.cdUp() || above.absolutePath() == QDir::homePath())
            break;
    }
    return info.absolutePath();
}

} // namespace Skillet::Workspace
