#include <fmt/format.h>

#include <algorithm>

#include "cmd/schedule_verbs.h"
#include "cmd/selection_options.h"
#include "cmd/session.h"
#include "cmd/values.h"
#include "cmd/writing.h"
#include "event/load.h"
#include "render/names.h"
#include "render/record_json.h"
#include "render/table.h"
#include "schedule/free_time.h"
#include "text/failure.h"
#include "text/wording.h"
#include "time/phrase.h"

namespace backops::cmd {
namespace {

using schedule::CalendarKind;
using schedule::CalendarName;

std::string name_of(const model::Plan& plan, const CalendarName& calendar) {
    if (calendar.kind == CalendarKind::event) return "event calendar";
    return calendar.kind == CalendarKind::area ? render::area_name(plan, calendar.id)
                                               : render::party_name(plan, calendar.id);
}

std::string word_for(const CalendarName& calendar) {
    switch (calendar.kind) {
        case CalendarKind::event:
            return "event";
        case CalendarKind::area:
            return "area:" + calendar.id;
        case CalendarKind::collaborator:
            return "collab:" + calendar.id;
        case CalendarKind::crew:
            return "crew:" + calendar.id;
    }
    return {};
}

template <class Word>
std::string joined(const schedule::FreeTime& gap, std::string_view between, Word word) {
    std::vector<std::string> all;
    for (const CalendarName& calendar : gap.calendars) all.push_back(word(calendar));
    return render::joined(all, between);
}

std::vector<std::string> cells(const model::Plan& plan, const time::Zone& zone, const schedule::FreeTime& gap) {
    const time::WallTime start = zone.wall_time(gap.time.from), end = zone.wall_time(gap.time.until);
    const time::Date day = show_day(start, plan.event.day_start);
    const bool is_near = end.date - day <= 1;
    return {joined(gap, " + ", [&](const CalendarName& calendar) { return name_of(plan, calendar); }),
            time::short_day(day), time::clock_on(day, start),
            is_near ? time::clock_on(day, end)
                    : fmt::format("{} {}", time::short_day(end.date), time::clock_text(end.seconds)),
            to_text(time::Duration{gap.time.until.seconds - gap.time.from.seconds})};
}

render::Row row(const model::Plan& plan, const time::Zone& zone, const schedule::FreeTime& gap) {
    const time::WallTime start = zone.wall_time(gap.time.from);
    return {{"calendars", joined(gap, " ", word_for)},
            {"day", time::to_text(show_day(start, plan.event.day_start))},
            {"start", time::to_text(start)},
            {"end", time::to_text(zone.wall_time(gap.time.until))},
            {"timezone", zone.name()},
            {"start_instant", time::to_text(gap.time.from)},
            {"end_instant", time::to_text(gap.time.until)}};
}

time::Duration least_of(const Arguments& arguments) {
    const std::string typed = arguments.value("--min", "30m");
    const auto least = time::parse_duration(typed);
    if (!least) throw text::Failure(fmt::format("--min: {}", least.error), least.hints, text::wrong_usage);
    return *least;
}

int print_free(Session& session, const Arguments& arguments) {
    const std::string format = format_of(arguments, {"text", "json"});
    const time::Duration least = least_of(arguments);
    event::Directory directory = session.open(files::Access::read);
    const event::Loading loading = event::load(directory);
    event::Intake intake = session.intake(directory);
    const schedule::Zones zones(loading.plan);
    const schedule::Selection selection = selection_of(arguments, intake, loading.plan, zones, Purpose::measure);
    if (selection.calendars.empty())
        throw text::Failure("nothing says whose free time is wanted",
                            {"write --area ID, --collab ID, --crew ID or --view ID"}, text::wrong_usage);
    session.notices(intake);
    const auto gaps = schedule::free_times(loading.plan, zones, selection, least);
    std::vector<std::vector<std::string>> lines;
    std::vector<render::Row> rows;
    for (const schedule::FreeTime& gap : gaps) {
        lines.push_back(cells(loading.plan, zones.of_event(), gap));
        rows.push_back(row(loading.plan, zones.of_event(), gap));
    }
    if (format == "json")
        session.out(render::rows_json("backops/free/1", "rows", rows));
    else if (gaps.empty())
        session.note(fmt::format("there is no gap of {} or more", to_text(least)));
    else
        session.out(render::table({"FREE", "DAY", "FROM", "TO", "FOR"}, lines, session.width(), session.colour()));
    const bool wrong = text::any_error(loading.problems);
    session.print(loading.problems);
    if (wrong) session.note("what is free may be taken, since the event has errors");
    return wrong ? text::refused : 0;
}

}  // namespace

Verb free_verb() {
    std::vector<Option> options = calendar_options();
    std::erase_if(options, [](const Option& option) { return option.name == "--without"; });
    const auto range = range_options();
    options.insert(options.end(), range.begin(), range.end());
    options.push_back({"--min", "DURATION", "only gaps of at least this length (default 30m)"});
    options.push_back({"--format", value::text_or_json, "text or json"});
    return {"free", "Lists when calendars are free", {}, std::move(options), print_free};
}

}  // namespace backops::cmd
