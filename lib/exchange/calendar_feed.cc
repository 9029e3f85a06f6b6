#include "exchange/calendar_feed.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>
#include <utility>

#include "exchange/feed_components.h"
#include "render/schedule_frame.h"

namespace backops::exchange {

namespace {

using Rows = std::vector<const schedule::Row*>;

/// The rows by activity, in the order of their first ones, each in the order of its original dates; a second part of
/// an occurrence is an event of its own.
struct Grouped {
    std::vector<Rows> activities;
    Rows parts;
};

Grouped by_activity(const schedule::Schedule& schedule) {
    Grouped grouped;
    std::vector<Rows>& all = grouped.activities;
    std::unordered_map<const model::Activity*, std::size_t> places;
    std::set<std::pair<const model::Activity*, std::optional<time::Date>>> seen;
    for (const schedule::Row& row : schedule.rows) {
        if (!seen.emplace(row.occurrence.activity, row.occurrence.original).second) {
            grouped.parts.push_back(&row);
            continue;
        }
        const auto [place, is_new] = places.emplace(row.occurrence.activity, all.size());
        if (is_new) all.emplace_back();
        all[place->second].push_back(&row);
    }
    for (Rows& rows : all)
        std::ranges::sort(rows, {}, [](const schedule::Row* row) { return row->occurrence.original; });
    return grouped;
}

/// The zones that a file's times name.
class NamedZones {
  public:
    void add(const FeedSeries& series) {
        add(series.times.start);
        for (const FeedException& exception : series.exceptions) add(exception.times.start);
    }

    /// Their clock changes in all the years that the rows are in.
    std::string lines(const std::vector<schedule::Row>& rows) const {
        if (zones_.empty()) return {};
        const auto from = [](const schedule::Row& row) { return row.occurrence.from; };
        const auto until = [](const schedule::Row& row) { return row.occurrence.until; };
        const time::Instant first = from(*std::ranges::min_element(rows, {}, from));
        const time::Instant last = until(*std::ranges::max_element(rows, {}, until));
        std::string lines;
        for (const auto& [name, zone] : zones_) lines += lines_of(zone, first, last);
        return lines;
    }

  private:
    void add(const FeedTime& time) {
        if (time.zone) zones_.emplace(time.zone->name(), *time.zone);
    }
    std::map<std::string, time::Zone> zones_;
};

std::string title(const model::Plan& plan, const schedule::Schedule& schedule, schedule::Selection selection) {
    // Who it is for is nothing to read on a phone; how the rows were found is nothing for the public.
    if (selection.audience == schedule::Audience::everyone) {
        selection.kinds.clear();
        selection.tags.clear();
        selection.statuses.clear();
        selection.roles.clear();
    }
    selection.audience = schedule::Audience::all;
    return render::schedule_title({plan, schedule, selection});
}

/// The next line that says what happens; empty at the end.
std::string_view next_line(std::string_view& rest) {
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('\n', 0), rest.size() - 1) + 1;
        const std::string_view line = rest.substr(0, end);
        rest.remove_prefix(end);
        const auto begins = [&](std::string_view name) { return line.starts_with(name); };
        if (!begins("DTSTAMP:") && !begins("LAST-MODIFIED:") && !begins("SEQUENCE:")) return line;
    }
    return {};
}

}  // namespace

schedule::Selection with_cancelled(schedule::Selection selection) {
    selection.tells_cancelled = true;
    if (selection.statuses.empty())
        selection.statuses = {model::Status::confirmed, model::Status::tentative, model::Status::cancelled};
    return selection;
}

std::string calendar_feed(const model::Plan& plan, const schedule::Zones& zones, const schedule::Schedule& schedule,
                          const schedule::Selection& selection, const FeedOptions& options) {
    const EventTexts texts(plan, zones, selection, options.with_attendees);
    const Publication publication{options.now, plan.event.uid};
    NamedZones named;
    std::string events;
    const auto [activities, parts] = by_activity(schedule);
    for (const Rows& rows : activities) {
        std::vector<FeedRow> all;
        for (const schedule::Row* row : rows) all.push_back({&row->occurrence, texts.of(*row)});
        const FeedSeries series = series_of(all);
        named.add(series);
        events += lines_of(publication, *rows.front()->occurrence.activity, series);
    }
    for (const schedule::Row* row : parts) {
        const FeedRow one{&row->occurrence, texts.of(*row)};
        const FeedSeries series = series_of(std::span(&one, 1));
        named.add(series);
        const Publication part{options.now, plan.event.uid, to_text(feed_time(row->occurrence.from)) + "."};
        events += lines_of(part, *row->occurrence.activity, series);
    }
    const FeedHeading heading{title(plan, schedule, selection), zones.of_event().name()};
    return lines_of(heading).append(named.lines(schedule.rows)).append(events).append(end_of_calendar);
}

bool is_same_feed(std::string_view a, std::string_view b) {
    while (true) {
        const std::string_view one = next_line(a), other = next_line(b);
        if (one != other) return false;
        if (one.empty()) return true;
    }
}

}  // namespace backops::exchange
