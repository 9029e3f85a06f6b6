#include "render/grid_lanes.h"

#include <doctest/doctest.h>

using namespace backops::render;

namespace {

GridSpan from_to(std::int64_t from, std::int64_t to) { return {0, {from, after_moments}, {to, 0}, 0, 1}; }
GridSpan moment(std::int64_t at, int place = 0) { return {0, {at, place}, {at, place + 1}, 0, 1}; }

struct Lane {
    int lane;
    int width;
    friend bool operator==(const Lane&, const Lane&) = default;
};

std::vector<Lane> lanes(std::vector<GridSpan> spans) {
    set_lanes(spans);
    std::vector<Lane> all;
    for (const GridSpan& span : spans) all.push_back({span.lane, span.width});
    return all;
}

}  // namespace

TEST_CASE("what follows on without overlapping shares a lane") {
    CHECK(lanes({from_to(0, 10), from_to(10, 20)}) == std::vector<Lane>{{0, 1}, {0, 1}});
}

TEST_CASE("what overlaps stands side by side, and what stands alone takes the whole column") {
    CHECK(lanes({from_to(0, 10), from_to(5, 15), from_to(20, 30)}) == std::vector<Lane>{{0, 1}, {1, 1}, {0, 2}});
}

TEST_CASE("a lane that is free again is taken again") {
    CHECK(lanes({from_to(0, 30), from_to(0, 10), from_to(10, 20)}) == std::vector<Lane>{{0, 1}, {1, 1}, {1, 1}});
}

TEST_CASE("moments at one instant stand below one another, before what begins then and after what has ended") {
    CHECK(lanes({from_to(0, 10), moment(10), moment(10, 1), from_to(10, 20)}) ==
          std::vector<Lane>{{0, 1}, {0, 1}, {0, 1}, {0, 1}});
    CHECK(lanes({from_to(0, 20), moment(10)}) == std::vector<Lane>{{0, 1}, {1, 1}});
}
