#include <fmt/format.h>

#include <algorithm>

#include "cmd/activity_verbs.h"
#include "cmd/dated_activities.h"
#include "cmd/record_changes.h"
#include "cmd/record_keys.h"
#include "cmd/session.h"
#include "edits/kept.h"
#include "edits/occurrence.h"
#include "event/node_values.h"
#include "text/failure.h"
#include "text/wording.h"

namespace backops::cmd {
namespace {

using edits::Named;
using event::Draft;

// Two texts of one command may come one after the other, so what was there before this step counts.
void tell(DatedActivities& activities, const Named& named, const std::string& before) {
    if (activities.draft(named.id).document().text() == before) return activities.tell_same(named);
    activities.tell_changed(named, "changed");
}

void tell_kept(DatedActivities& activities, const Draft& before, const Draft& after) {
    for (const edits::Kept& kept : edits::kept(before, after)) {
        std::vector<std::string> names;
        for (const time::Date date : kept.dates) names.push_back(edits::to_text(Named{after.id(), date}));
        activities.told().lines.push_back(fmt::format("{} of its dates {} own {}: {}", names.size(),
                                                      names.size() == 1 ? "keeps its" : "keep their", kept.what,
                                                      text::listed(names, 5)));
    }
}

void edit_whole(DatedActivities& activities, const Named& named, const Arguments& arguments) {
    Draft& draft = activities.draft(named.id);
    const Draft before = draft;
    apply_options(draft, arguments, activities.intake());
    tell(activities, {named.id, std::nullopt, false}, before.document().text());
    tell_kept(activities, before, draft);
}

/// What an edit of several met in dates of series: keys that their series alone has.
struct Shared {
    bool takes_series = false;              ///< --series: such keys are written to the series
    bool is_alone = false;                  ///< one id is edited, and its refusal says all
    std::vector<std::string> keys, dates;   ///< that were refused
    std::vector<std::string> whole_series;  ///< that were written to
};

void add_once(std::vector<std::string>& all, const std::string& one) {
    if (std::ranges::find(all, one) == all.end()) all.push_back(one);
}

/// False: it is refused.
bool edit_shared(DatedActivities& activities, const Named& named, const Draft& wanted, Shared& shared) {
    Draft& series = activities.draft(named.id);
    const auto keys = edits::shared_keys(series, *named.date, wanted, activities.intake());
    if (keys.empty() || (shared.is_alone && !shared.takes_series)) return true;
    if (!shared.takes_series) {
        for (const std::string& key : keys) add_once(shared.keys, fmt::format("`{}`", key));
        shared.dates.push_back(edits::to_text(named));
        return false;
    }
    edits::put_shared(series, wanted, keys);
    shared.whole_series.push_back(named.id);
    activities.told().changed.push_back(named.id);
    activities.told().lines.push_back(fmt::format("changed {} on all its dates: {}", named.id, text::listed(keys)));
    return true;
}

void edit_date(DatedActivities& activities, const Named& named, const Arguments& arguments, Shared& shared) {
    activities.dates(named.id).require(named);
    Draft& series = activities.draft(named.id);
    Draft wanted = edits::single(series, *named.date, activities.intake());
    apply_options(wanted, arguments, activities.intake());
    if (!edit_shared(activities, named, wanted, shared)) return;
    const std::string before = series.document().text();
    edits::set_change(series, *named.date, wanted, activities.intake());
    const bool is_same = series.document().text() == before;
    if (is_same && std::ranges::find(shared.whole_series, named.id) != shared.whole_series.end()) return;
    tell(activities, named, before);
}

// One transaction: with some of them refused, nothing is written.
void require_none(const Shared& shared) {
    constexpr std::size_t most = 12;
    if (shared.dates.empty()) return;
    const bool one = shared.keys.size() == 1;
    throw text::Failure(
        fmt::format("{} {} the same on all dates of a series, and {} {}", text::listed(shared.keys), one ? "is" : "are",
                    text::listed(shared.dates, most), shared.dates.size() == 1 ? "is one date" : "are single dates"),
        {fmt::format("to write {} to the whole series of each: add --series", one ? "it" : "them"),
         "or name only activities that happen once, and series as a whole"});
}

void edit_following(DatedActivities& activities, const Named& named, const Arguments& arguments) {
    activities.dates(named.id).require(named);
    Draft& series = activities.draft(named.id);
    const std::string name = event::text_of(series.document().root(), "name");
    const std::string id = activities.new_id(name, {time::to_text(*named.date)});
    Draft& rest = activities.split(named, id);
    const Draft before = rest;
    apply_options(rest, arguments, activities.intake());
    activities.told().lines.push_back(fmt::format("{}: {}", id, activities.described({id, std::nullopt, false})));
    tell_kept(activities, before, rest);
}

void rename_date(DatedActivities& activities, const Named& named, const Arguments& arguments) {
    if (typed_id(arguments))
        throw text::Failure(fmt::format("`{}` is a date of a series, and has no id of its own", edits::to_text(named)),
                            {"leave out --id and give NAME: the name of that date"}, text::wrong_usage);
    activities.dates(named.id).require(named);
    Draft& series = activities.draft(named.id);
    Draft wanted = edits::single(series, *named.date, activities.intake());
    wanted.set("name", arguments.words[1], activities.intake());
    edits::set_change(series, *named.date, wanted, activities.intake());
    activities.told().changed.push_back(edits::to_text(named));
    activities.told().lines.push_back(fmt::format("renamed {}: {}", edits::to_text(named), arguments.words[1]));
}

void rename_following(DatedActivities& activities, const Named& named, const Arguments& arguments) {
    activities.dates(named.id).require(named);
    const std::string old = event::text_of(activities.draft(named.id).document().root(), "name");
    const std::string name = arguments.words.size() == 2 ? arguments.words[1] : old;
    const auto wanted = typed_id(arguments);
    const std::string id =
        wanted ? activities.wanted_id(*wanted) : activities.new_id(name, {time::to_text(*named.date)});
    activities.split(named, id).set("name", name, activities.intake());
    activities.told().lines.push_back(fmt::format("renamed {}: {}", id, name));
}

}  // namespace

int edit_activities(Session& session, const Arguments& arguments) {
    needs_change(arguments);
    // Read before the event is locked: what writes them may be reading the same event.
    const std::vector<std::string> words = typed_ids(arguments);
    event::Directory directory = session.open(files::Access::write);
    event::Intake intake = session.intake(directory);
    DatedActivities activities(directory, intake);
    const std::vector<Named> all = activities.named(words);
    Shared shared{arguments.has("--series"), all.size() == 1, {}, {}, {}};
    for (const Named& named : all) {
        if (activities.is_whole(named))
            edit_whole(activities, named, arguments);
        else if (named.following)
            edit_following(activities, named, arguments);
        else
            edit_date(activities, named, arguments, shared);
    }
    require_none(shared);
    session.notices(intake);
    return write(session, arguments, directory, activities.drafts(), activities.told());
}

int rename_activity(Session& session, const Arguments& arguments) {
    needs_new_name(arguments);
    event::Directory directory = session.open(files::Access::write);
    event::Intake intake = session.intake(directory);
    DatedActivities activities(directory, intake);
    const Named named = edits::named(intake, arguments.words[0]);
    if (activities.is_whole(named))
        rename(activities.drafts(), intake, event::Noun::activity, named.id, arguments, activities.told());
    else if (named.following)
        rename_following(activities, named, arguments);
    else
        rename_date(activities, named, arguments);
    session.notices(intake);
    return write(session, arguments, directory, activities.drafts(), activities.told());
}

}  // namespace backops::cmd
