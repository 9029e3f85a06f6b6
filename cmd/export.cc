#include <algorithm>
#include <deque>
#include <unordered_set>

#include "cmd/delivery.h"
#include "cmd/each.h"
#include "cmd/nouns.h"
#include "cmd/schedule_forms.h"
#include "cmd/selection_options.h"
#include "cmd/session.h"
#include "event/load.h"
#include "exchange/calendar_feed.h"
#include "exchange/csv_export.h"
#include "render/agenda.h"
#include "render/sheet_json.h"
#include "render/template.h"
#include "schedule/feeds.h"
#include "schedule/selection.h"
#include "text/failure.h"
#include "text/wording.h"

namespace backops::cmd {
namespace {

using schedule::Audience;

/// Gives out the rows that are asked for; the exit status.
using Give = int (*)(Session&, const Arguments&, Printing&, const exchange::FeedOptions&);

/// What leaves the event goes to crew, unless it is said otherwise.
std::vector<Option> options_with(std::vector<Option> own) {
    std::vector<Option> all = calendar_options();
    for (const auto& more : {range_options(), filter_options(Purpose::publish), std::move(own),
                             file_options("write to this file (- or nothing: standard output)")})
        all.insert(all.end(), more.begin(), more.end());
    return all;
}

std::vector<Option> feed_options() {
    std::vector<Option> options = each_options();
    options.push_back({"--attendees", "", "with everybody's e-mail address; for --audience private"});
    return options;
}

void refuse_attendees_for(Audience audience, const Arguments& arguments) {
    if (arguments.has("--attendees") && audience != Audience::all)
        throw text::Failure("`--attendees` shows everybody's address, which only a private audience may see",
                            {"add --audience private, or leave --attendees out"}, text::wrong_usage);
}

/// A calendar for each, that programs can subscribe to, and a page that links them.
int give_each_feed(Session& session, const Arguments& arguments, Printing& printing,
                   const exchange::FeedOptions& options) {
    const model::Plan& plan = printing.loading.plan;
    const std::vector<Recipient> all = recipients(arguments, plan, printing.selection);
    const Delivery delivery{session, arguments, printing.loading, printing.schedule, "calendar"};
    delivery.refuse_errors();
    const schedule::Feeds feeds(plan);
    const auto draw_for_thread = [&]() -> Draw {
        return [&](const Recipient& recipient) {
            schedule::Selection selection = printing.selection;
            selection.calendars = {recipient.calendar};
            selection.with_crew = selection.audience != Audience::everyone;
            const schedule::Schedule schedule = feeds.of(exchange::with_cancelled(selection));
            return Piece{exchange::calendar_feed(plan, printing.zones, schedule, selection, options),
                         text::counted(schedule.rows.size(), "activity")};
        };
    };
    const std::string folder = arguments.value("-o", "");
    const Pieces pieces = write_each(session, folder, ".ics", all, draw_for_thread, exchange::is_same_feed);
    const render::Json index = render::index_json(plan.event, "Calendars", pieces.items);
    render::Template page(*render::built_in_template("index.html"), render::built_in_partial(".html"),
                          render::Markup::html);
    write_index(session, folder, ".html", page.rendered(index), pieces);
    return delivery.finish();
}

int export_rows(Session& session, const Arguments& arguments,
                schedule::Selection (*rows_of)(schedule::Selection selection), Give give) {
    event::Directory directory = session.open(files::Access::read);
    const event::Loading loading = event::load(directory);
    event::Intake intake = session.intake(directory);
    const schedule::Zones zones(loading.plan);
    const schedule::Selection selection = selection_of(arguments, intake, loading.plan, zones, Purpose::publish);
    refuse_attendees_for(selection.audience, arguments);
    session.notices(intake);
    Printing printing{directory, loading, zones, selection,
                      schedule::schedule_of(loading.plan, zones, rows_of(selection))};
    return give(session, arguments, printing, {session.now(directory), arguments.has("--attendees")});
}

int give_feed(Session& session, const Arguments& arguments, Printing& printing, const exchange::FeedOptions& options) {
    if (arguments.has("--each")) return give_each_feed(session, arguments, printing, options);
    const auto is_person = [](const auto& calendar) { return calendar.kind == schedule::CalendarKind::crew; };
    if (std::ranges::any_of(printing.selection.calendars, is_person))
        printing.schedule = schedule::Feeds(printing.loading.plan).of(exchange::with_cancelled(printing.selection));
    return deliver(
        session, arguments, printing,
        exchange::calendar_feed(printing.loading.plan, printing.zones, printing.schedule, printing.selection, options));
}

int export_ics(Session& session, const Arguments& arguments) {
    return export_rows(session, arguments, exchange::with_cancelled, give_feed);
}

int give_json(Session& session, const Arguments& arguments, Printing& printing, const exchange::FeedOptions&) {
    return deliver(session, arguments, printing, render::schedule_json(printing.loading.plan, printing.schedule));
}

int export_json(Session& session, const Arguments& arguments) {
    return export_rows(
        session, arguments, [](schedule::Selection selection) { return selection; }, give_json);
}

// The spreadsheet has a column for the status, but not for the public, who is told of what is cancelled by calendars.
schedule::Selection with_cancelled_rows(schedule::Selection selection) {
    selection = exchange::with_cancelled(std::move(selection));
    selection.tells_cancelled = false;
    return selection;
}

// Each activity once, in the order of its first row.
int give_activities(Session& session, const Arguments& arguments, Printing& printing, const exchange::FeedOptions&) {
    std::unordered_set<std::string_view> seen;
    std::erase_if(printing.schedule.rows,
                  [&](const schedule::Row& row) { return !seen.insert(row.occurrence.activity->id).second; });
    const bool is_public = printing.selection.audience == Audience::everyone;
    std::deque<model::Activity> shown;
    std::vector<const model::Activity*> activities;
    for (const schedule::Row& row : printing.schedule.rows)
        activities.push_back(is_public && row.occurrence.original
                                 ? &shown.emplace_back(exchange::as_first_shown(row.occurrence))
                                 : row.occurrence.activity);
    return deliver(session, arguments, printing, exchange::activities_csv(activities, printing.selection.audience));
}

int export_csv(Session& session, const Arguments& arguments) {
    return export_rows(session, arguments, with_cancelled_rows, give_activities);
}

}  // namespace

Noun export_noun() {
    return {"export",
            "schedules for other programs",
            {{"ics",
              "Writes a calendar that phones and other programs take\n\n"
              "The event's activities, or those of the selected calendars; cancelled ones are in it as cancelled.",
              {},
              options_with(feed_options()),
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
