#include <algorithm>
#include <deque>

#include "cmd/activity_verbs.h"
#include "cmd/dated_activities.h"
#include "cmd/record_verbs.h"
#include "cmd/selection_options.h"
#include "cmd/session.h"
#include "edits/occurrence.h"

namespace backops::cmd {
namespace {

using event::RecordFile;

// Each activity once; of series, with a range, the dates that are in it, as activities by themselves.
std::vector<const RecordFile*> listed(event::Directory& directory, event::Intake& intake,
                                      const schedule::Schedule& schedule, bool ranged, std::deque<RecordFile>& made) {
    std::vector<const RecordFile*> files;
    for (const schedule::Row& row : schedule.rows) {
        const RecordFile& file = directory.file(event::Noun::activity, row.occurrence.activity->id);
        if (ranged && row.occurrence.original && file.has_plain_yaml) {
            made.push_back(
                date_of(event::Draft::of(directory, event::Noun::activity, file.id), *row.occurrence.original, intake));
            files.push_back(&made.back());
        } else if (std::ranges::find(files, &file) == files.end()) {
            files.push_back(&file);
        }
    }
    return files;
}

}  // namespace

int list_activities(Session& session, const Arguments& arguments) {
    event::Directory directory = session.open(files::Access::read);
    const event::Loading loading = event::load(directory);
    event::Intake intake = session.intake(directory);
    const schedule::Zones zones(loading.plan);
    schedule::Selection selection = selection_of(arguments, intake, loading.plan, zones);
    // A list is for editing: cancelled ones are in it unless a status says otherwise.
    if (selection.statuses.empty())
        selection.statuses = {model::Status::confirmed, model::Status::tentative, model::Status::cancelled};
    schedule::Schedule schedule = schedule::schedule_of(loading.plan, zones, selection);
    keep_starting(schedule, selection);
    session.notices(intake);
    warn_of_unknown_words(session, loading.plan, selection);
    std::deque<RecordFile> made;
    const auto files = listed(directory, intake, schedule, has_range(selection), made);
    // One that has no start that can be read is on no list, but may belong there.
    return print_list(session, arguments, directory, event::Noun::activity, files, touching(loading, schedule));
}

}  // namespace backops::cmd
