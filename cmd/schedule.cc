#include <fmt/format.h>

#include <algorithm>

#include "cmd/nouns.h"
#include "cmd/output_file.h"
#include "cmd/selection_options.h"
#include "cmd/session.h"
#include "cmd/writing.h"
#include "event/load.h"
#include "render/agenda.h"
#include "schedule/selection.h"
#include "text/failure.h"
#include "text/wording.h"

namespace backops::cmd {
namespace {

// A person's own calendar is often empty where their band's or company's is full.
void suggest_team(Session& session, const model::Plan& plan, const schedule::Zones& zones,
                  schedule::Selection selection) {
    const bool has_person = std::any_of(
        selection.calendars.begin(), selection.calendars.end(),
        [](const schedule::CalendarName& calendar) { return calendar.kind == schedule::CalendarKind::crew; });
    if (selection.with_team || !has_person) return;
    selection.with_team = true;
    const std::size_t more = schedule::schedule_of(plan, zones, selection).rows.size();
    if (more > 0)
        session.note(
            fmt::format("with their collaborator's there are {}: add --with-team", text::counted(more, "activity")));
}

int print_schedule(Session& session, const Arguments& arguments) {
    const std::string format = format_of(arguments, {"text", "json"});
    if (const auto form = arguments.value("--as"); form && *form != "agenda")
        throw text::Failure(fmt::format("{} is no value of `--as`: it is agenda", text::quoted(*form)), {},
                            text::wrong_usage);
    const auto file = arguments.value("-o");
    if (file) refuse_record(*file, session.root());
    event::Directory directory = session.open(files::Access::read);
    const event::Loading loading = event::load(directory);
    event::Intake intake = session.intake(directory);
    const schedule::Zones zones(loading.plan);
    const schedule::Selection selection = selection_of(arguments, intake, loading.plan, zones);
    const schedule::Schedule schedule = schedule::schedule_of(loading.plan, zones, selection);
    session.notices(intake);

    const text::Problems problems = touching(loading.problems, schedule);
    const bool wrong = text::any_error(problems);
    const render::Screen screen{session.width(), session.colour() && !file};
    const std::string text = format == "json" ? render::schedule_json(loading.plan, schedule)
                                              : render::agenda_text(loading.plan, schedule, selection, screen);
    if (file && wrong && !arguments.has("--force")) {
        session.print(problems);
        throw text::Failure(fmt::format("{} was not written, since the event has errors", text::quoted(*file)),
                            {"mend them, or write it all the same with --force"});
    }
    if (file) {
        write_file(*file, text);
        session.note(fmt::format("wrote {}: {}", *file, text::counted(schedule.rows.size(), "activity")));
    } else {
        session.out(text);
    }
    session.print(problems);
    if (wrong) session.note("activities may be missing from this schedule, since the event has errors");
    if (schedule.rows.empty()) suggest_team(session, loading.plan, zones, selection);
    return wrong ? text::refused : 0;
}

}  // namespace

Noun schedule_noun() {
    std::vector<Option> options = calendar_options();
    for (const auto& more : {range_options(), filter_options()})
        options.insert(options.end(), more.begin(), more.end());
    const std::vector<Option> own{{"--as", "FORM", "how it is drawn: agenda"},
                                  {"--format", "FORMAT", "text or json"},
                                  {"-o", "FILE", "write to this file instead of the terminal"},
                                  {"--force", "", "write the file even if the event has errors"}};
    options.insert(options.end(), own.begin(), own.end());
    return {"schedule",
            "who is where, when: any calendars, merged",
            {{"",
              "Prints the merged schedule of any calendars; of none, all activities",
              {},
              std::move(options),
              print_schedule}}};
}

}  // namespace backops::cmd
