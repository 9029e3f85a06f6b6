#include <fmt/format.h>

#include <algorithm>

#include "cmd/activity_verbs.h"
#include "cmd/dated_activities.h"
#include "cmd/record_changes.h"
#include "cmd/session.h"
#include "edits/skip.h"
#include "edits/split.h"
#include "text/failure.h"
#include "text/wording.h"
#include "time/phrase.h"

namespace backops::cmd {
namespace {

using edits::Named;
using event::Draft;

// A person reads no longer list, and each line takes reading the series on that date.
constexpr std::size_t most_described = 100;

bool has_change(const Draft& series, time::Date date) {
    return yaml::at(series.document().root(), {"repeat", "changes", time::to_text(date)}) != nullptr;
}

// What the rule has behind the last date that stays, up to the last on which it happens.
std::vector<time::Date> gone_with(const edits::SeriesDates& dates, time::Date first) {
    const auto last = dates.last_before(first);
    std::vector<time::Date> gone;
    for (const time::Date date : dates.all())
        if (last && *last < date) gone.push_back(date);
    while (!gone.empty() && dates.is_skipped(gone.back())) gone.pop_back();
    return gone;
}

void end_series(DatedActivities& activities, const Named& named, std::string_view verb) {
    const edits::SeriesDates dates = activities.dates(named.id);
    dates.require_in_rule(named);
    Draft& series = activities.draft(named.id);
    const std::vector<time::Date> gone = gone_with(dates, *named.date);
    const auto happening =
        static_cast<std::size_t>(std::ranges::count_if(gone, [&](time::Date date) { return !dates.is_skipped(date); }));
    const auto last = dates.last_before(*named.date);
    edits::end_before(series, dates, *named.date, activities.intake());
    activities.told().changed.push_back(edits::to_text(named));
    activities.told().lines.push_back(fmt::format("{} {}: {} gone, the last is now {}", verb, edits::to_text(named),
                                                  text::counted(happening, "date"), time::long_day(*last)));
    if (gone.empty()) return;
    if (const auto options = edits::to_go_on(activities.dates(named.id), gone))
        activities.told().lines.push_back(
            fmt::format("to let it go on again: backops activity edit {} {}", named.id, *options));
}

void skip_one(DatedActivities& activities, const Named& named, std::string_view verb) {
    const edits::SeriesDates dates = activities.dates(named.id);
    dates.require_in_rule(named);
    Draft& series = activities.draft(named.id);
    const std::string day = time::long_day(*named.date);
    const bool changed = has_change(series, *named.date);
    if (!edits::skip(series, dates, *named.date)) {
        activities.told().lines.push_back(fmt::format("{} is skipped already: {}", edits::to_text(named), day));
        return;
    }
    activities.told().changed.push_back(edits::to_text(named));
    activities.told().lines.push_back(
        fmt::format("{} {}: {}{}", verb, edits::to_text(named), day, changed ? ", and what was changed on it" : ""));
}

void leave_out(DatedActivities& activities, const Named& named, std::string_view verb) {
    named.following ? end_series(activities, named, verb) : skip_one(activities, named, verb);
}

// A series that was ended with `skip ID@DATE..` has nothing to bring back, and goes on by an edit.
void require_reached(const edits::SeriesDates& dates, const Named& named) {
    if (dates.all().empty() || *named.date <= dates.all().back() || dates.continued(named)) return;
    const auto options = edits::to_go_on(dates, std::span(&*named.date, 1));
    if (!options) return;
    throw text::Failure(fmt::format("`{}` ends before that, with {}", named.id, time::long_day(dates.all().back())),
                        {fmt::format("to let it go on: backops activity edit {} {}", named.id, *options)});
}

void bring_back(DatedActivities& activities, const Named& named) {
    const edits::SeriesDates dates = activities.dates(named.id);
    if (named.date) require_reached(dates, named);
    if (named.date && !named.following) dates.require_in_rule(named);
    Draft& series = activities.draft(named.id);
    const auto back = edits::unskip(series, [&](time::Date date) {
        return !named.date || (named.following ? date >= *named.date : date == *named.date);
    });
    for (std::size_t i = 0; i < back.size(); ++i) {
        const Named date{named.id, back[i], false};
        if (i < most_described)
            activities.tell_changed(date, "brought back");
        else
            activities.told().changed.push_back(edits::to_text(date));
    }
    if (back.size() > most_described)
        activities.told().lines.push_back(fmt::format("brought back {} more", back.size() - most_described));
    if (back.empty()) activities.told().lines.push_back(fmt::format("nothing is skipped in {}", edits::to_text(named)));
}

Named named_date(event::Intake& intake, const std::string& word) {
    Named named = edits::named(intake, word);
    if (named.date) return named;
    throw text::Failure(
        fmt::format("{} names no date", text::quoted(word)),
        {fmt::format("write which date is left out: {}@DATE, or {}@DATE.. for all from then on", named.id, named.id),
         fmt::format("to remove it: backops activity rm {}", named.id)},
        text::wrong_usage);
}

}  // namespace

int skip_dates(Session& session, const Arguments& arguments) {
    const std::vector<std::string> words = typed_ids(arguments);
    event::Directory directory = session.open(files::Access::write);
    event::Intake intake = session.intake(directory);
    DatedActivities activities(directory, intake);
    for (const std::string& word : words) leave_out(activities, named_date(intake, word), "skipped");
    session.notices(intake);
    return write(session, arguments, directory, activities.drafts(), activities.told());
}

int unskip_dates(Session& session, const Arguments& arguments) {
    const std::vector<std::string> words = typed_ids(arguments);
    event::Directory directory = session.open(files::Access::write);
    event::Intake intake = session.intake(directory);
    DatedActivities activities(directory, intake);
    for (const std::string& word : words) bring_back(activities, edits::named(intake, word));
    session.notices(intake);
    return write(session, arguments, directory, activities.drafts(), activities.told());
}

int remove_activities(Session& session, const Arguments& arguments) {
    const std::vector<std::string> words = typed_ids(arguments);
    event::Directory directory = session.open(files::Access::write);
    event::Intake intake = session.intake(directory);
    DatedActivities activities(directory, intake);
    std::vector<std::string> whole;
    for (const std::string& word : words) {
        const std::string series = word.substr(0, word.rfind('@'));
        if (series == word || directory.exists(event::Noun::activity, word)) {
            whole.push_back(word);
            continue;
        }
        whole_id(intake, event::Noun::activity, series);
        const Named named = edits::named(intake, word);
        if (named.following && activities.is_whole(named))
            whole.push_back(named.id);
        else
            leave_out(activities, named, "removed");
    }
    if (!whole.empty()) remove(activities.drafts(), intake, event::Noun::activity, whole, arguments, activities.told());
    session.notices(intake);
    return write(session, arguments, directory, activities.drafts(), activities.told());
}

}  // namespace backops::cmd
