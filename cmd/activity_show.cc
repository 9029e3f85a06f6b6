#include <deque>

#include "cmd/activity_verbs.h"
#include "cmd/dated_activities.h"
#include "cmd/record_verbs.h"
#include "cmd/session.h"
#include "cmd/writing.h"
#include "edits/named.h"
#include "edits/series_dates.h"

namespace backops::cmd {
namespace {

using edits::Named;
using event::RecordFile;

// A date of a series as an activity by itself; of `…..` every one from then on that is not skipped.
void add_dates(event::Directory& directory, event::Intake& intake, const Named& named, std::deque<RecordFile>& made) {
    const event::Draft series = event::Draft::of(directory, event::Noun::activity, named.id);
    const edits::SeriesDates dates(directory, series);
    dates.require(named);
    if (!named.following) return made.push_back(date_of(series, *named.date, intake));
    for (const time::Date date : dates.all())
        if (*named.date <= date && !dates.is_skipped(date)) made.push_back(date_of(series, date, intake));
}

}  // namespace

int show_activities(Session& session, const Arguments& arguments) {
    const std::string format = format_of(arguments, {"text", "json", "yaml"});
    const std::vector<std::string> words = typed_ids(arguments);
    event::Directory directory = session.open(files::Access::read);
    event::Intake intake = session.intake(directory);
    std::deque<RecordFile> made;
    std::vector<const RecordFile*> files;
    for (const std::string& word : words) {
        const Named named = edits::named(intake, word);
        if (!named.date) {
            files.push_back(&directory.sound_file(event::Noun::activity, named.id));
            continue;
        }
        const std::size_t before = made.size();
        add_dates(directory, intake, named, made);
        for (std::size_t i = before; i < made.size(); ++i) files.push_back(&made[i]);
    }
    session.notices(intake);
    return print_shown(session, directory, files, event::Noun::activity, format);
}

}  // namespace backops::cmd
