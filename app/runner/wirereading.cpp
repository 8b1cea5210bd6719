// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/wirereading.h"

#include "runner/wireassistance.h"

#include <algorithm>

namespace Skillet::Runner::Wire {

namespace {

constexpr std::size_t mostSymbols = 5000;
constexpr std::size_t mostPlaces = 2000;
constexpr std::size_t mostTaken = 20'000;
constexpr std::size_t mostFiles = 200;
constexpr std::size_t mostBytesInName = 1000;
constexpr std::size_t mostBytesInLine = 20'000;
constexpr std::size_t mostBytesInPath = 8000;

QString cut(const std::string &utf8, std::size_t most)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(std::min(utf8.size(), most)));
}

int charactersBefore(QStringView line, std::int32_t bytes)
{
    if (bytes < 0)
        return -1;
    const QByteArray utf8 = line.toUtf8();
    return static_cast<int>(QString::fromUtf8(utf8.left(std::min<qsizetype>(bytes, utf8.size()))).size());
}

// The same words in the same order; the decoder refuses others.
static_assert(static_cast<int>(SymbolKind::Heading) == static_cast<int>(Protocol::SymbolKind::Heading));
static_assert(static_cast<int>(PlacesWanted::Rename) == static_cast<int>(Protocol::PlacesWanted::Rename));
static_assert(static_cast<int>(PlacesAnswer::Unreadable)
              == static_cast<int>(Protocol::PlacesAnswer::Unreadable));

Place place(const Protocol::Place &from)
{
    Place made;
    made.file = cut(from.file, mostBytesInPath);
    made.text = cut(from.text, mostBytesInLine);
    made.isDefinition = from.isDefinition;
    made.isLibrary = from.isLibrary;
    const int line = std::max(1, from.range.line);
    made.range = {line, line, charactersBefore(made.text, from.range.column),
                  charactersBefore(made.text, from.range.endColumn)};
    return made;
}

} // namespace

Protocol::AskPlaces askPlaces(const PlacesQuestion &question)
{
    return {0,
            static_cast<Protocol::PlacesWanted>(question.wanted),
            question.source.toStdString(),
            bytesBefore(question.source, question.cursor),
            question.file.toStdString(),
            question.folder.toStdString()};
}

Outline outline(const Protocol::Outline &answer, const QString &source)
{
    Outline made;
    made.isKnown = answer.isKnown;
    const QList<QStringView> lines = QStringView(source).split(u'\n');
    const int last = static_cast<int>(lines.size());
    const std::size_t count = std::min(answer.entries.size(), mostSymbols);
    int deepest = 0; // that the next one can be: a child follows its parent
    for (std::size_t index = 0; index < count; ++index) {
        const Protocol::Symbol &from = answer.entries[index];
        Symbol symbol;
        symbol.kind = static_cast<SymbolKind>(from.kind);
        symbol.name = cut(from.name, mostBytesInName);
        symbol.detail = cut(from.detail, mostBytesInName);
        symbol.depth =
            static_cast<int>(std::min<std::uint32_t>(from.depth, static_cast<std::uint32_t>(deepest)));
        symbol.line = std::clamp(from.line, 1, last);
        symbol.endLine = std::clamp(from.endLine, symbol.line, last);
        symbol.column = std::max(0, charactersBefore(lines.at(symbol.line - 1), from.column));
        deepest = symbol.depth + 1;
        made.entries.append(symbol);
    }
    return made;
}

Places places(const Protocol::Places &answer)
{
    Places made;
    made.answer = static_cast<PlacesAnswer>(answer.answer);
    made.name = cut(answer.name, mostBytesInName);
    made.more = answer.more || answer.entries.size() > mostPlaces;
    const std::size_t count = std::min(answer.entries.size(), mostPlaces);
    for (std::size_t index = 0; index < count; ++index)
        made.entries.append(place(answer.entries[index]));
    for (std::size_t index = 0; index < std::min(answer.taken.size(), mostTaken); ++index)
        made.taken.append({cut(answer.taken[index].name, mostBytesInName), answer.taken[index].line});
    for (std::size_t index = 0; index < std::min(answer.otherFiles.size(), mostFiles); ++index)
        made.otherFiles.append(cut(answer.otherFiles[index], mostBytesInPath));
    return made;
}

} // namespace Skillet::Runner::Wire
