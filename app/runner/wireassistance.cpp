// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/wireassistance.h"

#include <algorithm>
#include <limits>

namespace Skillet::Runner::Wire {

namespace {

constexpr std::size_t mostCompletions = 500;
constexpr std::size_t mostNames = 1000;
constexpr std::size_t mostProblems = 200;
constexpr std::size_t mostBytesInLine = 1000;
constexpr std::size_t mostBytesInText = 10'000;

QString cut(const std::string &utf8, std::size_t most)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(std::min(utf8.size(), most)));
}

QString line(const std::string &utf8)
{
    return cut(utf8, mostBytesInLine);
}

int charactersBefore(const QByteArray &utf8, std::uint32_t bytes)
{
    return static_cast<int>(QString::fromUtf8(utf8.left(std::min<qsizetype>(bytes, utf8.size()))).size());
}

NameKind kind(Protocol::NameKind kind)
{
    return static_cast<NameKind>(kind); // the same words in the same order; the decoder refuses others
}
static_assert(static_cast<int>(NameKind::File) == static_cast<int>(Protocol::NameKind::File));

} // namespace

quint32 bytesBefore(const QString &text, qsizetype position)
{
    return static_cast<quint32>(
        QStringView(text).left(std::clamp<qsizetype>(position, 0, text.size())).toUtf8().size());
}

Completions completions(const Protocol::Completions &answer, const QString &source)
{
    Completions result;
    result.from = charactersBefore(source.toUtf8(), answer.from);
    result.more = answer.more || answer.items.size() > mostCompletions;
    const std::size_t count = std::min(answer.items.size(), mostCompletions);
    for (std::size_t index = 0; index < count; ++index) {
        const Protocol::CompletionItem &item = answer.items[index];
        result.items.append({line(item.text), kind(item.kind), line(item.detail)});
    }
    return result;
}

CallTip callTip(const Protocol::CallTip &answer)
{
    const QByteArray signature =
        QByteArray::fromStdString(answer.signature).left(static_cast<qsizetype>(mostBytesInText));
    CallTip tip;
    tip.signature = QString::fromUtf8(signature);
    tip.activeFrom = charactersBefore(signature, answer.activeFrom);
    tip.activeTo = std::max(tip.activeFrom, charactersBefore(signature, answer.activeTo));
    tip.documentation = cut(answer.documentation, mostBytesInText);
    return tip;
}

ProblemList problems(const Protocol::Problems &answer, const QString &source)
{
    ProblemList list;
    list.isKnown = answer.isKnown;
    const QList<QStringView> lines = QStringView(source).split(u'\n');
    const auto column = [&lines](std::int32_t line, std::int32_t bytes) {
        if (bytes < 0 || line < 1 || line > lines.size())
            return -1;
        return charactersBefore(lines.at(line - 1).toUtf8(), static_cast<std::uint32_t>(bytes));
    };
    const std::size_t count = std::min(answer.entries.size(), mostProblems);
    for (std::size_t index = 0; index < count; ++index) {
        const Protocol::Problem &entry = answer.entries[index];
        const Protocol::SourceRange &range = entry.range;
        const std::int32_t endLine = std::max(range.line, range.endLine);
        list.entries.append(
            {entry.kind == Protocol::ProblemKind::Error ? ProblemKind::Error : ProblemKind::Warning,
             line(entry.code),
             line(entry.text),
             {range.line, endLine, column(range.line, range.column), column(endLine, range.endColumn)}});
    }
    return list;
}

NameList names(const Protocol::Names &answer)
{
    NameList list;
    const std::size_t count = std::min(answer.entries.size(), mostNames);
    list.omitted = static_cast<int>(std::min<std::size_t>(answer.omitted + (answer.entries.size() - count),
                                                          std::numeric_limits<int>::max()));
    for (std::size_t index = 0; index < count; ++index) {
        const Protocol::NameEntry &entry = answer.entries[index];
        list.entries.append({line(entry.name), line(entry.type), kind(entry.kind), entry.length,
                             line(entry.shape), line(entry.preview)});
    }
    return list;
}

} // namespace Skillet::Runner::Wire
