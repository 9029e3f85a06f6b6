#include "cmd/selection_options.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "cmd/choice.h"
#include "cmd/saved_view.h"
#include "cmd/session.h"
#include "cmd/values.h"
#include "event/noun.h"
#include "schedule/audience.h"
#include "text/failure.h"
#include "text/near_miss.h"
#include "text/wording.h"
#include "time/phrase.h"

namespace backops::cmd {
namespace {

using schedule::CalendarKind;
using schedule::Selection;

constexpr std::array<std::pair<std::string_view, model::Status>, 3> statuses = {
    {{"confirmed", model::Status::confirmed},
     {"tentative", model::Status::tentative},
     {"cancelled", model::Status::cancelled}}};
constexpr std::array<std::pair<std::string_view, schedule::Role>, 3> roles = {{{"organizer", schedule::Role::organizer},
                                                                               {"required", schedule::Role::required},
                                                                               {"optional", schedule::Role::optional}}};
constexpr std::array<std::pair<std::string_view, schedule::Audience>, 3> audiences = {
    {{"public", schedule::Audience::everyone},
     {"crew", schedule::Audience::crew},
     {"private", schedule::Audience::all}}};
constexpr std::array<std::pair<std::string_view, bool>, 2> matches = {{{"any", false}, {"all", true}}};

void split_words(const std::string& typed, std::vector<std::string>& words) {
    for (std::size_t at = 0; at < typed.size();) {
        const std::size_t end = std::min(typed.find(' ', at), typed.size());
        if (end > at) words.push_back(typed.substr(at, end - at));
        at = end + 1;
    }
}

/// Finds the calendars that are typed.
class Calendars {
  public:
    Calendars(event::Intake& intake, const model::Plan& plan, schedule::Audience audience)
        : intake_(intake), plan_(plan), audience_(audience) {}

    schedule::CalendarName called(CalendarKind kind, const std::string& typed) {
        switch (kind) {
            case CalendarKind::area:
                return {kind, intake_.id(event::Noun::area, typed)};
            case CalendarKind::collaborator:
                return {kind, party(event::Noun::collaborator, typed)};
            case CalendarKind::crew:
                return {kind, party(event::Noun::crew, typed)};
            case CalendarKind::event:
                break;
        }
        return {};
    }

    /// Refuses a party that is hidden from the public with the words for one that does not exist, so that asking for
    /// calendars tells the public nothing.
    void refuse_hidden(const schedule::CalendarName& calendar) const {
        const bool is_party = calendar.kind == CalendarKind::collaborator || calendar.kind == CalendarKind::crew;
        if (is_party && !schedule::is_named_to(plan_, calendar.id, audience_)) refuse(calendar.kind, calendar.id);
    }

    /// The team is its collaborator's calendar.
    void refuse_hidden_team(const schedule::CalendarName& calendar) const {
        if (calendar.kind != CalendarKind::crew) return;
        const model::CrewMember* person = model::find(plan_.crew, calendar.id);
        if (!person || schedule::is_named_to(plan_, person->collaborator, audience_)) return;
        throw text::Failure(fmt::format("the public may not see the team of `{}`", person->id),
                            {"see the person's own calendar: leave out --with-team"});
    }

  private:
    std::string party(event::Noun noun, const std::string& typed) {
        if (audience_ != schedule::Audience::everyone) return intake_.id(noun, typed);
        const CalendarKind kind = noun == event::Noun::crew ? CalendarKind::crew : CalendarKind::collaborator;
        std::string id;
        try {
            id = intake_.id(noun, typed);
        } catch (const text::Failure&) {
            refuse(kind, typed);
        }
        if (!schedule::is_named_to(plan_, id, audience_)) refuse(kind, typed);
        return id;
    }

    [[noreturn]] static void refuse(CalendarKind kind, const std::string& typed) {
        const bool is_person = kind == CalendarKind::crew;
        throw text::Failure(
            fmt::format("the public may see no {} called {}", is_person ? "person" : "collaborator",
                        text::quoted(typed)),
            {fmt::format("those whom it may: backops {} edit ID --visibility public", is_person ? "crew" : "collab"),
             "or make it for the crew: --audience crew"});
    }

