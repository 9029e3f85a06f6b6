#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace backops::render {

/// Where on a grid's time line something begins or ends. What begins at an instant comes first, as in every schedule;
/// moments of one column then stand below one another, in places 0, 1 and so on.
struct GridTime {
    std::int64_t instant = 0;
    int place = 0;
    friend auto operator<=>(const GridTime&, const GridTime&) = default;
};

inline constexpr int before_moments = -1;

/// One block of one column, half-open.
struct GridSpan {
    std::size_t entry = 0;
    GridTime begin;
    GridTime end;
    int lane = 0;
    int width = 1;  ///< lanes that it takes

    bool is_moment() const { return begin.place != before_moments; }
};

/// Gives each span a lane, so that spans that overlap never share one and each stands as far left as it can; the last
/// lane of those that hang together reaches to the column's end. Sorts by begin; answers how many lanes it takes, one
/// at least.
int set_lanes(std::vector<GridSpan>& spans);

}  // namespace backops::render
