#include "cmd/crew_list.h"

#include <fmt/format.h>

#include <algorithm>

#include "cmd/record_verbs.h"
#include "cmd/selection_options.h"
#include "cmd/session.h"
#include "cmd/values.h"
#include "event/load.h"
#include "schedule/free_time.h"
#include "text/failure.h"

namespace backops::cmd {
namespace {

using schedule::Stretch;

// A day alone is all of its show day, also as an end: `fri..sun` is three days.
Stretch typed_stretch(const std::string& typed, event::Intake& intake, const schedule::Zones& zones) {
    const std::size_t dots = typed.find("..");
    const time::Entered start = intake.time(typed.substr(0, dots));
    time::Entered end = dots == std::string::npos ? start : intake.end(typed.substr(dots + 2), start);
    if (end.is_date) end.time.date = end.time.date + 1;
    const Stretch stretch{moment_of(start, intake, zones), moment_of(end, intake, zones)};
    if (dots != std::string::npos && stretch.until <= stretch.from)
        throw text::Failure("`--free` ends before it starts", {"write --free \"fri 14:00..16:00\""}, text::wrong_usage);
    return stretch;
}

bool is_on_site(const schedule::PersonDays& days, const model::CrewMember& person, Stretch asked) {
    return std::ranges::any_of(days.of(person), [&](const schedule::PersonDay& day) { return is_there(day, asked); });
}

int list_crew(Session& session, const Arguments& arguments) {
    const auto free = arguments.value("--free"), on_site = arguments.value("--on-site");
    if (!free && !on_site) return list_records(session, arguments);
    event::Directory directory = session.open(files::Access::read);
    const event::Loading loading = event::load(directory);
    event::Intake intake = session.intake(directory);
    const schedule::Zones zones(loading.plan);
    std::optional<Stretch> gap, moment;
    if (free) gap = typed_stretch(*free, intake, zones);
    if (on_site) {
        const time::Entered entered = intake.time(*on_site);
        if (entered.is_date)
            throw text::Failure("`--on-site` is a moment, not a whole day",
                                {fmt::format("write --on-site \"{} 14:00\"", *on_site)}, text::wrong_usage);
        const time::Instant instant = moment_of(entered, intake, zones);
        moment = Stretch{instant, instant};
    }
    const Stretch all = gap && moment ? Stretch{std::min(gap->from, moment->from), std::max(gap->until, moment->until)}
                                      : gap.value_or(moment.value_or(Stretch{}));
    const schedule::ResolvedEvent resolved(loading.plan, schedule::days_about(zones, all));
    const int status = list_some(session, arguments, directory, intake, [&](const std::string& id) {
        const model::CrewMember* person = model::find(loading.plan.crew, id);
        return (!gap || schedule::is_free(resolved, {schedule::CalendarKind::crew, id}, *gap)) &&
               (!moment || (person && is_on_site(resolved.days, *person, *moment)));
    });
    text::Problems wrong = loading.problems;
    std::erase_if(wrong, [](const text::Problem& problem) { return problem.severity != text::Severity::error; });
    if (wrong.empty()) return status;
    session.print(wrong);
    session.note("who is listed may be wrong, since the event has errors");
    return text::refused;
}

}  // namespace

Verb crew_list_verb() {
    Verb list =
        list_verb("Lists the people",
                  {{"--collab", value::collaborator, "only this collaborator's"},
                   {"--free", {"TIME[..TIME]", "today tomorrow <timeframe>"}, "who is free then: \"fri 14:00..16:00\""},
                   {"--on-site", value::time, "who is on site then, from call to out"}});
    list.run = list_crew;
    return list;
}

}  // namespace backops::cmd
