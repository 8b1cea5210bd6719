// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/folding.h"

#include <QString>

#include <utility>

namespace Skillet::Incident {

namespace {

/// As in a capture: cycles of up to that many frames count as recursion.
constexpr qsizetype LongestCycle = 8;
/// Its first and last round stay, and the fold must be worth it.
constexpr int FewestRounds = 4;

bool samePlace(const Runner::TracebackFrame &one, const Runner::TracebackFrame &other)
{
    return one.range.line == other.range.line && one.function == other.function && one.file == other.file
        && !one.function.isEmpty() && one.function != QLatin1String("<module>");
}

/// CPython prints three calls of a recursion before it counts the others.
QList<Runner::TracebackFrame> withoutRepeats(const QList<Runner::TracebackFrame> &frames)
{
    QList<Runner::TracebackFrame> folded;
    for (const Runner::TracebackFrame &frame : frames) {
        if (!folded.isEmpty() && samePlace(folded.last(), frame))
            folded.last().repeated += 1 + frame.repeated;
        else
            folded.append(frame);
    }
    return folded;
}

/// How often the cycle of that length that starts here comes one after the other.
int roundsAt(const QList<Runner::TracebackFrame> &frames, qsizetype start, qsizetype length)
{
    qsizetype matching = 0;
    for (qsizetype at = start; at + length < frames.size(); ++at, ++matching) {
        if (frames[at].repeated > 0 || !samePlace(frames[at], frames[at + length]))
            break;
    }
    return static_cast<int>(matching / length) + 1;
}

/// Of the cycle that starts here: its length, 0 when there is none, and its rounds.
std::pair<qsizetype, int> cycleAt(const QList<Runner::TracebackFrame> &frames, qsizetype start)
{
    for (qsizetype length = 2; length <= LongestCycle; ++length) {
        if (const int rounds = roundsAt(frames, start, length); rounds >= FewestRounds)
            return {length, rounds};
    }
    return {0, 0};
}

} // namespace

void foldRepeats(QList<Runner::TracebackFrame> &frames)
{
    const QList<Runner::TracebackFrame> single = withoutRepeats(frames);
    frames.clear();
    for (qsizetype at = 0; at < single.size();) {
        const auto [length, rounds] = cycleAt(single, at);
        if (length == 0) {
            frames.append(single[at++]);
            continue;
        }
        for (qsizetype index = at; index < at + length; ++index) {
            frames.append(single[index]);
            frames.last().repeated = rounds - 2;
        }
        frames.append(single.mid(at + (rounds - 1) * length, length));
        at += rounds * length;
    }
}

} // namespace Skillet::Incident
