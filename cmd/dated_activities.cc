#include "cmd/dated_activities.h"

#include <fmt/format.h>

#include <algorithm>

#include "cmd/describing.h"
#include "edits/occurrence.h"
#include "edits/split.h"
#include "event/find.h"
#include "time/phrase.h"

namespace backops::cmd {

using edits::Named;
using event::Draft;

event::RecordFile date_of(const Draft& series, time::Date date, event::Intake& intake) {
    event::RecordFile file = edits::single(series, date, intake).read();
    file.id = edits::to_text({series.id(), date, false});
    return file;
}

DatedActivities::DatedActivities(event::Directory& directory, event::Intake& intake)
    : directory_(directory), intake_(intake), drafts_(directory), ids_([this](const std::string& id) {
          return directory_.exists(event::Noun::activity, id) || drafts_.has(event::Noun::activity, id);
      }) {}

std::vector<Named> DatedActivities::named(const std::vector<std::string>& words) {
    std::vector<Named> all;
    for (const std::string& word : words) {
        Named named = edits::named(intake_, word);
        if (std::ranges::find(all, named) == all.end()) all.push_back(std::move(named));
    }
    return all;
}

bool DatedActivities::is_whole(const Named& named) {
    return !named.date || (named.following && !dates(named.id).last_before(*named.date));
}

std::string DatedActivities::new_id(const std::string& name, const std::vector<std::string>& distinctions) {
    return ids_.made_from(name, event::command(event::Noun::activity), distinctions);
}

std::string DatedActivities::wanted_id(const std::string& wanted) {
    return event::new_id(directory_, event::Noun::activity, wanted, "");
}

Draft& DatedActivities::split(const Named& named, const std::string& new_id) {
    Draft& series = draft(named.id);
    Draft& rest = edits::split(drafts_, series, dates(named.id), *named.date, new_id, intake_);
    told_.changed.push_back(named.id);
    told_.added.push_back(new_id);
    told_.lines.push_back(
        fmt::format("split {} before {}: the rest is {}", named.id, time::long_day(*named.date), new_id));
    return rest;
}

std::string DatedActivities::described(const Named& named) {
    const Draft& series = draft(named.id);
    if (!named.date || named.following) return cmd::described(directory_, series.read());
    return cmd::described(directory_, edits::single(series, *named.date, intake_).read());
}

void DatedActivities::tell_changed(const Named& named, std::string_view verb) {
    const std::string name = edits::to_text(named);
    told_.changed.push_back(name);
    told_.lines.push_back(fmt::format("{} {}: {}", verb, name, described(named)));
}

void DatedActivities::tell_same(const Named& named) {
    told_.lines.push_back(fmt::format("nothing to change in {}", edits::to_text(named)));
}

}  // namespace backops::cmd
