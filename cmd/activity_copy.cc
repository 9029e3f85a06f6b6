#include <fmt/format.h>

#include <algorithm>

#include "cmd/activity_verbs.h"
#include "cmd/dated_activities.h"
#include "cmd/describing.h"
#include "cmd/record_changes.h"
#include "cmd/session.h"
#include "edits/copy.h"
#include "edits/occurrence.h"
#include "edits/split.h"
#include "event/node_values.h"
#include "event/timing.h"
#include "text/failure.h"
#include "text/wording.h"
#include "time/phrase.h"

namespace backops::cmd {
namespace {

using edits::Named;
using event::Draft;

// What each copy is told, read once.
struct Wanted {
    std::vector<time::Date> days;
    std::optional<std::string> start, name, id;
    std::vector<std::string> areas;
};

Wanted wanted_of(const Arguments& arguments, event::Intake& intake) {
    Wanted wanted{{}, arguments.value("--start"), arguments.value("--name"), typed_id(arguments), {}};
    for (const std::string& day : arguments.values("--to")) wanted.days.push_back(intake.day(day));
    for (const std::string& area : arguments.values("--area"))
        wanted.areas.push_back(intake.id(event::Noun::area, area));
    if (!wanted.days.empty() && wanted.start)
        throw text::Failure("`--to` and `--start` are both given", {"--to keeps the clock time, --start gives another"},
                            text::wrong_usage);
    return wanted;
}

class Copying {
  public:
    Copying(DatedActivities& activities, Wanted wanted) : activities_(activities), wanted_(std::move(wanted)) {}

    void add(const Named& named) {
        if (named.date) activities_.dates(named.id).require(named);
        if (wanted_.days.empty()) return add_copy(named, std::nullopt);
        for (const time::Date day : wanted_.days) {
            if (falls_on(named, day))
                leave_out(named, day);
            else
                add_copy(named, day);
        }
    }

  private:
    bool is_series(const Named& named) {
        const bool repeats = activities_.draft(named.id).document().root().find("repeat") != nullptr;
        return repeats && (!named.date || named.following);
    }

    // Whether the series is on that show day anyway.
    bool falls_on(const Named& named, time::Date day) {
        Draft& draft = activities_.draft(named.id);
        if (!draft.document().root().find("repeat")) return false;
        const edits::SeriesDates dates = activities_.dates(named.id);
        const time::Date usual = *edits::show_day_of(draft, activities_.intake());
        const time::Date date = dates.activity().start.date + (day - usual);
        return dates.has(date) && !dates.is_skipped(date);
    }

    void leave_out(const Named& named, time::Date day) {
        activities_.told().lines.push_back(
            fmt::format("left out {}: it happens on {} anyway", edits::to_text(named), time::long_day(day)));
    }

    // What is copied, as a record by itself.
    Draft original(const Named& named) {
        Draft& draft = activities_.draft(named.id);
        if (named.date && !named.following) return edits::single(draft, *named.date, activities_.intake());
        return draft;
    }

    Draft& fresh(const Named& named, const Draft& from, const std::string& id) {
        if (!named.date || !named.following || activities_.is_whole(named))
            return edits::copy(activities_.drafts(), from, id);
        const Draft rest = edits::rest_of(from, activities_.dates(named.id), *named.date, id, activities_.intake());
        return edits::copy(activities_.drafts(), rest, id);
    }

    void add_copy(const Named& named, std::optional<time::Date> day) {
        if (is_series(named) && (day || wanted_.start))
            throw text::Failure(fmt::format("`{}` is a series, and a copy on another day is of one of its dates",
                                            edits::to_text(named)),
                                {fmt::format("name the date: backops activity copy {}@DATE …", named.id)});
        event::Intake& intake = activities_.intake();
        Draft moved = original(named);
        if (day) edits::move_to_day(moved, *day, intake);
        if (wanted_.start) event::set_timing(moved, {wanted_.start, std::nullopt, std::nullopt, false}, intake);
        if (wanted_.name) moved.set("name", *wanted_.name, intake);
        if (!wanted_.areas.empty()) {
            std::vector<yaml::Value> areas;
            for (const std::string& area : wanted_.areas) areas.push_back(yaml::Value::scalar(area));
            moved.put("areas", yaml::Value::list(std::move(areas)));
        }
        const std::string name = event::text_of(moved.document().root(), "name");
        const std::string id =
            wanted_.id ? activities_.wanted_id(*wanted_.id) : activities_.new_id(name, distinctions(moved));
        const Draft& made = fresh(named, moved, id);
        activities_.told().added.push_back(id);
        activities_.told().lines.push_back(fmt::format("copied {} to {}: {}", edits::to_text(named), id,
                                                       described(activities_.directory(), made.read())));
    }

    // What is different in the copy: where it is, and when.
    std::vector<std::string> distinctions(const Draft& moved) {
        std::vector<std::string> words;
        if (!wanted_.areas.empty()) words.push_back(wanted_.areas.front());
        if (const auto day = edits::show_day_of(moved, activities_.intake())) words.push_back(time::to_text(*day));
        return words;
    }

    DatedActivities& activities_;
    Wanted wanted_;
};

void one_copy_for_one_id(const Wanted& wanted, std::size_t activities) {
    const std::size_t copies = activities * std::max<std::size_t>(wanted.days.size(), 1);
    if (wanted.id && copies > 1)
        throw text::Failure(fmt::format("one `--id` cannot be the id of {}", text::counted(copies, "copy")), {},
                            text::wrong_usage);
}

void needs_difference(const Arguments& arguments) {
    for (const char* option : {"--to", "--start", "--area", "--name", "--id"})
        if (arguments.has(option)) return;
    throw text::Failure("nothing says what is different in the copy",
                        {"another day: --to DAY, another time: --start TIME, another place: --area ID, or --name NAME"},
                        text::wrong_usage);
}

}  // namespace

int copy_activities(Session& session, const Arguments& arguments) {
    needs_difference(arguments);
    const std::vector<std::string> words = typed_ids(arguments);
    event::Directory directory = session.open(files::Access::write);
    event::Intake intake = session.intake(directory);
    DatedActivities activities(directory, intake);
    const Wanted wanted = wanted_of(arguments, intake);
    const std::vector<Named> all = activities.named(words);
    one_copy_for_one_id(wanted, all.size());
    Copying copying(activities, wanted);
    for (const Named& named : all) copying.add(named);
    session.notices(intake);
    return write(session, arguments, directory, activities.drafts(), activities.told());
}

}  // namespace backops::cmd
