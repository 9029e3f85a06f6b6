#include "model/reach.h"

#include <algorithm>

namespace backops::model {
namespace {

// Since 1970 no clock has been set back by more than three hours, so that less than this is surely less than 24 hours.
constexpr std::int64_t surely_short = 20 * 60 * 60;

/// All day: to the beginning of the last day. Of a change that says nothing of its length 0.
std::int64_t length_of(time::WallTime start, const auto& written) {
    if (written.end) return linear(*written.end) - linear(start);
    return written.duration ? written.duration->seconds : 0;
}

std::int64_t written_length(const Activity& activity) {
    if (activity.all_day) return time::day_seconds;
    return length_of(activity.start, activity);
}

}  // namespace

int days_filled(const Activity& activity) {
    std::int64_t longest = length_of(activity.start, activity);
    if (activity.repeat)
        for (const Change& change : activity.repeat->changes)
            longest = std::max(
                longest, length_of(change.start.value_or(time::WallTime{change.date, activity.start.seconds}), change));
    return 1 + static_cast<int>(std::clamp<std::int64_t>(longest, 0, longest_activity) / time::day_seconds);
}

int reach(const Activity& activity) {
    std::int64_t seconds = 0;
    if (activity.end) seconds = linear(*activity.end) - time::linear({activity.start.date, 0});
    if (activity.duration) seconds = activity.duration->seconds + activity.start.seconds;
    return static_cast<int>(std::clamp<std::int64_t>(seconds / time::day_seconds, 0, 400'000)) + 2;
}

When when(const Activity& activity) {
    if (activity.repeat) return {{time::always.first, 0}, time::always.last};
    const bool is_short = activity.start.date >= time::Date{} && written_length(activity) < surely_short;
    return {activity.start, is_short ? activity.start.date : activity.start.date + reach(activity)};
}

}  // namespace backops::model
