#include "text/line_match.h"

#include <algorithm>

namespace backops::text {
namespace {

using Lines = std::span<const std::uint32_t>;

// The table of one search holds the square of this; a longer script is found piece by piece.
constexpr int most_edits_a_search = 300;

struct Run {
    std::size_t a = 0;
    std::size_t b = 0;
    std::size_t length = 0;
};

struct Point {
    std::ptrdiff_t x = -1;
    std::ptrdiff_t y = -1;
};

/// One greedy search from the beginning of both texts: furthest points by number of edits and diagonal (x - y).
class Search {
  public:
    Search(Lines a, Lines b)
        : a_(a),
          b_(b),
          a_size_(static_cast<std::ptrdiff_t>(a.size())),
          b_size_(static_cast<std::ptrdiff_t>(b.size())) {}

    /// Runs of equal lines, in order, up to the end of both texts or to the furthest point of a bounded search.
    std::vector<Run> runs(Point& reached) {
        for (int edits = 0;; ++edits) {
            furthest_.resize(offset(edits + 1), -1);
            for (int diagonal = -edits; diagonal <= edits; diagonal += 2) extend(edits, diagonal);
            const auto end_diagonal = a_size_ - b_size_;
            const bool has_end = std::abs(end_diagonal) <= edits && (end_diagonal + edits) % 2 == 0;
            if (has_end && at(edits, static_cast<int>(end_diagonal)) == a_size_) {
                return traced(edits, static_cast<int>(end_diagonal), reached);
            }
            if (edits == most_edits_a_search) return traced(edits, furthest_diagonal(edits), reached);
        }
    }

  private:
    static std::size_t offset(int edits) { return static_cast<std::size_t>(edits) * static_cast<std::size_t>(edits); }

    std::ptrdiff_t& at(int edits, int diagonal) {
        return furthest_[offset(edits) + static_cast<std::size_t>(diagonal + edits)];
    }

    std::ptrdiff_t at_or_none(int edits, int diagonal) { return std::abs(diagonal) > edits ? -1 : at(edits, diagonal); }

    Point after_deletion(int edits, int diagonal) {
        const auto x = at_or_none(edits - 1, diagonal - 1);
        return x < 0 || x >= a_size_ ? Point{} : Point{x + 1, x + 1 - diagonal};
    }

    Point after_insertion(int edits, int diagonal) {
        const auto x = at_or_none(edits - 1, diagonal + 1);
        return x < 0 || x - diagonal > b_size_ ? Point{} : Point{x, x - diagonal};
    }

    Point start_of_run(int edits, int diagonal) {
        if (edits == 0) return {0, 0};
        const auto deleted = after_deletion(edits, diagonal);
        const auto inserted = after_insertion(edits, diagonal);
        return deleted.x >= inserted.x ? deleted : inserted;
    }

    void extend(int edits, int diagonal) {
        auto [x, y] = start_of_run(edits, diagonal);
        if (x < 0) return;
        while (x < a_size_ && y < b_size_ && a_[static_cast<std::size_t>(x)] == b_[static_cast<std::size_t>(y)]) {
            ++x;
            ++y;
        }
        at(edits, diagonal) = x;
    }

    int furthest_diagonal(int edits) {
        int best = -edits;
        std::ptrdiff_t most = -1;
        for (int diagonal = -edits; diagonal <= edits; diagonal += 2) {
            const auto x = at(edits, diagonal);
            if (x >= 0 && 2 * x - diagonal > most) {
                most = 2 * x - diagonal;
                best = diagonal;
            }
        }
        return best;
    }

    std::vector<Run> traced(int edits, int diagonal, Point& reached) {
        std::vector<Run> result;
        reached = {at(edits, diagonal), at(edits, diagonal) - diagonal};
        while (true) {
            const auto [x, y] = start_of_run(edits, diagonal);
            const auto length = at(edits, diagonal) - x;
            if (length > 0) {
                result.push_back(
                    {static_cast<std::size_t>(x), static_cast<std::size_t>(y), static_cast<std::size_t>(length)});
            }
            if (edits == 0) break;
            const bool was_deletion = after_deletion(edits, diagonal).x >= after_insertion(edits, diagonal).x;
            diagonal += was_deletion ? -1 : 1;
            --edits;
        }
        std::reverse(result.begin(), result.end());
        return result;
    }

    Lines a_;
    Lines b_;
    std::ptrdiff_t a_size_;
    std::ptrdiff_t b_size_;
    std::vector<std::ptrdiff_t> furthest_;
};

std::size_t common_suffix(Lines a, Lines b) {
    const auto [in_a, in_b] = std::mismatch(a.rbegin(), a.rend(), b.rbegin(), b.rend());
    return static_cast<std::size_t>(in_a - a.rbegin());
}

}  // namespace

std::vector<Change> changes_between(Lines a, Lines b) {
    const auto suffix = common_suffix(a, b);
    const auto a_end = a.size() - suffix;
    const auto b_end = b.size() - suffix;
    std::vector<Change> changes;
    std::size_t a_at = 0;
    std::size_t b_at = 0;
    const auto add_up_to = [&](std::size_t a_next, std::size_t b_next) {
        if (a_next > a_at || b_next > b_at) changes.push_back({a_at, a_next, b_at, b_next});
    };
    std::size_t a_done = 0;
    std::size_t b_done = 0;
    while (a_done < a_end || b_done < b_end) {
        Point reached;
        Search search(a.subspan(a_done, a_end - a_done), b.subspan(b_done, b_end - b_done));
        for (const auto& run : search.runs(reached)) {
            add_up_to(a_done + run.a, b_done + run.b);
            a_at = a_done + run.a + run.length;
            b_at = b_done + run.b + run.length;
        }
        a_done += static_cast<std::size_t>(reached.x);
        b_done += static_cast<std::size_t>(reached.y);
    }
    add_up_to(a_end, b_end);
    return changes;
}

}  // namespace backops::text
