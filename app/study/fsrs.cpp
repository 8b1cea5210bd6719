// SPDX-License-Identifier: GPL-3.0-or-later
#include "study/fsrs.h"

#include <algorithm>
#include <cmath>

namespace Skillet::Study {

namespace {

constexpr double LeastStability = 0.001;

// w[n] are named as in the publication.
constexpr const std::array<double, 21> &w = DefaultWeights;

double factor()
{
    return std::pow(0.9, -1.0 / w[20]) - 1.0;
}

double initialDifficulty(Rating rating)
{
    return w[4] - std::exp(w[5] * (static_cast<int>(rating) - 1)) + 1.0;
}

double nextDifficulty(double difficulty, Rating rating)
{
    // Damped the nearer it is to the end of the scale, and drawn a little to that of what is easy.
    const double change = -w[6] * (static_cast<int>(rating) - 3);
    const double damped = difficulty + (10.0 - difficulty) * change / 9.0;
    const double reverted = w[7] * initialDifficulty(Rating::Easy) + (1.0 - w[7]) * damped;
    return std::clamp(reverted, 1.0, 10.0);
}

/// Of a second review on the same day.
double sameDayStability(double stability, Rating rating)
{
    const double grown =
        std::exp(w[17] * (static_cast<int>(rating) - 3 + w[18])) * std::pow(stability, -w[19]);
    return stability * (rating == Rating::Again ? grown : std::max(grown, 1.0));
}

double stabilityAfterLapse(const Memory &memory, double recalled)
{
    const double afresh = w[11] * std::pow(memory.difficulty, -w[12])
        * (std::pow(memory.stability + 1.0, w[13]) - 1.0) * std::exp((1.0 - recalled) * w[14]);
    return std::min(afresh, memory.stability / std::exp(w[17] * w[18]));
}

double stabilityAfterSuccess(const Memory &memory, double recalled, Rating rating)
{
    const double hardness = rating == Rating::Hard ? w[15] : 1.0;
    const double ease = rating == Rating::Easy ? w[16] : 1.0;
    return memory.stability
        * (1.0
           + std::exp(w[8]) * (11.0 - memory.difficulty) * std::pow(memory.stability, -w[9])
               * (std::exp((1.0 - recalled) * w[10]) - 1.0) * hardness * ease);
}

} // namespace

Memory firstMemory(Rating rating)
{
    return {std::max(w[static_cast<std::size_t>(rating) - 1], LeastStability),
            std::clamp(initialDifficulty(rating), 1.0, 10.0)};
}

Memory nextMemory(const Memory &memory, int elapsedDays, Rating rating)
{
    double stability = 0;
    if (elapsedDays < 1) {
        stability = sameDayStability(memory.stability, rating);
    } else {
        const double recalled = retrievability(memory, elapsedDays);
        stability = rating == Rating::Again ? stabilityAfterLapse(memory, recalled)
                                            : stabilityAfterSuccess(memory, recalled, rating);
    }
    return {std::max(stability, LeastStability), nextDifficulty(memory.difficulty, rating)};
}

double retrievability(const Memory &memory, int elapsedDays)
{
    return std::pow(1.0 + factor() * std::max(elapsedDays, 0) / memory.stability, -w[20]);
}

int intervalOf(const Memory &memory, double retention, int longest)
{
    const double days = memory.stability / factor() * (std::pow(retention, -1.0 / w[20]) - 1.0);
    return std::clamp(static_cast<int>(std::lround(std::min(days, 1e6))), 1, longest);
}

} // namespace Skillet::Study