    event::Intake& intake_;
    const model::Plan& plan_;
    schedule::Audience audience_;
};

// `area:foh`, `collab:acme-audio`, `crew:maya-lindt`, `event`.
schedule::CalendarName left_out(const std::string& typed, Calendars& calendars) {
    if (typed == "event") return {};
    const std::size_t colon = typed.find(':');
    const std::string kind = typed.substr(0, colon);
    const std::string rest = colon == std::string::npos ? "" : typed.substr(colon + 1);
    if (kind == "area" && !rest.empty()) return calendars.called(CalendarKind::area, rest);
    if (kind == "collab" && !rest.empty()) return calendars.called(CalendarKind::collaborator, rest);
    if (kind == "crew" && !rest.empty()) return calendars.called(CalendarKind::crew, rest);
    throw text::Failure(fmt::format("{} names no calendar", text::quoted(typed)),
                        {"write --without area:ID, collab:ID, crew:ID or event"}, text::wrong_usage);
}

// What a view says and the command would leave out.
void refuse_unused_keys(const Arguments& arguments, const model::View& view, Purpose purpose) {
    const auto refuse = [&](std::string_view key) {
        throw text::Failure(fmt::format("the view `{}` has `{}`, which `{}` cannot keep to", view.id, key,
                                        arguments.verb->name.empty() ? arguments.noun->name : arguments.verb->name),
                            {"use a view without it, or name the calendars themselves"});
    };
    const auto& options = arguments.verb->options;
    const bool takes_audience = std::ranges::find(options, "--audience", &Option::name) != options.end();
    if (!takes_audience && !view.audience.empty() && view.audience != "private") refuse("audience");
    if (purpose != Purpose::measure) return;
    for (const auto& [key, list] :
         {std::pair("kinds", &view.kinds), {"statuses", &view.statuses}, {"tags", &view.tags}, {"roles", &view.roles}})
        if (!list->empty()) refuse(key);
    if (!view.text.empty()) refuse("text");
}

// The narrower of two audiences, and one time frame: what one view leaves out does not come back by another.
void narrow_by(Selection& selection, const model::View& view) {
    if (!view.audience.empty()) {
        selection.audience = std::min(selection.audience, choice("audience", view.audience, audiences));
    }
    if (view.during.empty()) return;
    if (selection.during && *selection.during != view.during)
        throw text::Failure(
            fmt::format("the views are of different times: `{}` and `{}`", *selection.during, view.during),
            {"use them one by one, or make a view of both"});
    selection.during = view.during;
}

void add_view(Selection& selection, const model::View& view) {
    selection.views.push_back(view.id);
    if (view.event) selection.calendars.push_back({});
    for (const std::string& id : view.areas) selection.calendars.push_back({CalendarKind::area, id});
    for (const std::string& id : view.collaborators) selection.calendars.push_back({CalendarKind::collaborator, id});
    for (const std::string& id : view.crew) selection.calendars.push_back({CalendarKind::crew, id});
    selection.with_team |= view.with_team;
    selection.match_all |= view.match_all;
    selection.kinds.insert(selection.kinds.end(), view.kinds.begin(), view.kinds.end());
    selection.tags.insert(selection.tags.end(), view.tags.begin(), view.tags.end());
    for (const std::string& word : view.statuses) selection.statuses.push_back(choice("statuses", word, statuses));
    for (const std::string& word : view.roles) selection.roles.push_back(choice("roles", word, roles));
    split_words(view.text, selection.words);
    narrow_by(selection, view);
}

// What is typed of one filter stands in the place of what the views say of it.
template <class T, class Read>
void take(const Arguments& arguments, std::string_view option, std::vector<T>& list, Read read) {
    if (arguments.has(option)) list.clear();
    for (const std::string& typed : arguments.values(option)) list.push_back(read(typed));
}

// What would change nothing was meant to change something.
void refuse_idle_options(const Arguments& arguments, const Selection& selection) {
    if (arguments.has("--match") && selection.match_all && selection.calendars.empty())
        throw text::Failure("`--match all` is for calendars, and none is selected",
                            {"name some, such as --area ID --collab ID, or leave --match out"}, text::wrong_usage);
    const bool has_person = std::ranges::find(selection.calendars, CalendarKind::crew, &schedule::CalendarName::kind) !=
                                selection.calendars.end() ||
                            arguments.value("--each") == "crew";
    if (arguments.has("--with-team") && !has_person)
        throw text::Failure("`--with-team` is for people, and none is selected",
                            {"name one: --crew ID --with-team", "a collaborator's own calendar: --collab ID"},
                            text::wrong_usage);
}

void refuse_idle_crew(const Arguments& arguments, const Selection& selection) {
    if (arguments.has("--with-crew") && selection.audience == schedule::Audience::everyone)
        throw text::Failure("`--with-crew` tells who works where, and so is not for the public",
                            {"leave --with-crew out"}, text::wrong_usage);
    const auto is_company = [](const schedule::CalendarName& one) { return one.kind == CalendarKind::collaborator; };
    if (arguments.has("--with-crew") && arguments.value("--each") != "collab" &&
        std::ranges::none_of(selection.calendars, is_company))
        throw text::Failure("`--with-crew` is for collaborators, and none is selected",
                            {"name one: --collab ID --with-crew"}, text::wrong_usage);
}

time::Instant moment(const std::string& typed, event::Intake& intake, const schedule::Zones& zones) {
    return moment_of(intake.time(typed), intake, zones);
}

void narrow(Selection& selection, std::optional<time::Instant> from, std::optional<time::Instant> to) {
    if (from && (!selection.from || *selection.from < *from)) selection.from = from;
    if (to && (!selection.to || *to < *selection.to)) selection.to = to;
}

std::string in_words(time::Instant instant, const schedule::Zones& zones) {
    return time::span_text(zones.of_event().wall_time(instant), std::nullopt);
}

void read_range(Selection& selection, const Arguments& arguments, event::Intake& intake, const model::Plan& plan,
                const schedule::Zones& zones) {
    for (const std::string& day : arguments.values("--day")) selection.days.push_back(intake.day(day));
    if (const auto from = arguments.value("--from")) narrow(selection, moment(*from, intake, zones), std::nullopt);
    if (const auto to = arguments.value("--to")) narrow(selection, std::nullopt, moment(*to, intake, zones));
    if (selection.from && selection.to && *selection.to <= *selection.from)
        throw text::Failure(fmt::format("`--to` ({}) is not after `--from` ({})", in_words(*selection.to, zones),
                                        in_words(*selection.from, zones)),
                            {"the end is not in the range: --from fri --to sat is friday"}, text::wrong_usage);
    if (const auto during = arguments.value("--during")) selection.during = intake.id(event::Noun::timeframe, *during);
    if (!selection.during) return;
    require_sound_timeframe(intake.directory(), *selection.during);
    if (const model::Timeframe* frame = model::find(plan.timeframes, *selection.during)) {
        const schedule::Band band = schedule::band_of(plan, zones, *frame);
        narrow(selection, band.from, band.until);
    }
}

// A typed audience replaces the views' own.
void set_audience(Selection& selection, const Arguments& arguments, const std::vector<model::View>& views,
                  Purpose purpose) {
    const auto typed = arguments.value("--audience");
    const bool is_said = std::ranges::any_of(views, [](const model::View& view) { return !view.audience.empty(); });
    if (typed) selection.audience = choice("--audience", *typed, audiences);
    if (!typed && !is_said)
        selection.audience = purpose == Purpose::publish ? schedule::Audience::crew : schedule::Audience::all;
}

/// The files that rows are made of, and those that decide which there are.
std::set<std::string> paths_of(const model::Plan& plan, const schedule::Schedule& schedule) {
    // A folder that cannot be read may hold anything.
    std::set<std::string> paths{"event.yaml"};
    for (const event::Noun noun : event::folder_nouns) paths.emplace(event::folder(noun));
    const auto add = [&](event::Noun noun, const std::vector<std::string>& ids) {
        for (const std::string& id : ids) paths.insert(event::path_of(noun, id));
    };
    const auto add_people = [&](const std::vector<std::string>& organizers, const model::Participants& participants) {
        for (const auto* people : {&organizers, &participants.required, &participants.optional}) {
            add(event::Noun::collaborator, *people);
            add(event::Noun::crew, *people);
        }
    };
    for (const schedule::Row& row : schedule.rows) {
        const schedule::Occurrence& occurrence = row.occurrence;
        add(event::Noun::activity, {occurrence.activity->id});
        add(event::Noun::area, occurrence.areas());
        add_people(occurrence.organizers(), occurrence.participants());
        // Who is not named to the public may be so by an error in their file.
        const model::Activity* whole = model::find(plan.activities, occurrence.activity->id);
        if (whole && whole != occurrence.activity) add_people(whole->organizers, whole->participants);
    }
    for (const model::Activity& activity : plan.activities) {
        const std::string during = activity.repeat ? activity.repeat->during : "";
        if (!during.empty() && !model::find(plan.timeframes, during)) add(event::Noun::activity, {activity.id});
    }
    return paths;
}

void add_calendars(Selection& selection, const Arguments& arguments, event::Intake& intake, const model::Plan& plan) {
    Calendars calendars(intake, plan, selection.audience);
    if (arguments.has("--event")) selection.calendars.push_back({});
    for (const auto& [option, kind] : {std::pair{"--area", CalendarKind::area},
                                       {"--collab", CalendarKind::collaborator},
                                       {"--crew", CalendarKind::crew}})
        for (const std::string& typed : arguments.values(option))
            selection.calendars.push_back(calendars.called(kind, typed));
    for (const std::string& typed : arguments.values("--without"))
        selection.without.push_back(left_out(typed, calendars));
    selection.with_team |= arguments.has("--with-team");
    for (const schedule::CalendarName& calendar : selection.calendars) {
        calendars.refuse_hidden(calendar);
        if (selection.with_team) calendars.refuse_hidden_team(calendar);
    }
}

}  // namespace

time::Instant moment_of(const time::Entered& entered, event::Intake& intake, const schedule::Zones& zones) {
    const std::int32_t start = entered.is_date ? intake.setting().day_start : 0;
    const time::WallTime wall = entered.is_date ? time::WallTime{entered.time.date, start} : entered.time;
    return zones.of_event().at(wall).instant;
}

std::vector<Option> calendar_options() {
    return {{"--event", "", "the event's own calendar"},
            {"--area", value::area, "an area's calendar", true},
            {"--collab", value::collaborator, "a collaborator's calendar", true},
            {"--crew", value::person, "a person's calendar", true},
            {"--view", {"ID", "<view>"}, "a saved selection", true},
            {"--with-team", "", "with each person's collaborator's calendar"},
            {"--with-crew", "", "with what each collaborator's people have of their own"},
            {"--match", value::match, "what is on any of these calendars (default), or on all"},
            {"--without",
             {"CALENDAR", "event area:<area> collab:<collab> crew:<crew>"},
             "leave out what is on area:ID, collab:ID, crew:ID or event",
             true}};
}

std::vector<Option> range_options() {
    return {{"--day", value::day, "a show day: fri, 2026-06-12, \"day 2\", today", true},
            {"--from", value::time, "from this time on"},
            {"--to", value::time, "before this time"},
            {"--during", value::timeframe, "during a time frame"}};
}

std::vector<Option> filter_options(Purpose purpose) {
    std::vector<Option> options{{"--kind", value::kind, "only this kind", true},
                                {"--status", value::status, "only confirmed, tentative or cancelled", true},
                                {"--tag", "TAG", "only what has this tag", true},
                                {"--role", value::role, "only as organizer, required or optional", true},
                                {"--text", "WORDS", "only what has all these words", true}};
    if (purpose == Purpose::look || purpose == Purpose::publish)
        options.push_back({"--audience", value::audience,
                           purpose == Purpose::look ? "what these may see: public, crew or private (default)"
                                                    : "what these may see: public, crew (default) or private"});
    return options;
}

Selection selection_of(const Arguments& arguments, event::Intake& intake, const model::Plan& plan,
                       const schedule::Zones& zones, Purpose purpose) {
    Selection selection;
    std::vector<model::View> views;
    for (const std::string& typed : arguments.values("--view")) {
        views.push_back(sound_view(intake, typed));
        refuse_unused_keys(arguments, views.back(), purpose);
        add_view(selection, views.back());
    }
    set_audience(selection, arguments, views, purpose);
    add_calendars(selection, arguments, intake, plan);
    selection.with_crew |= arguments.has("--with-crew");
    if (const auto match = arguments.value("--match")) selection.match_all = choice("--match", *match, matches);
    refuse_idle_options(arguments, selection);
    refuse_idle_crew(arguments, selection);
    const auto as_typed = [](const std::string& word) { return word; };
    take(arguments, "--kind", selection.kinds, as_typed);
    take(arguments, "--tag", selection.tags, as_typed);
    take(arguments, "--status", selection.statuses,
         [](const std::string& word) { return choice("--status", word, statuses); });
    take(arguments, "--role", selection.roles, [](const std::string& word) { return choice("--role", word, roles); });
    for (const std::string& words : arguments.values("--text")) split_words(words, selection.words);
    read_range(selection, arguments, intake, plan, zones);
    return selection;
}

bool has_range(const Selection& selection) { return !selection.days.empty() || selection.from || selection.to; }

void warn_of_unknown_words(Session& session, const model::Plan& plan, const Selection& selection) {
    std::set<std::string> kinds, tags;
    for (const model::Activity& activity : plan.activities) {
        if (!activity.kind.empty()) kinds.insert(activity.kind);
        tags.insert(activity.tags.begin(), activity.tags.end());
    }
    const auto warn = [&](std::string_view what, const std::vector<std::string>& asked,
                          const std::set<std::string>& known) {
        const std::vector<std::string> words(known.begin(), known.end());
        for (const std::string& word : asked) {
            if (known.contains(word)) continue;
            session.note(fmt::format("warning: no activity has the {} {}", what, text::quoted(word)));
            if (const auto near = text::nearest(word, words))
                session.note(fmt::format("  hint: did you mean `{}`?", *near));
        }
    };
    warn("kind", selection.kinds, kinds);
    warn("tag", selection.tags, tags);
}

void keep_starting(schedule::Schedule& schedule, const Selection& selection) {
    std::erase_if(schedule.rows, [&](const schedule::Row& row) {
        const schedule::Occurrence& occurrence = row.occurrence;
        const bool day_fits = selection.days.empty() || std::find(selection.days.begin(), selection.days.end(),
                                                                  occurrence.day) != selection.days.end();
        return !day_fits || (selection.from && occurrence.from < *selection.from) ||
               (selection.to && *selection.to <= occurrence.from);
    });
}

text::Problems touching(const event::Loading& loading, const schedule::Schedule& schedule) {
    const text::Problems& problems = loading.problems;
    if (problems.empty()) return {};
    const std::set<std::string> paths = paths_of(loading.plan, schedule);
    const std::set<std::string> harmless{"unknown-reference", "unknown-attribute", "unknown-column", "shared-uid"};
    text::Problems touching;
    for (const text::Problem& problem : problems) {
        const bool may_belong =
            problem.place.file.starts_with("activities/") || problem.place.file.starts_with("timeframes/");
        // A guard that is commented out is taken for the narrowest, and hides its record.
        const bool may_hide = problem.severity == text::Severity::error || problem.rule == "comment";
        if (paths.contains(problem.place.file) || (may_belong && may_hide && !harmless.contains(problem.rule)))
            touching.push_back(problem);
    }
    return touching;
}

}  // namespace backops::cmd
