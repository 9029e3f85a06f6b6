#include <fmt/format.h>
#include <fmt/ranges.h>

#include <charconv>

#include "cmd/schedule_forms.h"
#include "cmd/schedule_verbs.h"
#include "cmd/selection_options.h"
#include "cmd/session.h"
#include "cmd/values.h"
#include "event/load.h"
#include "schedule/next.h"
#include "text/failure.h"
#include "text/width.h"
#include "text/wording.h"
#include "time/phrase.h"

namespace backops::cmd {
namespace {

constexpr std::size_t usual_count = 5;
constexpr std::size_t most_count = 1000;

std::vector<Option> options() {
    std::vector<Option> all = calendar_options();
    for (const auto& more : {filter_options(), form_options()}) all.insert(all.end(), more.begin(), more.end());
    return all;
}

void say_next(Session& session, const event::Loading& loading, const schedule::Zones& zones,
              const schedule::Selection& selection, time::Instant at) {
    const schedule::Schedule next = schedule::next_of(loading.plan, zones, selection, at, 1);
    if (next.rows.empty()) return session.note("next: nothing more");
    const schedule::Occurrence& occurrence = next.rows.front().occurrence;
    const std::string when = occurrence.activity->all_day ? time::days_text(occurrence.start.date, occurrence.end->date)
                                                          : time::span_text(occurrence.start, std::nullopt);
    session.note(fmt::format("next: {}, {}", text::one_line(occurrence.name()), when));
}

using MomentOf = time::Instant (*)(Session&, const Arguments&, event::Intake&, const schedule::Zones&);

int print_on(Session& session, const Arguments& arguments, MomentOf moment) {
    event::Directory directory = session.open(files::Access::read);
    const event::Loading loading = event::load(directory);
    event::Intake intake = session.intake(directory);
    const schedule::Zones zones(loading.plan);
    const schedule::Selection selection = selection_of(arguments, intake, loading.plan, zones);
    schedule::Selection then = selection;
    then.at = moment(session, arguments, intake, zones);
    session.notices(intake);
    schedule::Schedule schedule = schedule::schedule_of(loading.plan, zones, rows_for_format(arguments, then));
    const bool is_empty = schedule.rows.empty();
    const int status = print_schedule(session, arguments, {directory, loading, zones, then, std::move(schedule)});
    if (is_empty) say_next(session, loading, zones, selection, *then.at);
    return status;
}

time::Instant typed_moment(Session&, const Arguments& arguments, event::Intake& intake, const schedule::Zones& zones) {
    const std::string typed = fmt::format("{}", fmt::join(arguments.words, " "));
    const time::Entered entered = intake.time(typed);
    if (entered.is_date)
        throw text::Failure(fmt::format("{} is a whole day, not a moment", text::quoted(typed)),
                            {fmt::format("write a time too: backops schedule at \"{} 14:00\"", typed),
                             fmt::format("the day: backops schedule --day \"{}\"", typed)},
                            text::wrong_usage);
    return moment_of(entered, intake, zones);
}

int print_at(Session& session, const Arguments& arguments) { return print_on(session, arguments, typed_moment); }

int print_now(Session& session, const Arguments& arguments) {
    return print_on(session, arguments,
                    [](Session& now, const Arguments&, event::Intake& intake, const schedule::Zones&) {
                        return now.now(intake.directory());
                    });
}

std::size_t count_of(const Arguments& arguments) {
    if (arguments.words.empty()) return usual_count;
    const std::string& typed = arguments.words.front();
    std::size_t count = 0;
    const auto [end, error] = std::from_chars(typed.data(), typed.data() + typed.size(), count);
    const bool is_number = error == std::errc{} && end == typed.data() + typed.size();
    if (!is_number || count == 0 || count > most_count)
        throw text::Failure(fmt::format("{} is not how many: 1 to {}", text::quoted(typed), most_count),
                            {"write `backops schedule next 3`"}, text::wrong_usage);
    return count;
}

int print_next(Session& session, const Arguments& arguments) {
    const std::size_t count = count_of(arguments);
    event::Directory directory = session.open(files::Access::read);
    const event::Loading loading = event::load(directory);
    event::Intake intake = session.intake(directory);
    const schedule::Zones zones(loading.plan);
    schedule::Selection selection = selection_of(arguments, intake, loading.plan, zones);
    session.notices(intake);
    const time::Instant now = session.now(directory);
    schedule::Schedule schedule = schedule::next_of(loading.plan, zones, selection, now, count);
    if (!selection.from || *selection.from < now) selection.from = now;
    return print_schedule(session, arguments, {directory, loading, zones, selection, std::move(schedule)});
}

}  // namespace

Verb now_verb() { return {"now", "Prints what is going on", {}, options(), print_now}; }

Verb next_verb() { return {"next", "Prints what starts next", {"N", 0, 1}, options(), print_next}; }

Verb at_verb() { return {"at", "Prints what is going on at a time", {value::time, 1, 9}, options(), print_at}; }

}  // namespace backops::cmd
