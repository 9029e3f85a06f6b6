#include "exchange/calendar_feed.h"

#include <algorithm>
#include <map>

#include "exchange/feed_components.h"
#include "exchange/folding.h"
#include "render/schedule_frame.h"

namespace backops::exchange {

namespace {

using Rows = std::vector<FeedRow>;

/// By activity, in the order of their first rows, each in the order of its original dates.
std::vector<Rows> by_activity(const schedule::Schedule& schedule, const EventTexts& texts) {
    std::vector<Rows> all;
    std::map<const model::Activity*, std::size_t> places;
    for (const schedule::Row& row : schedule.rows) {
        const auto [place, is_new] = places.emplace(row.occurrence.activity, all.size());
        if (is_new) all.emplace_back();
        all[place->second].push_back({&row.occurrence, texts.of(row)});
    }
    for (Rows& rows : all) std::ranges::sort(rows, {}, [](const FeedRow& row) { return row.occurrence->original; });
    return all;
}

void add_zones(icalcomponent* to, const std::vector<FeedSeries>& all, const schedule::Schedule& schedule) {
    std::map<std::string, time::Zone> zones;
    const auto add = [&](const FeedTime& time) {
        if (time.zone) zones.emplace(time.zone->name(), *time.zone);
    };
    for (const FeedSeries& series : all) {
        add(series.times.start);
        for (const FeedException& exception : series.exceptions) add(exception.times.start);
    }
    if (zones.empty()) return;
    const auto occurrence = &schedule::Row::occurrence;
    const auto from = [&](const schedule::Row& row) { return (row.*occurrence).from; };
    const auto until = [&](const schedule::Row& row) { return (row.*occurrence).until; };
    const time::Instant first = std::ranges::min(schedule.rows, {}, from).occurrence.from;
    const time::Instant last = std::ranges::max(schedule.rows, {}, until).occurrence.until;
    for (const auto& [name, zone] : zones) add_zone(to, zone, first, last);
}

}  // namespace

schedule::Selection with_cancelled(schedule::Selection selection) {
    if (selection.statuses.empty())
        selection.statuses = {model::Status::confirmed, model::Status::tentative, model::Status::cancelled};
    return selection;
}

std::string calendar_feed(const model::Plan& plan, const schedule::Zones& zones, const schedule::Schedule& schedule,
                          const schedule::Selection& selection, const FeedOptions& options) {
    const EventTexts texts(plan, zones, selection, options.with_attendees);
    const Component calendar(ical().icalcomponent_new(ICAL_VCALENDAR_COMPONENT));
    schedule::Selection named = selection;
    named.audience = schedule::Audience::all;
    const std::string name = render::schedule_title({plan, schedule, named});
    add_words(calendar.get(), "VERSION", "2.0");
    add_words(calendar.get(), "PRODID", "-//backops//backops//EN");
    add_words(calendar.get(), "CALSCALE", "GREGORIAN");
    add_text(calendar.get(), ICAL_NAME_PROPERTY, name);
    add_words(calendar.get(), "X-WR-CALNAME", name);
    add_words(calendar.get(), "X-WR-TIMEZONE", zones.of_event().name());
    const std::vector<Rows> activities = by_activity(schedule, texts);
    std::vector<FeedSeries> all;
    for (const Rows& rows : activities) all.push_back(series_of(rows));
    add_zones(calendar.get(), all, schedule);
    for (std::size_t i = 0; i < all.size(); ++i)
        add_series(calendar.get(), {options.now, plan.event.uid}, *activities[i].front().occurrence->activity, all[i]);
    return refolded(taken_text(ical().icalcomponent_as_ical_string_r(calendar.get())));
}

}  // namespace backops::exchange
