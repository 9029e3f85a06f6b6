#include <fmt/format.h>

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

void edit_date(DatedActivities& activities, const Named& named, const Arguments& arguments) {
    activities.dates(named.id).require(named);
    Draft& series = activities.draft(named.id);
    const std::string before = series.document().text();
    Draft wanted = edits::single(series, *named.date, activities.intake());
    apply_options(wanted, arguments, activities.intake());
    edits::set_change(series, *named.date, wanted, activities.intake());
    tell(activities, named, before);
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
    for (const Named& named : activities.named(words)) {
        if (activities.is_whole(named))
            edit_whole(activities, named, arguments);
        else if (named.following)
            edit_following(activities, named, arguments);
        else
            edit_date(activities, named, arguments);
    }
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
