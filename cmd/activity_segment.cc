#include <fmt/format.h>

#include <algorithm>

#include "cmd/activity_verbs.h"
#include "cmd/dated_activities.h"
#include "cmd/record_keys.h"
#include "cmd/record_verbs.h"
#include "cmd/session.h"
#include "cmd/values.h"
#include "edits/segments.h"
#include "event/node_values.h"
#include "event/read.h"
#include "render/record_json.h"
#include "render/table.h"
#include "schedule/segments.h"
#include "schedule/timing.h"
#include "text/failure.h"
#include "text/wording.h"

namespace backops::cmd {
namespace {

using event::Draft;

std::vector<Option> keys() {
    return {
        {"--for", "LENGTH", "how long it takes: 5m, 1m30s", false, Effect::set, "duration"},
        {"--start", "CLOCK", "a hard time, the first such after the activity's start: 20:15", false, Effect::set,
         "start"},
        {"--cue", "CUE", "its name on the run sheet, such as 4.2", false, Effect::set, "cue"},
        {"--type", "TEXT", "such as VT, break, transition", false, Effect::set, "type"},
        {"--who",
         {"ID|TEXT", "<collab> <crew>"},
         "a collaborator, a person, or anyone in words",
         true,
         Effect::add,
         "who"},
        {"--location", "TEXT", "where, or which entrance", false, Effect::set, "location"},
        {"--column", "COLUMN=TEXT", "a department's line; the columns are the event's", true, Effect::add, "columns"},
        {"--notes", "TEXT", "may have many lines", false, Effect::set, "notes"}};
}

std::vector<Option> with(std::vector<Option> options, std::vector<Option> more) {
    options.insert(options.end(), more.begin(), more.end());
    return options;
}

// The activity whose run of show it is; it has one run on all its dates.
std::string activity_id(event::Intake& intake, const std::string& typed) {
    const edits::Named named = edits::named(intake, typed);
    if (named.date)
        throw text::Failure(fmt::format("the segments of `{}` are the same on all its dates", named.id),
                            {fmt::format("name the series: {}", named.id)});
    return named.id;
}

std::optional<std::size_t> place_for(const Arguments& arguments, const Draft& draft) {
    const auto before = arguments.value("--before"), after = arguments.value("--after");
    if (before && after)
        throw text::Failure("`--before` and `--after` are both given", {"keep one of them"}, text::wrong_usage);
    if (before) return edits::segment_place(draft, *before);
    if (after) return edits::segment_place(draft, *after) + 1;
    return std::nullopt;
}

// One command that writes to the run of show of the activity that its first word names.
template <class Change>
int change_segments(Session& session, const Arguments& arguments, Change change) {
    event::Directory directory = session.open(files::Access::write);
    event::Intake intake = session.intake(directory);
    DatedActivities activities(directory, intake);
    Draft& draft = activities.draft(activity_id(intake, arguments.words[0]));
    const std::string before = draft.document().text();
    change(draft, intake, activities.told());
    if (draft.document().text() == before)
        activities.told().lines = {fmt::format("nothing to change in {}", draft.id())};
    else
        activities.told().changed.push_back(draft.id());
    session.notices(intake);
    return write(session, arguments, directory, activities.drafts(), activities.told());
}

std::string below(std::size_t place) { return fmt::format("segments.{}.", place + 1); }

int add_segment(Session& session, const Arguments& arguments) {
    return change_segments(session, arguments, [&](Draft& draft, event::Intake& intake, Told& told) {
        const std::size_t place = edits::add_segment(draft, arguments.words[1], place_for(arguments, draft), intake);
        apply_keys(draft, arguments, intake, below(place));
        told.lines.push_back(fmt::format("added to {}: {}", draft.id(), edits::segment_words(draft, place)));
    });
}

// The places of the named segments. All are found before anything changes, because a removal renumbers the segments
// after it. `-` reads the words from standard input; the first word is the activity.
std::vector<std::size_t> named_places(const std::vector<std::string>& words, const Draft& draft) {
    std::vector<std::size_t> places;
    for (std::size_t i = 1; i < words.size(); ++i) {
        const std::size_t place = edits::segment_place(draft, words[i]);
        if (std::ranges::find(places, place) == places.end()) places.push_back(place);
    }
    return places;
}

int edit_segments(Session& session, const Arguments& arguments) {
    needs_change(arguments);
    const std::vector<std::string> words = typed_ids(arguments);
    return change_segments(session, arguments, [&](Draft& draft, event::Intake& intake, Told& told) {
        const std::vector<std::size_t> places = named_places(words, draft);
        if (places.size() > 1 && arguments.value("--cue"))
            throw text::Failure(
                fmt::format("one `--cue` cannot be the cue of {}", text::counted(places.size(), "segment")),
                {"name one segment"}, text::wrong_usage);
        for (const std::size_t place : places) {
            apply_keys(draft, arguments, intake, below(place));
            told.lines.push_back(fmt::format("changed in {}: {}", draft.id(), edits::segment_words(draft, place)));
        }
    });
}

// What follows a removed segment and has no cue has another number now.
std::string renumbered(const Draft& draft, const std::vector<std::size_t>& removed) {
    const std::size_t first = *std::ranges::min_element(removed);
    return edits::has_numbered_segment(draft, first)
               ? fmt::format(
                     "the segments of {0} from {1} on that have no cue are numbered anew: "
                     "backops activity segment list {0}",
                     draft.id(), first + 1)
               : "";
}

int remove_segments(Session& session, const Arguments& arguments) {
    const std::vector<std::string> words = typed_ids(arguments);
    return change_segments(session, arguments, [&](Draft& draft, event::Intake&, Told& told) {
        std::vector<std::size_t> places = named_places(words, draft);
        std::ranges::sort(places, std::greater());
        for (const std::size_t place : places) {
            told.lines.insert(told.lines.begin(),
                              fmt::format("removed from {}: {}", draft.id(), edits::segment_words(draft, place)));
            edits::remove_segment(draft, place);
        }
        if (std::string line = places.empty() ? "" : renumbered(draft, places); !line.empty())
            told.lines.push_back(std::move(line));
    });
}

std::string who_words(event::Directory& directory, const yaml::Node& segment) {
    std::vector<std::string> names;
    for (const std::string& id : event::texts_of(segment, "who")) {
        const auto noun = directory.party(id);
        names.push_back(noun ? directory.name(*noun, id) : id);
    }
    return fmt::format("{}", fmt::join(names, ", "));
}

// What is needed to know when the activity runs; of a series, on the date that it is written on.
model::Plan plan_of_run(event::Directory& directory, const event::RecordFile& file) {
    model::Plan plan;
    plan.event = directory.event();
    plan.activities = {event::read_activity(file)};
    plan.activities[0].repeat.reset();
    for (const std::string& id : plan.activities[0].areas)
        if (directory.exists(event::Noun::area, id))
            plan.areas.push_back(event::read_area(directory.file(event::Noun::area, id)));
    return plan;
}

std::optional<schedule::Occurrence> run_of(const model::Plan& plan) {
    if (plan.activities[0].all_day) return std::nullopt;
    return schedule::occurrence_of(plan, schedule::Zones(plan), plan.activities[0]);
}

int list_segments(Session& session, const Arguments& arguments) {
    const std::string format = format_of(arguments, {"text", "json"});
    event::Directory directory = session.open(files::Access::read);
    event::Intake intake = session.intake(directory);
    const event::RecordFile& file =
        directory.sound_file(event::Noun::activity, activity_id(intake, arguments.words[0]));
    session.notices(intake);
    const model::Plan plan = plan_of_run(directory, file);
    const auto run = run_of(plan);
    if (format == "json") {
        session.out(render::segments_json(file, run));
        return 0;
    }
    const auto times = run ? schedule::segment_times(*run) : std::vector<schedule::SegmentTime>{};
    const auto clock = [&](time::Instant time) { return time::clock_on(run->day, run->zone.wall_time(time)); };
    std::vector<std::vector<std::string>> rows;
    const auto segments = event::records_of(*file.tree, "segments");
    for (std::size_t i = 0; i < segments.size(); ++i) {
        const yaml::Node& segment = *segments[i];
        const std::string cue = event::text_of(segment, "cue");
        const bool is_timed = i < times.size();
        rows.push_back({cue.empty() ? std::to_string(i + 1) : cue, is_timed ? clock(times[i].from) : "",
                        is_timed ? clock(times[i].until) : "", event::text_of(segment, "start"),
                        event::text_of(segment, "duration"), event::text_of(segment, "name"),
                        who_words(directory, segment), event::text_of(segment, "location")});
    }
    if (rows.empty())
        session.note(fmt::format("`{0}` has no segments yet: backops activity segment add {0} NAME", file.id));
    else
        session.out(render::table({"CUE", "FROM", "UNTIL", "START", "LENGTH", "NAME", "WHO", "WHERE"}, rows,
                                  session.width(), session.colour()));
    return 0;
}

}  // namespace

std::vector<Verb> segment_verbs() {
    const std::vector<Option> places{{"--before", "CUE", "before this one; without it, at the end"},
                                     {"--after", "CUE", "behind this one"}};
    std::vector<Option> edits = with_removals(keys());
    edits.insert(edits.begin(), {"--name", "NAME", "another name", false, Effect::set, "name"});
    return {{"segment add",
             "Adds a segment to the run of show of an activity",
             {{"ID NAME", "<id>"}, 2, 2},
             with(with(keys(), places), checked_write_options()),
             add_segment},
            {"segment edit",
             "Changes segments, each named by its cue or else its position",
             {{"ID CUE…", "<id>"}, 2, 1000},
             with(std::move(edits), checked_write_options()),
             edit_segments},
            {"segment rm",
             "Removes segments; positions are those before the command",
             {{"ID CUE…", "<id>"}, 2, 1000},
             checked_write_options(),
             remove_segments},
            {"segment list",
             "Lists the segments of an activity",
             {{"ID", "<id>"}, 1, 1},
             {{"--format", value::text_or_json, "text or json"}},
             list_segments}};
}

}  // namespace backops::cmd
