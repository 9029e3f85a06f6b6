#include <algorithm>

#include "model/reach.h"
#include "schedule/occurrence.h"
#include "schedule/series.h"
#include "schedule/timing.h"

namespace backops::schedule {

namespace {

/// Gathers what falls into one range.
class Expansion {
  public:
    Expansion(const model::Plan& plan, const Zones& zones, DayRange range) : plan_(plan), zones_(zones), range_(range) {
        found_.reserve(plan.activities.size());
    }

    void add(const model::Activity& activity) {
        const bool has_start = activity.start.date != time::Date{};
        if (!has_start) return;
        if (activity.repeat) return add_series(activity);
        if (may_meet(activity.start.date, model::reach(activity)))
            add_if_it_meets(occurrence_of(plan_, zones_, activity));
    }

    std::vector<Occurrence> sorted() && {
        std::ranges::sort(found_, [](const Occurrence& a, const Occurrence& b) {
            if (a.from != b.from) return a.from < b.from;
            if (a.activity->id != b.activity->id) return a.activity->id < b.activity->id;
            return a.original < b.original;
        });
        return std::move(found_);
    }

  private:
    /// One date to either side is for times before `day_start` and for those written past midnight.
    bool may_meet(time::Date start, int days) const { return start - 1 <= range_.last && range_.first <= start + days; }

    void add_if_it_meets(const Occurrence& occurrence) {
        const time::Date last = last_day(occurrence, plan_.event.day_start);
        if (occurrence.day <= range_.last && range_.first <= last) found_.push_back(occurrence);
    }

    void add_series(const model::Activity& activity) {
        const DayRange window{std::max(always.first, range_.first - model::reach(activity)),
                              std::min(always.last, range_.last + 1)};
        const auto within = [&](time::Date date) { return window.first <= date && date <= window.last; };
        const Series series(plan_, activity);
        for (const time::Date date : series.within(window)) {
            add_if_it_meets(occurrence_of(plan_, zones_, series, date));
        }
        for (const model::Change& change : activity.repeat->changes) {
            const bool may_have_moved = change.start || change.end || change.duration;
            if (!may_have_moved || within(change.date)) continue;
            // Only the first of several changes of one date holds; the file has been reported.
            if (series.change_on(change.date) != &change || !series.falls_on(change.date)) continue;
            add_if_it_meets(occurrence_of(plan_, zones_, series, change.date));
        }
    }

    const model::Plan& plan_;
    const Zones& zones_;
    DayRange range_;
    std::vector<Occurrence> found_;
};

}  // namespace

std::vector<Occurrence> occurrences(const model::Plan& plan, const Zones& zones, std::optional<DayRange> range) {
    Expansion expansion(plan, zones, range.value_or(always));
    for (const model::Activity& activity : plan.activities) expansion.add(activity);
    return std::move(expansion).sorted();
}

}  // namespace backops::schedule
