#include "schedule/occurrence.h"
#include "text/failure.h"

namespace backops::schedule {

namespace {

time::Zone zone_or_utc(const std::string& name) {
    for (const std::string_view candidate :
         {std::string_view(name), std::string_view("UTC"), std::string_view("Etc/UTC")}) {
        if (const auto zone = candidate.empty() ? std::nullopt : time::find_zone(candidate)) return *zone;
    }
    throw text::Failure("this computer has no time zone database", {"install its package, often called `tzdata`"});
}

}  // namespace

Zones::Zones(const model::Plan& plan) : event_(zone_or_utc(plan.event.timezone)) {
    const auto zone_of = [this](const std::string& name) {
        const auto known = named_.find(name);
        return known != named_.end() ? known->second : named_.emplace(name, zone_or_utc(name)).first->second;
    };
    for (const model::Area& area : plan.areas) {
        if (!area.timezone.empty()) areas_.emplace(area.id, zone_of(area.timezone));
    }
    for (const model::Activity& activity : plan.activities) {
        if (!activity.timezone.empty()) zone_of(activity.timezone);
    }
}

time::Zone Zones::of(const model::Activity& activity) const {
    if (!activity.timezone.empty()) {
        const auto own = named_.find(activity.timezone);
        return own != named_.end() ? own->second : zone_or_utc(activity.timezone);
    }
    std::optional<time::Zone> agreed;
    if (areas_.empty()) return event_;
    for (const std::string& area : activity.areas) {
        const auto own = areas_.find(area);
        const time::Zone zone = own != areas_.end() ? own->second : event_;
        if (agreed && !(*agreed == zone)) return event_;
        agreed = zone;
    }
    return agreed.value_or(event_);
}

}  // namespace backops::schedule
