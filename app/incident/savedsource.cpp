// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/savedsource.h"

#include <QFile>
#include <QFileInfo>

namespace Skillet::Incident {

namespace {

constexpr qint64 longestSource = 1'000'000;

} // namespace

bool stillHas(const QString &source, const Runner::TracebackFrame &frame)
{
    if (source.isEmpty() || frame.range.line < 1)
        return false;
    const QString line = source.split(u'\n').value(frame.range.line - 1);
    return frame.sourceLine.isEmpty() || line.trimmed() == frame.sourceLine.trimmed();
}

QString savedSource(const Runner::TracebackFrame &frame)
{
    const QFileInfo info(frame.file);
    // Nothing that a traceback names is waited for: a pipe or a device would be.
    if (!info.isAbsolute() || !info.isFile() || info.size() > longestSource)
        return {};
    QFile file(frame.file);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QString source = QString::fromUtf8(file.read(longestSource));
    return stillHas(source, frame) ? source : QString();
}

} // namespace Skillet::Incident
