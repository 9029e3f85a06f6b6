#pragma once

#include "time/zone.h"

namespace backops::schedule {

/// A half-open stretch of the time line.
struct Stretch {
    time::Instant from;
    time::Instant until;
    friend bool operator==(const Stretch&, const Stretch&) = default;
};

constexpr bool is_moment(Stretch time) { return time.until <= time.from; }

/// Whether they share more than an edge; a moment that lies within the other does.
inline bool meet(Stretch a, Stretch b) {
    const auto is_inside = [](Stretch moment, Stretch other) {
        return other.from <= moment.from && moment.from < other.until;
    };
    if (a.from == a.until) return is_inside(a, b) || a == b;
    if (b.from == b.until) return is_inside(b, a);
    return a.from < b.until && b.from < a.until;
}

}  // namespace backops::schedule
