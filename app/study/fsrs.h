// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

/// The Free Spaced Repetition Scheduler, version 6, as its authors publish it (open-spaced-repetition, "The
/// Algorithm"), in whole days: how well something is remembered, and when it is best asked again.
namespace Skillet::Study {

enum class Rating { Again = 1, Hard, Good, Easy };

/// What is known of a memory after its last review.
struct Memory
{
    double stability = 0; ///< days after which it is recalled with a probability of 0.9
    double difficulty = 0; ///< 1 to 10
};

/// The published defaults, fitted to some hundred million reviews of many people.
inline constexpr std::array<double, 21> DefaultWeights{
    0.212,  1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001,  1.8722, 0.1666, 0.796,
    1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542};

inline constexpr double WantedRetention = 0.9;
inline constexpr int LongestInterval = 365; ///< days: a course is not a lifetime

/// After the first review.
[[nodiscard]] Memory firstMemory(Rating rating);
/// After a further one, `elapsedDays` after the last; less than 0 counts as 0.
[[nodiscard]] Memory nextMemory(const Memory &memory, int elapsedDays, Rating rating);
/// Probability that it is recalled now, 0 to 1.
[[nodiscard]] double retrievability(const Memory &memory, int elapsedDays);
/// Days to the next review: when the probability has fallen to `retention`. At least 1.
[[nodiscard]] int intervalOf(const Memory &memory, double retention = WantedRetention,
                             int longest = LongestInterval);

} // namespace Skillet::Study
