#include <unordered_set>

#include "cmd/nouns.h"
#include "cmd/schedule_forms.h"
#include "cmd/selection_options.h"
#include "cmd/session.h"
#include "event/load.h"
#include "exchange/calendar_feed.h"
#include "exchange/csv_export.h"
#include "render/agenda.h"
#include "schedule/selection.h"
#include "text/failure.h"

namespace backops::cmd {
namespace {

using schedule::Audience;

/// The text of the rows that are asked for.
using Made = std::string (*)(Printing&, const exchange::FeedOptions&);

/// What leaves the event goes to crew, unless it is said otherwise.
std::vector<Option> options_with(std::vector<Option> own) {
    std::vector<Option> all = calendar_options();
    for (const auto& more : {range_options(), filter_options(Purpose::publish), std::move(own),
                             file_options("write to this file (- or nothing: standard output)")})
        all.insert(all.end(), more.begin(), more.end());
    return all;
}

void refuse_attendees_for(Audience audience, const Arguments& arguments) {
    if (arguments.has("--attendees") && audience != Audience::all)
        throw text::Failure("`--attendees` shows everybody's address, which only a private audience may see",
                            {"add --audience private, or leave --attendees out"}, text::wrong_usage);
}

int export_rows(Session& session, const Arguments& arguments,
                schedule::Selection (*rows_of)(schedule::Selection selection), Made made) {
    event::Directory directory = session.open(files::Access::read);
    const event::Loading loading = event::load(directory);
    event::Intake intake = session.intake(directory);
    const schedule::Zones zones(loading.plan);
    const schedule::Selection selection = selection_of(arguments, intake, loading.plan, zones, Purpose::publish);
    refuse_attendees_for(selection.audience, arguments);
    session.notices(intake);
    Printing printing{directory, loading, zones, selection,
                      schedule::schedule_of(loading.plan, zones, rows_of(selection))};
    return deliver(session, arguments, printing,
                   made(printing, {session.now(directory), arguments.has("--attendees")}));
}

int export_ics(Session& session, const Arguments& arguments) {
    return export_rows(session, arguments, exchange::with_cancelled,
                       [](Printing& printing, const exchange::FeedOptions& options) {
                           return exchange::calendar_feed(printing.loading.plan, printing.zones, printing.schedule,
                                                          printing.selection, options);
                       });
}

int export_json(Session& session, const Arguments& arguments) {
    return export_rows(
        session, arguments, [](schedule::Selection selection) { return selection; },
        [](Printing& printing, const exchange::FeedOptions&) {
            return render::schedule_json(printing.loading.plan, printing.schedule);
        });
}

// Each activity once, in the order of its first row.
std::string activities_of(Printing& printing, const exchange::FeedOptions&) {
    std::unordered_set<std::string_view> seen;
    std::erase_if(printing.schedule.rows,
                  [&](const schedule::Row& row) { return !seen.insert(row.occurrence.activity->id).second; });
    std::vector<const model::Activity*> activities;
    for (const schedule::Row& row : printing.schedule.rows) activities.push_back(row.occurrence.activity);
    return exchange::activities_csv(activities, printing.selection.audience);
}

int export_csv(Session& session, const Arguments& arguments) {
    return export_rows(session, arguments, exchange::with_cancelled, activities_of);
}

}  // namespace

Noun export_noun() {
    return {"export",
            "schedules for other programs",
            {{"ics",
              "Writes a calendar that phones and other programs take\n\n"
              "The event's activities, or those of the selected calendars; cancelled ones are in it as cancelled.",
              {},
              options_with({{"--attendees", "", "with everybody's e-mail address; for --audience private"}}),
              export_ics},
             {"csv",
              "Writes activities as a spreadsheet that import csv reads back\n\n"
              "One row an activity, found again by its id; cancelled ones too. What has no column, such as repeat,\n"
              "an import leaves as it is.",
              {},
              options_with({}),
              export_csv},
             {"json", "Writes the schedule as JSON (backops/schedule/1)", {}, options_with({}), export_json}}};
}

}  // namespace backops::cmd
