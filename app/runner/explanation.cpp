// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/explanation.h"

#include <algorithm>

namespace Skillet::Runner {

namespace {

constexpr std::size_t mostBytes = 4000; // of each text
constexpr qsizetype mostTries = 10;
constexpr qsizetype mostOthers = 5;

QString cut(const std::string &utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(std::min(utf8.size(), mostBytes)));
}

QStringList cutAll(const std::vector<std::string> &texts, qsizetype most)
{
    QStringList result;
    for (const std::string &text : texts) {
        if (result.size() < most)
            result.append(cut(text));
    }
    return result;
}

/// A line that had to be cut would be put into the file as it is: none is better.
Suggestion convertSuggestion(const Protocol::Suggestion &suggestion)
{
    if (suggestion.line < 1 || suggestion.before.size() > mostBytes || suggestion.after.size() > mostBytes)
        return {};
    return {suggestion.line, cut(suggestion.before), cut(suggestion.after)};
}

} // namespace

Explanation fromProtocol(const Protocol::Explanation &answer)
{
    Explanation result;
    result.cause = cut(answer.cause);
    result.title = cut(answer.title);
    result.why = cut(answer.why);
    result.tries = cutAll(answer.tries, mostTries);
    result.suggestion = convertSuggestion(answer.suggestion);
    result.certain = answer.certain;
    result.name = cut(answer.name);
    result.others = cutAll(answer.others, mostOthers);
    return result;
}

} // namespace Skillet::Runner
