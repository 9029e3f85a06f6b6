#include "schedule/stretches.h"

#include <algorithm>
#include <iterator>

namespace backops::schedule {

bool is_inside(time::Instant moment, std::span<const Stretch> stretches) {
    return std::ranges::any_of(stretches, [&](const Stretch& one) { return one.from <= moment && moment < one.until; });
}

std::vector<Stretch> without(Stretch time, std::span<const Stretch> cuts) {
    if (is_moment(time)) return is_inside(time.from, cuts) ? std::vector<Stretch>{} : std::vector{time};
    std::vector<Stretch> left;
    for (const Stretch& cut : cuts) {
        if (cut.until <= time.from) continue;
        if (time.until <= cut.from) break;
        if (time.from < cut.from) left.push_back({time.from, cut.from});
        time.from = std::max(time.from, cut.until);
        if (time.until <= time.from) return left;
    }
    left.push_back(time);
    return left;
}

std::vector<Stretch> merged(std::vector<Stretch> all) {
    std::ranges::sort(all, {}, &Stretch::from);
    std::vector<Stretch> apart;
    for (const Stretch& one : all) {
        if (!apart.empty() && one.from <= apart.back().until)
            apart.back().until = std::max(apart.back().until, one.until);
        else
            apart.push_back(one);
    }
    return apart;
}

bool is_covered(Stretch part, const std::vector<Stretch>& all) {
    const auto after = std::ranges::upper_bound(all, part.from, {}, &Stretch::from);
    if (after == all.begin()) return false;
    const Stretch& holder = *std::prev(after);
    return is_moment(part) ? part.from < holder.until : part.until <= holder.until;
}

}  // namespace backops::schedule
