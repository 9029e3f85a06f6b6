#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace backops::render {

/// Where on a grid's time line something begins or ends. Moments of one column at one instant stand below one another,
/// in places 0, 1 and so on; what begins then comes after them.
struct GridTime {
    std::int64_t instant = 0;
    int place = 0;
    friend auto operator<=>(const GridTime&, const GridTime&) = default;
};

inline constexpr int after_moments = std::numeric_limits<int>::max();

/// One block of one column, half-open.
struct GridSpan {
    std::size_t entry = 0;
    GridTime begin;
    GridTime end;
    int lane = 0;
    int width = 1;  ///< lanes that it takes

    bool is_moment() const { return begin.place != after_moments; }
};

/// Gives each span a lane, so that spans that overlap never share one and each stands as far left as it can; the last
/// lane of those that hang together reaches to the column's end. Sorts by begin; answers how many lanes it takes, one
/// at least.
int set_lanes(std::vector<GridSpan>& spans);

}  // namespace backops::render
