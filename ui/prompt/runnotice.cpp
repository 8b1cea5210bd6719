// SPDX-License-Identifier: GPL-3.0-or-later
#include "prompt/runnotice.h"

#include "workspace/runsettings.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace Skillet::Ui {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Skillet::Ui::RunNotice", text);
}

} // namespace

QString runNotice(const Runner::Program &program)
{
    const bool isModule = program.kind == Runner::ProgramKind::Module;
    QString notice = isModule ? tr("Running the module %1").arg(program.file)
                              : tr("Running %1").arg(QFileInfo(program.file).fileName());
    if (!program.arguments.isEmpty())
        notice += u' ' + Workspace::joinArguments(program.arguments);
    if (!isModule && program.workingFolder != QFileInfo(program.file).absolutePath())
        notice = tr("%1, in the folder %2").arg(notice, program.workingFolder);
    if (program.input)
        notice = tr("%1, with its own input").arg(notice);
    QStringList names;
    for (const QString &variable : program.environment)
        names.append(variable.section(u'=', 0, 0));
    if (!names.isEmpty())
        notice = tr("%1, with %2 set").arg(notice, names.join(QStringLiteral(", ")));
    return notice;
}

} // namespace Skillet::Ui
