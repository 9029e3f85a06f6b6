#pragma once

#include <vector>

#include "schedule/busy.h"

namespace backops::check {

/// Two bookings of one calendar at one time.
struct Clash {
    const schedule::Busy* earlier = nullptr;  ///< the one that starts first
    const schedule::Busy* later = nullptr;
    schedule::Stretch time;  ///< that they share
};

/// So many of one calendar are told; who has more has another problem.
inline constexpr std::size_t most_clashes = 10'000;

/// Every pair of different occurrences that share time, each once, in order of the later one's start: touching ends do
/// not, equal stretches do. A sweep over sorted starts: n log n and what is found. `bookings` are in order of time.
std::vector<Clash> clashes(const std::vector<schedule::Busy>& bookings);

}  // namespace backops::check
