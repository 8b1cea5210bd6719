// SPDX-License-Identifier: GPL-3.0-or-later
#include "names/dottedname.h"

#include <QRegularExpression>

#include <algorithm>

namespace Skillet::Ui {

namespace {

bool isWord(QChar c)
{
    return c.isLetterOrNumber() || c == u'_';
}

} // namespace

QString dottedNameAt(const QString &line, int column)
{
    const int length = static_cast<int>(line.size());
    int end = std::clamp(column, 0, length);
    int start = end;
    while (end < length && isWord(line[end]))
        ++end;
    while (start > 0 && (isWord(line[start - 1]) || (start < end && line[start - 1] == u'.')))
        --start;
    // A number, or a dot behind a bracket: only the last word is a name on its own.
    QString name = line.mid(start, end - start);
    while (!name.isEmpty() && !name.front().isLetter() && name.front() != u'_') {
        const qsizetype dot = name.indexOf(u'.');
        name = dot < 0 ? QString() : name.mid(dot + 1);
    }
    return name;
}

QString helpTopic(const QString &line)
{
    static const QRegularExpression before(
        QStringLiteral("^\\s*\\?{1,2}\\s*([^\\W\\d]\\w*(?:\\.[^\\W\\d]\\w*)*)\\s*$"),
        QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression behind(
        QStringLiteral("^\\s*([^\\W\\d]\\w*(?:\\.[^\\W\\d]\\w*)*)\\s*\\?{1,2}\\s*$"),
        QRegularExpression::UseUnicodePropertiesOption);
    for (const QRegularExpression &pattern : {before, behind}) {
        if (const QRegularExpressionMatch match = pattern.match(line); match.hasMatch())
            return match.captured(1);
    }
    return {};
}

} // namespace Skillet::Ui
