#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "cmd/lasting.h"
#include "cmd/nouns.h"
#include "cmd/schedule_forms.h"
#include "cmd/schedule_verbs.h"
#include "cmd/selection_options.h"
#include "cmd/session.h"
#include "event/load.h"
#include "schedule/selection.h"
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
        session.note(fmt::format("{} with their collaborator's: add --with-team", text::counted(more, "activity")));
}

int print_selected(Session& session, const Arguments& arguments) {
    event::Directory& directory = lasting(session.open(files::Access::read));
    schedule::Selection selection;
    std::optional<event::Intake> intake;
    const event::Loading& loading = lasting(event::load(directory, [&](const model::Plan& plan) {
        intake.emplace(session.intake(directory));
        const schedule::Zones zones(plan);
        selection = selection_of(arguments, *intake, plan, zones);
        // Whether any activity has a word that is asked for can only be said of all.
        const bool asks_for_words = !selection.kinds.empty() || !selection.tags.empty();
        return asks_for_words ? std::nullopt : schedule::days_to_expand(selection, zones);
    }));
    const schedule::Zones zones(loading.plan);
    schedule::Schedule schedule = schedule::schedule_of(loading.plan, zones, rows_for_format(arguments, selection));
    session.notices(*intake);
    const bool is_empty = schedule.rows.empty();
    const int status = print_schedule(session, arguments, {directory, loading, zones, selection, std::move(schedule)});
    if (is_empty) suggest_team(session, loading.plan, zones, selection);
    return status;
}

}  // namespace

Noun schedule_noun() {
    std::vector<Option> options = calendar_options();
    for (const auto& more : {range_options(), filter_options(), form_options()})
        options.insert(options.end(), more.begin(), more.end());
    return {"schedule",
            "who is where, when: any calendars, merged",
            {{"",
              "Prints the merged schedule of any calendars; of none, all activities",
              {},
              std::move(options),
              print_selected},
             now_verb(),
             next_verb(),
             at_verb(),
             free_verb(),
             conflicts_verb()}};
}

}  // namespace backops::cmd
