// SPDX-License-Identifier: GPL-3.0-or-later
#include "prompt/indentation.h"

#include <QRegularExpression>

#include <algorithm>

namespace Skillet::Ui {

namespace {

struct Scan
{
    int depth = 0; ///< open brackets
    bool inText = false; ///< inside a triple-quoted string
    QChar last; ///< last character of code that is neither space nor comment
};

// Walks over one string literal or one character; comments are skipped by the caller.
Scan scanned(const QString &code)
{
    Scan scan;
    QString quote;
    for (qsizetype i = 0; i < code.size(); ++i) {
        const QChar c = code[i];
        if (!quote.isEmpty()) {
            if (c == u'\\') {
                ++i;
            } else if (QStringView(code).sliced(i).startsWith(quote)) {
                i += quote.size() - 1;
                quote.clear();
            } else if (c == u'\n' && quote.size() == 1) {
                quote.clear();
            }
            continue;
        }
        if (c == u'#') {
            const qsizetype end = code.indexOf(u'\n', i);
            i = end < 0 ? code.size() : end;
            continue;
        }
        if (c == u'"' || c == u'\'') {
            const QString triple(3, c);
            quote = QStringView(code).sliced(i).startsWith(triple) ? triple : QString(c);
            i += quote.size() - 1;
        } else if (c == u'(' || c == u'[' || c == u'{') {
            ++scan.depth;
        } else if (c == u')' || c == u']' || c == u'}') {
            scan.depth = std::max(scan.depth - 1, 0);
        }
        if (!c.isSpace())
            scan.last = c;
    }
    scan.inText = quote.size() == 3;
    return scan;
}

} // namespace

QString indentAfter(const QString &code)
{
    static const QRegularExpression leaves(QStringLiteral("^\\s*(return|pass|break|continue|raise)\\b"));
    const QString line = code.mid(code.lastIndexOf(u'\n') + 1);
    const auto end = std::find_if_not(line.begin(), line.end(), [](QChar c) { return c.isSpace(); });
    const QString indent = line.first(end - line.begin());
    const Scan scan = scanned(code);
    if (scan.inText)
        return {};
    const bool opens = scan.last == u'(' || scan.last == u'[' || scan.last == u'{';
    if (scan.depth > 0 ? opens : scan.last == u':')
        return indent + QString(IndentWidth, u' ');
    if (scan.depth == 0 && leaves.match(line).hasMatch())
        return indent.chopped(std::min<qsizetype>(IndentWidth, indent.size()));
    return indent;
}

bool looksComplete(const QString &code)
{
    const Scan scan = scanned(code);
    if (scan.depth > 0 || scan.inText || code.endsWith(u'\\'))
        return false;
    const qsizetype newline = code.lastIndexOf(u'\n');
    const QString last = code.mid(newline + 1);
    const bool blank = last.trimmed().isEmpty();
    if (scan.last == u':')
        return false;
    const bool indented = !last.isEmpty() && last.front().isSpace() && !blank;
    return newline < 0 || blank || !indented;
}

bool isSimpleStatement(const QString &code)
{
    static const QRegularExpression opens(
        QStringLiteral("^\\s*(@|(async|class|def|for|if|match|try|while|with)\\b)"));
    const bool hasTripleQuote = code.contains(QLatin1String("\"\"\"")) || code.contains(QLatin1String("'''"));
    if (code.contains(u'\n') || hasTripleQuote || opens.match(code).hasMatch())
        return false;
    return looksComplete(code);
}

int backspaceWidth(const QString &before)
{
    const bool spaces =
        !before.isEmpty() && std::all_of(before.begin(), before.end(), [](QChar c) { return c == u' '; });
    if (!spaces)
        return 1;
    const int over = static_cast<int>(before.size()) % IndentWidth;
    return over == 0 ? IndentWidth : over;
}

} // namespace Skillet::Ui
