#include "edits/named.h"

#include <fmt/format.h>

#include "edits/series_dates.h"
#include "text/failure.h"
#include "text/wording.h"
#include "time/entry.h"

namespace backops::edits {
namespace {

using event::Noun;

struct Parts {
    std::string_view series;
    std::string_view day;
    bool following = false;
};

std::optional<Parts> parts_of(std::string_view typed) {
    const std::size_t at = typed.rfind('@');
    if (at == std::string_view::npos || at == 0) return std::nullopt;
    Parts parts{typed.substr(0, at), typed.substr(at + 1), false};
    parts.following = parts.day.ends_with("..");
    if (parts.following) parts.day.remove_suffix(2);
    return parts;
}

// How many dates after its show day a series is written: one when it starts before the day's beginning.
int days_behind(const model::Activity& series, event::Intake& intake) {
    if (series.all_day) return 0;
    return series.start.date - time::show_day(series.start, intake.setting().day_start);
}

// The one date of the series that is on such a weekday; nothing when it is on several or none.
std::optional<time::Date> on_weekday(const SeriesDates& dates, time::Weekday weekday, int behind) {
    std::optional<time::Date> found;
    for (const time::Date date : dates.all()) {
        if (time::weekday(date - behind) != weekday) continue;
        if (found) return std::nullopt;
        found = date;
    }
    return found;
}

// A day word is a show day; a weekday is that of the series before it is the event's.
time::Date written_date(event::Intake& intake, const std::string& id, std::string_view day) {
    if (const auto date = time::parse_date(day)) return *date;
    const SeriesDates dates(intake.directory(), event::Draft::of(intake.directory(), Noun::activity, id));
    const int behind = days_behind(dates.activity(), intake);
    const auto weekday = time::parse_weekday(day);
    const auto own = weekday ? on_weekday(dates, *weekday, behind) : std::nullopt;
    return own ? *own : intake.day(day) + behind;
}

bool repeats(event::Directory& directory, const std::string& id) {
    const event::RecordFile& file = directory.sound_file(Noun::activity, id);
    return file.tree->find("repeat") != nullptr;
}

bool is_day(event::Intake& intake, std::string_view text) {
    return time::parse_date(text) || time::parse_weekday(text) || time::parse_day(text, intake.setting());
}

}  // namespace

Named named(event::Intake& intake, std::string_view typed) {
    event::Directory& directory = intake.directory();
    const auto parts = parts_of(typed);
    // A name may have an `@` in it, and then no day behind it.
    const bool is_whole = !parts || directory.exists(Noun::activity, typed) ||
                          (!directory.exists(Noun::activity, parts->series) && !is_day(intake, parts->day));
    if (is_whole) return {intake.id(Noun::activity, typed), std::nullopt, false};
    const std::string id = intake.id(Noun::activity, parts->series);
    if (!repeats(directory, id))
        throw text::Failure(fmt::format("`{}` happens once, so it has no other dates", id),
                            {fmt::format("for the activity itself: {}", id)});
    return {id, written_date(intake, id, parts->day), parts->following};
}

std::string to_text(const Named& named) {
    if (!named.date) return named.id;
    return fmt::format("{}@{}{}", named.id, time::to_text(*named.date), named.following ? ".." : "");
}

}  // namespace backops::edits
