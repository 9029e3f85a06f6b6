#include "event/clock_checks.h"

#include <fmt/format.h>

#include <map>

#include "time/phrase.h"
#include "time/zone.h"

namespace backops::event {
namespace {

// The zone of an activity by its name, each looked up once.
class ZoneNames {
  public:
    explicit ZoneNames(const model::Plan& plan) : plan_(plan) {}

    const std::optional<time::Zone>& of(const model::Activity& activity) {
        const std::string& name = name_of(activity);
        const auto known = zones_.find(name);
        return known != zones_.end() ? known->second : zones_.emplace(name, time::find_zone(name)).first->second;
    }

  private:
    const std::string& name_of(const model::Activity& activity) const {
        if (!activity.timezone.empty()) return activity.timezone;
        if (!activity.areas.empty())
            if (const model::Area* area = model::find(plan_.areas, activity.areas.front());
                area && !area->timezone.empty())
                return area->timezone;
        return plan_.event.timezone;
    }

    const model::Plan& plan_;
    std::map<std::string, std::optional<time::Zone>> zones_;
};

text::Span mark_of(const model::Activity& activity, std::string_view key) {
    for (const model::Mark& mark : activity.marks)
        if (mark.key == key) return mark.span;
    return {};
}

void check_time(const RecordFile& file, const model::Activity& activity, const time::Zone& zone, std::string_view key,
                time::WallTime wall, text::Problems& problems) {
    const time::Moment moment = zone.at(wall);
    if (moment.clock == time::Clock::plain) return;
    const time::WallTime clock = time::calendar(wall);
    const std::string when = fmt::format("{} on {}", time::clock_text(clock.seconds), time::long_day(clock.date));
    const bool skipped = moment.clock == time::Clock::skipped;
    const std::string message =
        skipped ? fmt::format("there is no {} in {}, where clocks go forward", when, zone.name())
                : fmt::format("{} comes twice in {}, where clocks go back; the first is taken", when, zone.name());
    std::vector<std::string> hints;
    if (skipped)
        hints.push_back(
            fmt::format("write the time that clocks show then: {}", time::to_text(zone.wall_time(moment.instant))));
    problems.push_back(problem_in(file, mark_of(activity, key), skipped ? "nonexistent-time" : "ambiguous-time",
                                  message, std::move(hints), text::Severity::warning));
}

}  // namespace

void check_clocks(const model::Plan& plan, std::span<const RecordFile> files, text::Problems& problems) {
    ZoneNames zones(plan);
    for (const RecordFile& file : files) {
        const model::Activity* activity = file.noun == Noun::activity ? model::find(plan.activities, file.id) : nullptr;
        if (!activity || activity->all_day || activity->repeat || activity->start.date == time::Date{}) continue;
        const auto& zone = zones.of(*activity);
        if (!zone) continue;
        check_time(file, *activity, *zone, "start", activity->start, problems);
        if (activity->end) check_time(file, *activity, *zone, "end", *activity->end, problems);
    }
}

}  // namespace backops::event
