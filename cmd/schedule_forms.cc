#include "cmd/schedule_forms.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "cmd/choice.h"
#include "cmd/output_file.h"
#include "cmd/selection_options.h"
#include "cmd/writing.h"
#include "render/agenda.h"
#include "text/failure.h"
#include "text/wording.h"

namespace backops::cmd {
namespace {

using render::Drawing;
using render::Screen;

int print(Session& session, const text::Problems& problems, bool wrong) {
    session.print(problems);
    if (wrong) session.note("activities may be missing from this schedule, since the event has errors");
    return wrong ? text::refused : 0;
}

}  // namespace

std::vector<Option> form_options() {
    return {{"--as", "FORM", "how it is drawn: agenda"},
            {"--format", "FORMAT", "text or json"},
            {"-o", "FILE", "write to this file instead of the terminal"},
            {"--force", "", "write the file even if the event has errors"}};
}

int print_schedule(Session& session, const Arguments& arguments, const event::Loading& loading, const schedule::Zones&,
                   const schedule::Selection& selection, schedule::Schedule schedule) {
    const std::string format = format_of(arguments, {"text", "json"});
    if (const auto form = arguments.value("--as"); form && *form != "agenda") refuse_choice("--as", *form, {"agenda"});
    const auto file = arguments.value("-o");
    if (file) refuse_record(*file, session.root());
    const text::Problems problems = touching(loading.problems, schedule);
    const bool wrong = text::any_error(problems);
    const Screen screen{session.width(), session.colour() && !file};
    const std::string text = format == "json" ? render::schedule_json(loading.plan, schedule)
                                              : render::agenda_text({loading.plan, schedule, selection}, screen);
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
    return print(session, problems, wrong);
}

}  // namespace backops::cmd
