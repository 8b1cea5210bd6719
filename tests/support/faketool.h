// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QFile>
#include <QString>

namespace Skillet::TestSupport {

/// Puts a shell script where a tool is looked for. \return whether that worked.
inline bool makeTool(const QString &folder, const QString &name, const QByteArray &script)
{
    QFile file(folder + u'/' + name);
    if (!QDir().mkpath(folder) || !file.open(QIODevice::WriteOnly | QIODevice::Truncate))
        return false;
    const QByteArray text = "#!/bin/sh\n" + script + "\n";
    return file.write(text) == text.size()
        && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

} // namespace Skillet::TestSupport
