// SPDX-License-Identifier: GPL-3.0-or-later
#include "prompt/pastecleaner.h"

#include <QStringList>

#include <algorithm>

namespace Skillet::Ui {

namespace {

bool isBlank(const QString &line)
{
    return std::all_of(line.begin(), line.end(), [](QChar c) { return c.isSpace(); });
}

bool hasPrompt(const QString &line)
{
    return line == QLatin1String(">>>") || line == QLatin1String("...")
        || line.startsWith(QLatin1String(">>> ")) || line.startsWith(QLatin1String("... "));
}

// A session copied from a terminal or a book: code behind prompts, perhaps with output between.
QStringList withoutPrompts(const QStringList &lines)
{
    const auto first = std::find_if_not(lines.begin(), lines.end(), isBlank);
    if (first == lines.end() || !first->startsWith(QLatin1String(">>>")) || !hasPrompt(*first)) {
        const bool all = std::all_of(lines.begin(), lines.end(),
                                     [](const QString &line) { return isBlank(line) || hasPrompt(line); });
        if (!all)
            return lines;
    }
    QStringList code;
    for (const QString &line : lines) {
        if (hasPrompt(line))
            code.append(line.mid(4));
    }
    // `...` alone is how a terminal shows the blank line that ended a block.
    return code;
}

int indentOf(const QString &line)
{
    const auto end = std::find_if_not(line.begin(), line.end(), [](QChar c) { return c == u' '; });
    return static_cast<int>(end - line.begin());
}

QStringList dedented(QStringList lines)
{
    int shared = -1;
    for (const QString &line : lines) {
        if (!isBlank(line))
            shared = shared < 0 ? indentOf(line) : std::min(shared, indentOf(line));
    }
    if (shared > 0) {
        for (QString &line : lines)
            line = isBlank(line) ? QString() : line.mid(shared);
    }
    return lines;
}

QString withPlainSpacesInFront(QString line)
{
    for (QChar &c : line) {
        if (c == QChar::Nbsp)
            c = u' ';
        else if (!c.isSpace())
            break;
    }
    return line;
}

} // namespace

QString PasteCleaner::cleaned(const QString &text)
{
    QString plain = text;
    plain.replace(QLatin1String("\r\n"), QLatin1String("\n"));
    plain.replace(u'\r', u'\n');
    plain.replace(QChar::ParagraphSeparator, u'\n');
    plain.replace(QChar::LineSeparator, u'\n');
    plain.remove(QChar::Null);
    QStringList lines = plain.split(u'\n');
    if (lines.size() == 1 && !hasPrompt(lines.first()))
        return plain;
    std::transform(lines.begin(), lines.end(), lines.begin(), withPlainSpacesInFront);
    // Behind prompts the indentation is the code's own, so it is looked at in front of them only.
    lines = withoutPrompts(dedented(lines));
    while (lines.size() > 1 && isBlank(lines.last()))
        lines.removeLast();
    while (lines.size() > 1 && isBlank(lines.first()))
        lines.removeFirst();
    return lines.join(u'\n');
}

} // namespace Skillet::Ui
