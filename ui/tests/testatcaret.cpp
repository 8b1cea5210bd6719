// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/testatcaret.h"

#include "running/codeblocks.h"

#include <QList>
#include <QRegularExpression>

namespace Skillet::Ui {

namespace {

/// The first line of a class or a function.
struct Head
{
    qsizetype indent = 0;
    QString name;
    bool isClass = false;

    [[nodiscard]] bool isTest() const { return !isClass && name.startsWith(QStringLiteral("test")); }
};

QRegularExpressionMatch headIn(const QString &line)
{
    static const QRegularExpression pattern(
        QStringLiteral("^[ \\t]*(?:async[ \\t]+)?(class|def)[ \\t]+(\\w+)"));
    return pattern.match(line);
}

bool isStatement(const QString &line)
{
    const QString text = line.trimmed();
    return !text.isEmpty() && !text.startsWith(u'#');
}

qsizetype indentOf(const QString &line)
{
    qsizetype indent = 0;
    while (indent < line.size() && line.at(indent).isSpace())
        ++indent;
    return indent;
}

} // namespace

QStringList testAt(const QString &code, int line)
{
    const QStringList lines = code.split(u'\n');
    const QList<bool> isFree = freeLines(code);
    if (line < 1 || line > lines.size())
        return {};
    // Decorators belong to what they stand above.
    while (line < lines.size() && lines.at(line - 1).trimmed().startsWith(u'@'))
        ++line;
    QList<Head> open; // from the outermost on
    for (int number = 0; number < line; ++number) {
        const QString &text = lines.at(number);
        if (!isFree.value(number) || !isStatement(text))
            continue;
        while (!open.isEmpty() && open.last().indent >= indentOf(text))
            open.removeLast();
        if (const QRegularExpressionMatch head = headIn(text); head.hasMatch())
            open.append({indentOf(text), head.captured(2), head.captured(1) == QStringLiteral("class")});
    }
    QStringList names;
    for (const Head &head : std::as_const(open)) {
        if (!head.isClass && !head.isTest())
            break;
        names.append(head.name);
        if (head.isTest())
            break; // functions within it are none
    }
    return names;
}

bool hasTests(const QString &code)
{
    const QStringList lines = code.split(u'\n');
    const QList<bool> isFree = freeLines(code);
    for (int number = 0; number < lines.size(); ++number) {
        const QRegularExpressionMatch head = headIn(lines.at(number));
        if (!head.hasMatch() || !isFree.value(number))
            continue;
        const QString beginning =
            head.captured(1) == QStringLiteral("class") ? QStringLiteral("Test") : QStringLiteral("test");
        if (head.captured(2).startsWith(beginning))
            return true;
    }
    return false;
}

} // namespace Skillet::Ui
