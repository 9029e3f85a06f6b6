#include <fmt/format.h>

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

int print_schedule(Session& session, const Arguments& arguments) {
    const std::string format = format_of(arguments, {"text", "json"});
    if (const auto form = arguments.value("--as"); form && *form != "agenda")
        throw text::Failure(fmt::format("{} is no value of `--as`: it is agenda", text::quoted(*form)), {},
                            text::wrong_usage);
    event::Directory directory = session.open(files::Access::read);
    const event::Loading loading = event::load(directory);
    event::Intake intake = session.intake(directory);
    const schedule::Zones zones(loading.plan);
    const schedule::Selection selection = selection_of(arguments, intake, loading.plan, zones);
    const schedule::Schedule schedule = schedule::schedule_of(loading.plan, zones, selection);
    session.notices(intake);

    const text::Problems problems = touching(loading.problems, schedule);
    const bool wrong = text::any_error(problems);
    const auto file = arguments.value("-o");
    const render::Screen screen{session.width(), session.colour() && !file};
    const std::string text = format == "json" ? render::schedule_json(loading.plan, schedule)
                                              : render::agenda_text(loading.plan, schedule, selection, screen);
    if (file && wrong && !arguments.has("--force")) {
        session.print(problems);
        throw text::Failure(fmt::format("{} was not written, since the event has errors", text::quoted(*file)),
                            {"mend them, or write it all the same with --force"});
    }
    if (file)
        write_file(*file, text);
    else
        session.out(text);
    session.print(problems);
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
