// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QCoreApplication>
#include <QList>
#include <QRegularExpression>
#include <QString>

#include <functional>

namespace Skillet::Ui {

/// What somebody looks for.
struct SearchQuery
{
    QString pattern;
    bool matchesCase = false;
    bool wholeWords = false;
    bool isRegular = false;
};

/// Bytes of UTF-8 in the whole text.
struct TextMatch
{
    long start = 0;
    long end = 0;

    friend bool operator==(const TextMatch &, const TextMatch &) = default;
};

/// A query made ready. A value that may be used in any thread. Matches are never empty and stay within one
/// line.
class TextSearch final
{
    Q_DECLARE_TR_FUNCTIONS(Skillet::Ui::TextSearch)

public:
    struct Found
    {
        QList<TextMatch> matches;
        bool isTooHard = false; ///< the pattern was given up in some line; those before it were searched
    };

    /// The pattern must not be empty. The error says what a regular expression lacks.
    [[nodiscard]] static Core::Result<TextSearch> compiled(const SearchQuery &query);

    /// Searches whole lines that begin at byte `offset` of the text. Gives up when `isCancelled` says so.
    [[nodiscard]] Found find(const QByteArray &lines, long offset,
                             const std::function<bool()> &isCancelled) const;

    /// Whether `with` names only groups that the pattern has.
    [[nodiscard]] Core::Result<void> checkReplacement(const QString &with) const;
    /// What stands in place of the match at `from` in `line`: \1 is the first group, \0 the match, \n a
    /// line's end, \t a tab and \\ one backslash; of a plain pattern `with` as it is.
    [[nodiscard]] QString replacement(const QString &line, qsizetype from, const QString &with) const;
    [[nodiscard]] bool isRegular() const { return m_query.isRegular; }

private:
    explicit TextSearch(SearchQuery query)
        : m_query(std::move(query))
    { }
    [[nodiscard]] Found findPlain(const QString &text, long offset,
                                  const std::function<bool()> &isCancelled) const;
    [[nodiscard]] Found findRegular(const QString &text, long offset,
                                    const std::function<bool()> &isCancelled) const;

    SearchQuery m_query;
    QRegularExpression m_expression;
};

} // namespace Skillet::Ui
