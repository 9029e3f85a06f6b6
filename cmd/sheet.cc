#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

#include "cmd/each.h"
#include "cmd/lasting.h"
#include "cmd/nouns.h"
#include "cmd/schedule_forms.h"
#include "cmd/sheet_drawing.h"
#include "cmd/sheet_event.h"
#include "cmd/values.h"
#include "cmd/writing.h"
#include "text/failure.h"
#include "text/wording.h"

namespace backops::cmd {
namespace {

using render::Json;

/// What tells the two sheets of a day apart.
struct DaySheet {
    std::string_view name, title;
    Json (render::SheetMaker::*json)(const sheet::Request&);
};
constexpr DaySheet call{"call", "Call sheets", &render::SheetMaker::call_sheet};
constexpr DaySheet day{"day", "Day sheets", &render::SheetMaker::day_sheet};

/// Without a day today's, if today is a day of the event.
time::Date day_of(const Arguments& arguments, SheetEvent& event, const schedule::Selection& selection) {
    if (selection.days.size() == 1) return selection.days.front();
    if (const auto today = event.day_of_event()) return *today;
    throw text::Failure("no day is given, and today is not a day of the event",
                        {fmt::format("such as: backops sheet {} --day \"day 1\"", arguments.verb->name)},
                        text::wrong_usage);
}

/// A few words on a sheet for the index.
std::string note_on(const Json& sheet) {
    if (!sheet.contains("person") || sheet["person"].is_null()) return text::counted(sheet["rows"].size(), "activity");
    const Json& person = sheet["person"];
    if (person["call"].is_null()) return "not called";
    const std::string call = "call " + person["call"].get<std::string>();
    return person["out"].is_null() ? call : call + ", out " + person["out"].get<std::string>();
}

int write_for_each(Session& session, const Arguments& arguments, SheetEvent& event, const sheet::Sources& sources,
                   const sheet::Request& request, const DaySheet& kind) {
    const std::vector<Recipient> all = recipients(arguments, sources.plan(), request.selection);
    const std::string folder = arguments.value("-o", "");
    const schedule::Schedule schedule = sources.schedule_of(request.selection, request.day);
    const Delivery delivery = event.delivery(schedule);
    delivery.refuse_errors();
    const render::OwnKeys own_keys = std::ref(event.own_keys());
    auto& makers = lasting_made<std::vector<std::shared_ptr<render::SheetMaker>>>();
    std::mutex keeping;
    const auto draw_for_thread = [&]() -> Draw {
        auto drawing = std::make_shared<SheetDrawing>(arguments, event.directory(), kind.name, event.screen());
        auto maker = std::make_shared<render::SheetMaker>(sources, own_keys);
        const std::lock_guard held(keeping);
        makers.push_back(maker);
        return [&, drawing, maker](const Recipient& recipient) {
            sheet::Request one = request;
            one.selection.calendars = {recipient.calendar};
            Json json = (*maker.*kind.json)(one);
            Piece piece{drawing->drawn(json), note_on(json)};
            maker->take_back(std::move(json));
            return piece;
        };
    };
    SheetDrawing drawing(arguments, event.directory(), kind.name, event.screen());
    const std::string ending = ending_of(drawing.format());
    const Pieces pieces = write_each(session, folder, ending, all, draw_for_thread);
    const Json index = render::SheetMaker(sources, own_keys).index(request, kind.title, pieces.items);
    write_index(session, folder, ending, drawing.drawn_index(index), pieces);
    return delivery.finish();
}

/// Who is called where and when is for those who work.
void refuse_public(const Arguments& arguments, const DaySheet& kind, schedule::Audience audience) {
    if (audience != schedule::Audience::everyone || kind.name != call.name) return;
    throw text::Failure("a call sheet is not for the public",
                        {"what the public may see of a day: backops sheet day --audience public"},
                        arguments.has("--audience") ? text::wrong_usage : text::refused);
}

int print_sheet(Session& session, const Arguments& arguments, const DaySheet& kind) {
    auto& event = lasting_made<SheetEvent>(session, arguments);
    const schedule::Selection selection = event.selection();
    refuse_public(arguments, kind, selection.audience);
    const sheet::Request request{day_of(arguments, event, selection), selection, asked_zone(arguments)};
    const auto& sources = lasting_made<sheet::Sources>(event.plan(), selection.audience, event.today());
    if (arguments.has("--each")) return write_for_each(session, arguments, event, sources, request, kind);
    SheetDrawing drawing(arguments, event.directory(), kind.name, event.screen());
    render::SheetMaker maker(sources, std::ref(event.own_keys()));
    Json json = (maker.*kind.json)(request);
    return event.delivery(sources.schedule_of(selection, request.day)).deliver(drawing.drawn(json), "");
}

int print_call_sheet(Session& session, const Arguments& arguments) { return print_sheet(session, arguments, call); }

int print_day_sheet(Session& session, const Arguments& arguments) { return print_sheet(session, arguments, day); }

/// Of a happening that has no segments, or none that the audience may see.
[[noreturn]] void refuse_run(const model::Plan& plan, const std::string& name) {
    const std::string id = name.substr(0, name.find('@'));
    if (model::find(plan.activities, id)->segments.empty())
        throw text::Failure(fmt::format("{} has no segments", text::quoted(id)),
                            {fmt::format("a first one: backops activity segment add {} \"Walk on\" --for 5m", id)});
    throw text::Failure(fmt::format("the run of {} is not for this audience", text::quoted(name)),
                        {"a sheet that has everything: --audience private"});
}

int print_run_sheet(Session& session, const Arguments& arguments) {
    SheetEvent event(session, arguments);
    const schedule::Selection selection = event.selection();
    const std::string name = event.occurrence_named(arguments.words[0], selection);
    const sheet::Sources sources(event.plan(), selection.audience, event.today());
    const schedule::Occurrence* occurrence = find_occurrence(sources, name);
    if (!occurrence || occurrence->activity->segments.empty()) refuse_run(event.plan(), name);
    const auto department = arguments.value("--department");
    const sheet::RunRequest request{occurrence, department ? event.column_named(*department) : "",
                                    asked_zone(arguments)};
    SheetDrawing drawing(arguments, event.directory(), "run", event.screen());
    schedule::Schedule touched;
    touched.rows.push_back({*occurrence, {}});
    render::SheetMaker maker(sources, std::ref(event.own_keys()));
    Json json = maker.run_sheet(request);
    return event.delivery(touched).deliver(drawing.drawn(json), "");
}

std::vector<Option> joined(std::initializer_list<std::vector<Option>> groups) {
    std::vector<Option> all;
    for (const auto& group : groups) all.insert(all.end(), group.begin(), group.end());
    return all;
}

Option clock_option() { return {"--tz", value::zone, "all clock times in this zone, such as Europe/London"}; }

std::vector<Option> day_sheet_options() {
    return joined({{{"--day", value::day, "the show day: fri, 2026-06-12, \"day 2\"; without it today's"}},
                   calendar_options(),
                   filter_options(Purpose::publish),
                   each_options(),
                   {clock_option()},
                   sheet_form_options()});
}

/// Of sheets for those who work.
constexpr Option audience_option{
    "--audience", {"WHO", "crew private"}, "what these may see: crew (default) or private"};

std::vector<Option> call_sheet_options() {
    std::vector<Option> options = day_sheet_options();
    *std::ranges::find(options, audience_option.name, &Option::name) = audience_option;
    return options;
}

std::vector<Option> run_sheet_options() {
    return joined({{{"--department", "COLUMN", "only this one of the event's columns"},
                    {"--day", value::day, "of a series, the one on this show day"},
                    audience_option,
                    clock_option()},
                   sheet_form_options()});
}

}  // namespace

Noun sheet_noun() {
    return {"sheet",
            "what people are handed: call sheets, day sheets, run sheets",
            {{"call",
              "Makes the call sheet of a day\n\n"
              "Of everybody, of some calendars, or with --crew of one person.",
              {},
              call_sheet_options(),
              print_call_sheet},
             {"day", "Makes the day sheet, a page for the wall", {}, day_sheet_options(), print_day_sheet},
             {"run",
              "Makes the run sheet of an activity with segments",
              {{"ACTIVITY", "<activity>"}, 1, 1},
              run_sheet_options(),
              print_run_sheet}}};
}

}  // namespace backops::cmd
