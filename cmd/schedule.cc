#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "cmd/delivery.h"
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

/// How many more activities people's teams have; 0 without people or where these are there already.
std::size_t of_teams(const model::Plan& plan, const schedule::Zones& zones, schedule::Selection selection,
                     std::size_t shown) {
    const auto is_person = [](const auto& calendar) { return calendar.kind == schedule::CalendarKind::crew; };
    if (selection.with_team || std::ranges::none_of(selection.calendars, is_person)) return 0;
    selection.with_team = true;
    return std::max(schedule::schedule_of(plan, zones, selection).rows.size(), shown) - shown;
}

// A person's own calendar is often empty where their band's or company's is full.
void suggest_team(Session& session, const Arguments& arguments, std::size_t more, bool is_empty) {
    if (more == 0) return;
    const std::string line = fmt::format("{} more with their team: add --with-team", more);
    const bool is_read = !file_of(arguments) && arguments.value("--format", "text") == "text";
    if (is_read && !is_empty)
        session.out(line + "\n");
    else if (is_read || is_empty)
        session.note(line);
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
    const std::size_t shown = schedule.rows.size();
    const int status = print_schedule(session, arguments, {directory, loading, zones, selection, std::move(schedule)});
    suggest_team(session, arguments, of_teams(loading.plan, zones, selection, shown), shown == 0);
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
