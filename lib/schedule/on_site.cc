#include "schedule/on_site.h"

#include <algorithm>

#include "schedule/association.h"
#include "schedule/segments.h"

namespace backops::schedule {

std::optional<Stretch> on_site(const model::Plan& plan, std::span<const Occurrence> occurrences,
                               const std::string& person, time::Date day) {
    std::optional<Stretch> there;
    for (Occurrence own : occurrences) {
        if (own.activity->all_day || own.status() == model::Status::cancelled) continue;
        const std::vector<std::string> via = via_of(plan, own, {CalendarKind::crew, person}, false);
        if (via.empty()) continue;
        if (is_by_segments_alone(via)) narrow_to_segments(via, plan.event.day_start, own);
        if (own.day != day) continue;
        if (!there) there = Stretch{own.from, own.until};
        there = Stretch{std::min(there->from, own.from), std::max(there->until, own.until)};
    }
    return there;
}

}  // namespace backops::schedule
