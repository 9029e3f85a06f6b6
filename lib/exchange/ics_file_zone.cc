#include "exchange/ics_file_zone.h"

#include <algorithm>

#include "exchange/ics_rule.h"
#include "exchange/ics_values.h"
#include "time/scan.h"

namespace backops::exchange {
namespace {

using time::Date;

// Rules of clock changes have no end; so far they are followed.
constexpr int first_year = 1970;
constexpr int last_year = 2100;

std::optional<std::int32_t> offset_of(const CalendarComponent& observance, std::string_view name) {
    const ContentLine* line = observance.find(name);
    if (!line) return std::nullopt;
    std::string text(time::trimmed(line->value));
    std::erase(text, ':');
    const bool has_sign = text.starts_with('+') || text.starts_with('-');
    if (!has_sign || (text.size() != 5 && text.size() != 7)) return std::nullopt;
    const auto part = [&](std::size_t at) { return time::whole_number(std::string_view(text).substr(at, 2)); };
    const auto hours = part(1), minutes = part(3);
    const auto seconds = text.size() == 7 ? part(5) : std::optional(0);
    if (!hours || !minutes || !seconds) return std::nullopt;
    const std::int32_t size = *hours * 3600 + *minutes * 60 + *seconds;
    return text[0] == '-' ? -size : size;
}

// Outlook begins its rules in 1601; they are of each year, so that an early one may as well begin later.
std::optional<Stamp> onset_stamp(std::string value) {
    const auto year = time::whole_number(std::string_view(value).substr(0, std::min<std::size_t>(4, value.size())));
    if (year && *year < first_year && value.size() > 4) value.replace(0, 4, std::to_string(first_year));
    return parse_stamp(value);
}

std::vector<Date> rule_dates(const std::string& value, time::WallTime start, std::int32_t from, std::int64_t& budget) {
    const auto text = rule_text(value);
    auto rule = text ? parse_calendar_rule(*text, start, *time::find_zone("UTC")) : std::nullopt;
    if (!rule) return {};
    // UNTIL is in UTC, and the onsets are on the clock before them.
    if (const std::size_t at = text->find("UNTIL="); at != std::string::npos) {
        const std::size_t begin = at + std::string_view("UNTIL=").size();
        if (const auto until = parse_stamp(text->substr(begin, text->find(';', begin) - begin));
            until && until->is_utc) {
            const time::WallTime wall = time::from_linear(time::linear(until->time) + from);
            rule->until = wall.seconds >= start.seconds ? wall.date : wall.date - 1;
        }
    }
    return dates_within(*rule, start.date, *time::date_of(first_year, 1, 1), *time::date_of(last_year, 1, 1), budget);
}

}  // namespace

std::optional<FileZone> FileZone::of(const CalendarComponent& component, std::int64_t& budget) {
    FileZone zone;
    for (const CalendarComponent& observance : component.observances)
        if (!zone.add(observance, budget)) return std::nullopt;
    if (zone.onsets_.empty()) return std::nullopt;
    std::sort(zone.onsets_.begin(), zone.onsets_.end(),
              [](const Onset& a, const Onset& b) { return a.instant() < b.instant(); });
    return zone;
}

bool FileZone::add(const CalendarComponent& observance, std::int64_t& budget) {
    const ContentLine* line = observance.find("DTSTART");
    const auto start = line ? onset_stamp(std::string(time::trimmed(line->value))) : std::nullopt;
    const auto from = offset_of(observance, "TZOFFSETFROM"), to = offset_of(observance, "TZOFFSETTO");
    if (!start || !from || !to) return false;
    const auto begin = [&](time::WallTime wall) { onsets_.push_back({time::linear(wall), *from, *to}); };
    begin(start->time);
    for (const ContentLine* rule : observance.all("RRULE"))
        for (const Date date : rule_dates(rule->value, start->time, *from, budget)) begin({date, start->time.seconds});
    for (const ContentLine* list : observance.all("RDATE"))
        for (const std::string& value : values_of(list->value))
            if (const auto stamp = onset_stamp(value)) begin(stamp->time);
    return budget >= 0;
}

std::int32_t FileZone::offset_at(time::WallTime time) const {
    const std::int64_t wall = time::linear(time);
    std::int32_t offset = onsets_.front().from;
    for (const Onset& onset : onsets_)
        if (wall >= onset.wall + std::max(0, onset.to - onset.from)) offset = onset.to;
    return offset;
}

std::int32_t FileZone::offset_at(time::Instant instant) const {
    std::int32_t offset = onsets_.front().from;
    for (const Onset& onset : onsets_)
        if (instant.seconds >= onset.instant()) offset = onset.to;
    return offset;
}

bool FileZone::agrees_with(const time::Zone& zone, time::Instant from, time::Instant until) const {
    const auto agrees_at = [&](std::int64_t moment) {
        return time::linear(zone.wall_time({moment})) - moment == offset_at(time::Instant{moment});
    };
    if (!agrees_at(from.seconds)) return false;
    std::vector<std::int64_t> moments;
    const auto both_sides = [&](std::int64_t moment) {
        if (moment <= from.seconds || moment >= until.seconds) return;
        moments.push_back(moment - 1);
        moments.push_back(moment);
    };
    for (const Onset& onset : onsets_) both_sides(onset.instant());
    for (const time::Observance& observance : zone.observances(from, until)) both_sides(observance.begin.seconds);
    return std::all_of(moments.begin(), moments.end(), agrees_at);
}

}  // namespace backops::exchange
