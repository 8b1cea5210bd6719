// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/crashplace.h"

#include <QRegularExpression>

namespace Skillet::Runner {

namespace {

// A hundred frames of each thread, at most.
constexpr qsizetype tailBytes = 65536;

/// Not code that came with Python or with a package.
bool isOwn(const QString &file)
{
    return !file.contains(QLatin1String("/lib/python3")) && !file.contains(QLatin1String("/lib64/python3"))
        && !file.startsWith(QLatin1String("<frozen"));
}

} // namespace

CrashPlace findCrashPlace(const QByteArray &errorOutput)
{
    const qsizetype fatal = errorOutput.lastIndexOf("Fatal Python error: ");
    const qsizetype thread = fatal < 0 ? -1 : errorOutput.indexOf("\nCurrent thread ", fatal);
    if (thread < 0)
        return {};
    const qsizetype end = errorOutput.indexOf("\n\n", thread);
    const QString text = QString::fromUtf8(errorOutput.mid(thread, end < 0 ? -1 : end - thread));
    static const QRegularExpression frame(QStringLiteral("^  File \"(.*)\", line (\\d+) in (.+)$"),
                                          QRegularExpression::MultilineOption);
    CrashPlace place;
    for (auto matches = frame.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        if (place.function.isEmpty())
            place.function = match.captured(3);
        if (isOwn(match.captured(1))) {
            place.file = match.captured(1);
            place.line = match.captured(2).toInt();
            break;
        }
    }
    return place;
}

void ErrorTail::add(const QByteArray &bytes)
{
    m_bytes.append(bytes);
    if (m_bytes.size() > 2 * tailBytes)
        m_bytes.remove(0, m_bytes.size() - tailBytes);
}

} // namespace Skillet::Runner
