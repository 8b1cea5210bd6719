// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/linediff.h"

#include <algorithm>
#include <unordered_map>
#include <utility>
#include <vector>

#include <dtl/dtl.hpp>

namespace Skillet::Workspace {

namespace {

constexpr qsizetype MostLines = 200'000; ///< of each text
/// Of the table that dtl fills at worst for one stretch; dtl itself gives up at twice as many.
constexpr qint64 MostCells = 1'000'000;

/// From `start` to before `end`.
struct Range
{
    int start = 0;
    int end = 0;

    [[nodiscard]] int size() const { return end - start; }
};

/// Compares numbers that stand for lines. Lines that occur once in both texts are tied first, in the longest
/// row that keeps their order; dtl has only what lies between them.
class Comparing final
{
public:
    Comparing(std::vector<int> before, std::vector<int> after)
        : m_before(std::move(before))
        , m_after(std::move(after))
    { }

    [[nodiscard]] QList<DiffLine> result()
    {
        Range before{0, static_cast<int>(m_before.size())};
        Range after{0, static_cast<int>(m_after.size())};
        const int tail = trim(before, after);
        for (const auto &[b, a] : anchors(before, after)) {
            compare({before.start, b}, {after.start, a});
            same(b, a, 1);
            before.start = b + 1;
            after.start = a + 1;
        }
        compare(before, after);
        same(before.end, after.end, tail);
        sortChanges();
        return m_lines;
    }

private:
    void same(int before, int after, int count)
    {
        for (int i = 0; i < count; ++i)
            m_lines.append({LineState::Same, before + i, after + i});
    }
    void removed(Range before)
    {
        for (int i = before.start; i < before.end; ++i)
            m_lines.append({LineState::Removed, i, -1});
    }
    void added(Range after)
    {
        for (int i = after.start; i < after.end; ++i)
            m_lines.append({LineState::Added, -1, i});
    }

    /// Notes the common beginning and takes it and the common end off. \return the length of the end.
    int trim(Range &before, Range &after)
    {
        while (before.size() > 0 && after.size() > 0 && at(before.start, after.start))
            same(before.start++, after.start++, 1);
        int tail = 0;
        while (before.size() > 0 && after.size() > 0 && at(before.end - 1, after.end - 1)) {
            --before.end;
            --after.end;
            ++tail;
        }
        return tail;
    }
    [[nodiscard]] bool at(int before, int after) const
    {
        return m_before[static_cast<std::size_t>(before)] == m_after[static_cast<std::size_t>(after)];
    }

    [[nodiscard]] std::vector<std::pair<int, int>> anchors(Range before, Range after) const;
    void compare(Range before, Range after);
    void sortChanges();

    std::vector<int> m_before;
    std::vector<int> m_after;
    QList<DiffLine> m_lines;
};

std::vector<std::pair<int, int>> Comparing::anchors(Range before, Range after) const
{
    struct Uses
    {
        int before = 0;
        int after = 0;
        int place = 0; ///< in the text after
    };
    const auto largest = std::max(*std::max_element(m_before.begin(), m_before.end()),
                                  *std::max_element(m_after.begin(), m_after.end()));
    std::vector<Uses> uses(static_cast<std::size_t>(largest) + 1);
    const auto use = [&uses](int line) -> Uses & { return uses[static_cast<std::size_t>(line)]; };
    for (int i = before.start; i < before.end; ++i)
        ++use(m_before[static_cast<std::size_t>(i)]).before;
    for (int i = after.start; i < after.end; ++i) {
        Uses &found = use(m_after[static_cast<std::size_t>(i)]);
        ++found.after;
        found.place = i;
    }
    // The longest row of rising places: piles by patience sorting, each tie knowing the one it rests on.
    std::vector<std::pair<int, int>> ties;
    std::vector<int> under;
    std::vector<int> tops;
    for (int i = before.start; i < before.end; ++i) {
        const Uses &found = use(m_before[static_cast<std::size_t>(i)]);
        if (found.before != 1 || found.after != 1)
            continue;
        const auto pile =
            std::lower_bound(tops.begin(), tops.end(), found.place, [&ties](int top, int place) {
                return ties[static_cast<std::size_t>(top)].second < place;
            });
        under.push_back(pile == tops.begin() ? -1 : *std::prev(pile));
        const int tie = static_cast<int>(ties.size());
        ties.emplace_back(i, found.place);
        if (pile == tops.end())
            tops.push_back(tie);
        else
            *pile = tie;
    }
    std::vector<std::pair<int, int>> row;
    for (int tie = tops.empty() ? -1 : tops.back(); tie >= 0; tie = under[static_cast<std::size_t>(tie)])
        row.push_back(ties[static_cast<std::size_t>(tie)]);
    std::reverse(row.begin(), row.end());
    return row;
}

void Comparing::compare(Range before, Range after)
{
    const int tail = trim(before, after);
    const bool tooMany = qint64(before.size() + 1) * (after.size() + 1) > MostCells;
    if (before.size() == 0 || after.size() == 0 || tooMany) {
        removed(before);
        added(after);
    } else {
        const std::vector<int> left(m_before.begin() + before.start, m_before.begin() + before.end);
        const std::vector<int> right(m_after.begin() + after.start, m_after.begin() + after.end);
        dtl::Diff<int> diff(left, right);
        diff.compose();
        int b = before.start;
        int a = after.start;
        for (const auto &[line, info] : diff.getSes().getSequence()) {
            if (info.type == dtl::SES_DELETE) {
                removed({b, b + 1});
                ++b;
            } else if (info.type == dtl::SES_ADD) {
                added({a, a + 1});
                ++a;
            } else {
                same(b++, a++, 1);
            }
        }
    }
    same(before.end, after.end, tail);
}

void Comparing::sortChanges()
{
    const auto isSame = [](const DiffLine &line) { return line.state == LineState::Same; };
    for (auto at = m_lines.begin(); at != m_lines.end();) {
        const auto start = std::find_if_not(at, m_lines.end(), isSame);
        at = std::find_if(start, m_lines.end(), isSame);
        std::stable_partition(start, at,
                              [](const DiffLine &line) { return line.state == LineState::Removed; });
    }
}

std::vector<int> numbered(const QStringList &lines, std::unordered_map<QString, int> &numbers)
{
    std::vector<int> found;
    found.reserve(static_cast<std::size_t>(lines.size()));
    for (const QString &line : lines)
        found.push_back(numbers.try_emplace(line, static_cast<int>(numbers.size())).first->second);
    return found;
}

} // namespace

LineDiff compareLines(const QString &before, const QString &after)
{
    LineDiff diff;
    if (before.count(u'\n') >= MostLines || after.count(u'\n') >= MostLines) {
        diff.tooLarge = true;
        return diff;
    }
    diff.before = before.split(u'\n');
    diff.after = after.split(u'\n');
    std::unordered_map<QString, int> numbers;
    std::vector<int> left = numbered(diff.before, numbers);
    std::vector<int> right = numbered(diff.after, numbers);
    diff.lines = Comparing(std::move(left), std::move(right)).result();
    for (const DiffLine &line : std::as_const(diff.lines)) {
        diff.added += line.state == LineState::Added ? 1 : 0;
        diff.removed += line.state == LineState::Removed ? 1 : 0;
    }
    return diff;
}

} // namespace Skillet::Workspace
