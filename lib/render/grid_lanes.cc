#include "render/grid_lanes.h"

#include <algorithm>
#include <functional>
#include <queue>
#include <set>
#include <utility>

namespace backops::render {

namespace {

/// The lanes of one column while the time line is walked.
class Lanes {
  public:
    /// Everything that ends by then gives its lane back; whether nothing is left.
    bool advance(GridTime now) {
        while (!running_.empty() && running_.top().first <= now) {
            free_.insert(running_.top().second);
            running_.pop();
        }
        return running_.empty();
    }

    void restart() {
        free_.clear();
        count_ = 0;
    }

    int take(GridTime end) {
        int lane = count_;
        if (free_.empty()) {
            ++count_;
        } else {
            lane = *free_.begin();
            free_.erase(free_.begin());
        }
        running_.emplace(end, lane);
        return lane;
    }

    int count() const { return count_; }

  private:
    using Running = std::pair<GridTime, int>;
    std::priority_queue<Running, std::vector<Running>, std::greater<>> running_;
    std::set<int> free_;
    int count_ = 0;
};

}  // namespace

int set_lanes(std::vector<GridSpan>& spans) {
    std::ranges::stable_sort(spans, {}, &GridSpan::begin);
    Lanes lanes;
    int most = 1;
    std::vector<std::pair<std::size_t, int>> groups;  // where each ends, and its lanes
    for (std::size_t i = 0; i < spans.size(); ++i) {
        if (lanes.advance(spans[i].begin)) {
            lanes.restart();
            groups.emplace_back(i, 0);
        }
        spans[i].lane = lanes.take(spans[i].end);
        groups.back() = {i + 1, lanes.count()};
        most = std::max(most, lanes.count());
    }
    std::size_t i = 0;
    for (const auto& [end, count] : groups) {
        for (; i < end; ++i) {
            if (spans[i].lane == count - 1) spans[i].width = most - spans[i].lane;
        }
    }
    return most;
}

}  // namespace backops::render
