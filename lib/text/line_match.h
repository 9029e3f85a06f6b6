#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace backops::text {

/// Lines [a_begin, a_end) of one text stand where the other has lines [b_begin, b_end).
struct Change {
    std::size_t a_begin = 0;
    std::size_t a_end = 0;
    std::size_t b_begin = 0;
    std::size_t b_end = 0;
};

/// What turns `a` into `b` (each number is one line's text), in order, with at least one equal line between two
/// changes. The fewest lines when they are few; when hundreds differ, near to it, so that time and memory stay bounded.
/// (Myers, An O(ND) Difference Algorithm and Its Variations, 1986.)
std::vector<Change> changes_between(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b);

}  // namespace backops::text
