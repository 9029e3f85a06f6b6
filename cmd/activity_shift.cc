#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "cmd/activity_verbs.h"
#include "cmd/dated_activities.h"
#include "cmd/record_changes.h"
#include "cmd/selection_options.h"
#include "cmd/session.h"
#include "edits/occurrence.h"
#include "edits/shift.h"
#include "event/load.h"
#include "event/node_values.h"
#include "text/failure.h"
#include "text/wording.h"
#include "time/entry.h"

namespace backops::cmd {
namespace {

using edits::Named;
using event::Draft;

std::int64_t distance(const Arguments& arguments) {
    const auto typed = arguments.value("--by");
    if (!typed)
        throw text::Failure("`--by` is missing: how far?", {"later: --by 15m, earlier: --by -15m"}, text::wrong_usage);
    const auto by = time::parse_shift(*typed);
    if (!by) throw text::Failure("--by: " + by.error, by.hints, text::wrong_usage);
    return *by;
}

bool selects(const Arguments& arguments) {
    for (const auto& options : {calendar_options(), range_options(), filter_options(Purpose::select)})
        for (const Option& option : options)
            if (arguments.has(option.name)) return true;
    return false;
}

void needs_activities(const Arguments& arguments) {
    const bool selected = selects(arguments);
    if (arguments.words.empty() && !selected)
        throw text::Failure("nothing says what to shift",
                            {"name activities, or select them: --area main-stage --from \"fri 14:00\""},
                            text::wrong_usage);
    if (!arguments.words.empty() && selected)
        throw text::Failure("activities are named and selected too",
                            {"give ids, or options such as --area and --day, but not both"}, text::wrong_usage);
}

// `--from` alone means to the end of that show day.
void end_of_day(schedule::Selection& selection, const Arguments& arguments, event::Intake& intake,
                const schedule::Zones& zones) {
    if (!arguments.has("--from") || selection.to || !selection.days.empty()) return;
    const std::int32_t day_start = intake.setting().day_start;
    const time::Date day = time::show_day(zones.of_event().wall_time(*selection.from), day_start);
    selection.to = zones.of_event().at({day + 1, day_start}).instant;
}

// A series is meant as a whole when all of it is selected, without a range; else its selected dates.
std::vector<Named> as_named(const schedule::Schedule& schedule, const model::Plan& plan, const schedule::Zones& zones,
                            bool ranged) {
    std::map<const model::Activity*, std::size_t> selected, all;
    for (const schedule::Row& row : schedule.rows) ++selected[row.occurrence.activity];
    if (!ranged)
        for (const schedule::Occurrence& one : schedule::occurrences(plan, zones, std::nullopt)) ++all[one.activity];
    std::vector<Named> named;
    for (const schedule::Row& row : schedule.rows) {
        const model::Activity* activity = row.occurrence.activity;
        const bool whole = !row.occurrence.original || (!ranged && selected[activity] == all[activity]);
        Named one{activity->id, whole ? std::nullopt : row.occurrence.original, false};
        if (std::ranges::find(named, one) == named.end()) named.push_back(std::move(one));
    }
    return named;
}

// A file that cannot be read may hold what is to be shifted: then nothing is.
std::vector<Named> selected(const Arguments& arguments, event::Directory& directory, event::Intake& intake) {
    const event::Loading loading = event::load(directory);
    const schedule::Zones zones(loading.plan);
    schedule::Selection selection = selection_of(arguments, intake, loading.plan, zones);
    end_of_day(selection, arguments, intake, zones);
    schedule::Schedule schedule = schedule::schedule_of(loading.plan, zones, selection);
    keep_starting(schedule, selection);
    const text::Problems problems = touching(loading, schedule);
    if (text::any_error(problems))
        throw text::Failure(problems, "nothing was shifted, since what is to be shifted cannot be read for sure");
    return as_named(schedule, loading.plan, zones, has_range(selection));
}

class Shifting {
  public:
    /// `by_name`: what stays is meant all the same, so it is said how it moves.
    Shifting(DatedActivities& activities, std::int64_t by, bool by_name)
        : activities_(activities), by_(by), by_name_(by_name) {}

    void add(const Named& named) {
        if (named.date) activities_.dates(named.id).require(named);
        Draft& draft = activities_.draft(named.id);
        if (const auto reason = edits::reason_to_stay(draft, by_)) return tell_stays(named, *reason);
        const std::string before = draft.document().text();
        if (activities_.is_whole(named))
            edits::shift(draft, by_, activities_.intake());
        else if (named.following)
            return shift_following(named);
        else
            edits::shift_date(draft, *named.date, by_, activities_.intake());
        if (draft.document().text() == before) return activities_.tell_same(named);
        activities_.tell_changed(named, "shifted");
    }

  private:
    void tell_stays(const Named& named, const std::string& reason) {
        activities_.told().lines.push_back(
            fmt::format("stays {}: {}, {}", edits::to_text(named), activities_.described(named), reason));
        if (by_name_)
            activities_.told().lines.push_back(
                fmt::format("to move it all the same: backops activity edit {} --start TIME", edits::to_text(named)));
    }

    void shift_following(const Named& named) {
        const std::string name = event::text_of(activities_.draft(named.id).document().root(), "name");
        const std::string id = activities_.new_id(name, {time::to_text(*named.date)});
        edits::shift(activities_.split(named, id), by_, activities_.intake());
        activities_.told().lines.push_back(fmt::format("{}: {}", id, activities_.described({id, std::nullopt, false})));
    }

    DatedActivities& activities_;
    std::int64_t by_;
    bool by_name_;
};

}  // namespace

int shift_activities(Session& session, const Arguments& arguments) {
    const std::int64_t by = distance(arguments);
    needs_activities(arguments);
    const std::vector<std::string> words = typed_ids(arguments);
    event::Directory directory = session.open(files::Access::write);
    event::Intake intake = session.intake(directory);
    DatedActivities activities(directory, intake);
    const std::vector<Named> all =
        arguments.words.empty() ? selected(arguments, directory, intake) : activities.named(words);
    Shifting shifting(activities, by, !arguments.words.empty());
    for (const Named& named : all) shifting.add(named);
    if (all.empty()) activities.told().lines.emplace_back("nothing to shift: nothing that is selected starts there");
    session.notices(intake);
    return write(session, arguments, directory, activities.drafts(), activities.told());
}

}  // namespace backops::cmd
