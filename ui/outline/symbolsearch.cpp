// SPDX-License-Identifier: GPL-3.0-or-later
#include "outline/symbolsearch.h"

#include <QStringList>

#include <algorithm>
#include <optional>

namespace Skillet::Ui {

namespace {

bool hasLettersInOrder(const QString &text, const QString &pattern)
{
    qsizetype next = 0;
    for (const QChar letter : text) {
        if (next < pattern.size() && letter.toCaseFolded() == pattern.at(next).toCaseFolded())
            ++next;
    }
    return next == pattern.size();
}

/// Smaller is better; nothing: it cannot be meant.
std::optional<int> rank(const QString &name, const QString &path, const QString &pattern)
{
    if (pattern.isEmpty())
        return 0;
    if (name.startsWith(pattern, Qt::CaseSensitive))
        return 0;
    if (name.startsWith(pattern, Qt::CaseInsensitive))
        return 1;
    if (name.contains(pattern, Qt::CaseInsensitive))
        return 2;
    if (path.contains(pattern, Qt::CaseInsensitive))
        return 3;
    if (hasLettersInOrder(path, pattern))
        return 4;
    return std::nullopt;
}

} // namespace

QList<FoundSymbol> findSymbols(const QList<Runner::Symbol> &symbols, const QString &pattern)
{
    struct Ranked
    {
        int rank;
        FoundSymbol found;
    };
    const QString wanted = pattern.simplified().remove(u' ');
    QList<Ranked> ranked;
    QStringList path;
    for (const Runner::Symbol &symbol : symbols) {
        path.resize(symbol.depth);
        path.append(symbol.name);
        const bool isHeading = symbol.kind == Runner::SymbolKind::Heading;
        const QString whole = isHeading ? symbol.name : path.join(u'.');
        if (const auto found = rank(symbol.name, whole, isHeading ? pattern.trimmed() : wanted))
            ranked.append({*found, {symbol, whole}});
    }
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const Ranked &one, const Ranked &other) { return one.rank < other.rank; });
    QList<FoundSymbol> found;
    found.reserve(ranked.size());
    for (const Ranked &one : ranked)
        found.append(one.found);
    return found;
}

} // namespace Skillet::Ui
