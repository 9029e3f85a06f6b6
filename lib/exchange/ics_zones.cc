#include "exchange/ics_zones.h"

#include <algorithm>
#include <cstdlib>

#include "exchange/ics_values.h"
#include "time/scan.h"

namespace backops::exchange {
namespace {

// So many days are looked at for the rules of all zones of a file.
constexpr std::int64_t most_days = 4'000'000;

// What `America/New_York`, `america_new york` and `America-New-York` have in common.
std::string letters_of(std::string_view name) {
    std::string letters = time::lowered(name);
    for (char& c : letters)
        if (c == '_' || c == ' ' || c == '-') c = '/';
    return letters;
}

// As some programs have it in parameters, where RFC 5545 has no backslashes.
std::string without_backslashes(std::string name) {
    std::erase(name, '\\');
    return name;
}

bool is_placeless(const time::Zone& zone) {
    constexpr std::string_view names[] = {"GMT", "GMT0", "Greenwich", "UCT", "UTC", "Universal", "Zulu"};
    const std::string& name = zone.name();
    return name.starts_with("Etc/") || std::find(std::begin(names), std::end(names), name) != std::end(names);
}

std::int64_t offset_at(const time::Zone& zone, std::int64_t instant) {
    return time::linear(zone.wall_time({instant})) - instant;
}

// In winter and in summer.
std::pair<std::int64_t, std::int64_t> offsets_in(const time::Zone& zone, int year) {
    const auto at = [&](unsigned month) { return offset_at(zone, time::linear({*time::date_of(year, month, 1), 0})); };
    return {at(1), at(7)};
}

// `(UTC+01:00) `, `(GMT-05:00) `: what is before a name that Windows shows.
struct Prefix {
    std::size_t length = 0;
    std::int32_t offset = 0;
};

std::optional<Prefix> prefix_of(std::string_view name) {
    if (!name.starts_with("(UTC") && !name.starts_with("(GMT")) return std::nullopt;
    const std::size_t end = name.find(')');
    if (end == std::string_view::npos) return std::nullopt;
    Prefix prefix{std::min(name.find_first_not_of(" ", end + 1), name.size()), 0};
    const std::string_view inside = name.substr(4, end - 4);
    if (inside.empty()) return prefix;
    const bool is_offset = inside.size() == 6 && (inside[0] == '+' || inside[0] == '-');
    const auto hours = is_offset ? time::whole_number(inside.substr(1, 2)) : std::nullopt;
    const auto minutes = is_offset ? time::whole_number(inside.substr(4, 2)) : std::nullopt;
    if (!hours || !minutes) return std::nullopt;
    prefix.offset = (*hours * 3600 + *minutes * 60) * (inside[0] == '-' ? -1 : 1);
    return prefix;
}

// Countries have changed their offsets since the names were made, but not by much.
bool is_near(const time::Zone& zone, std::int32_t offset, int year) {
    constexpr std::int64_t near = 2 * 3600;
    const auto [winter, summer] = offsets_in(zone, year);
    return std::min(std::llabs(winter - offset), std::llabs(summer - offset)) <= near;
}

}  // namespace

CalendarZones::CalendarZones(const std::vector<CalendarComponent>& components,
                             const std::vector<std::pair<std::string, std::string>>& said, time::Zone home)
    : home_(home), budget_(most_days) {
    for (const auto& [name, zone] : said) {
        Known known{time::find_zone(zone), false, std::nullopt};
        known.is_placeless = known.zone && is_placeless(*known.zone);
        known_.insert_or_assign(without_backslashes(name), std::move(known));
    }
    for (const CalendarComponent& component : components) {
        const ContentLine* tzid = component.find("TZID");
        if (!tzid) continue;
        const std::string name = without_backslashes(std::string(time::trimmed(unescaped(tzid->value))));
        definitions_.emplace(name, &component);
        if (const ContentLine* location = component.find("X-LIC-LOCATION"))
            locations_.emplace(name, unescaped(location->value));
    }
}

std::optional<ZonedTime> CalendarZones::place(const std::string& tzid, time::WallTime time) {
    const Known& zone = known(without_backslashes(tzid), time);
    if (zone.zone) return ZonedTime{*zone.zone, time, zone.is_placeless, false};
    if (!zone.own) return std::nullopt;
    const std::int64_t instant = time::linear(time) - zone.own->offset_at(time);
    return ZonedTime{*time::find_zone("UTC"), time::from_linear(instant), true, true};
}

const CalendarZones::Known& CalendarZones::known(const std::string& tzid, time::WallTime time) {
    const auto known = known_.find(tzid);
    return known != known_.end() ? known->second : known_.emplace(tzid, found(tzid, time)).first->second;
}

CalendarZones::Known CalendarZones::found(const std::string& tzid, time::WallTime time) {
    if (const auto zone = by_name(tzid)) return {zone, is_placeless(*zone), std::nullopt};
    const int year = time::year_month_day(time.date).year;
    if (const auto definition = definitions_.find(tzid); definition != definitions_.end())
        if (auto own = FileZone::of(*definition->second, budget_)) return {like(*own, year), true, std::move(own)};
    return {by_cities(tzid, year), false, std::nullopt};
}

std::optional<time::Zone> CalendarZones::by_name(const std::string& tzid) {
    if (const auto zone = time::find_zone(tzid)) return zone;
    if (const auto zone = in_path(tzid)) return zone;
    if (const std::string_view windows = zone_of_windows(tzid); !windows.empty()) return time::find_zone(windows);
    const auto prefix = prefix_of(tzid);
    const std::string shown = tzid.substr(prefix ? prefix->length : 0);
    // Without its offset, a name such as `Samoa` may mean another one.
    if (prefix || shown.find_first_of(",(") != std::string::npos)
        if (const std::string_view zone = zone_of_display_name(shown); !zone.empty()) return time::find_zone(zone);
    if (const auto zone = in_other_letters(tzid)) return zone;
    const auto location = locations_.find(tzid);
    return location == locations_.end() ? std::nullopt : time::find_zone(location->second);
}

// RFC 5545 lets a name that is unique everywhere begin with `/` and whatever its maker likes; others have a path of
// their own before a name with a `/`, or words around it.
std::optional<time::Zone> CalendarZones::in_path(const std::string& tzid) {
    const bool is_unique = tzid.starts_with('/');
    for (std::size_t at = tzid.find('/'); at != std::string::npos; at = tzid.find('/', at + 1)) {
        const std::string tail = tzid.substr(at + 1);
        if (!is_unique && tail.find('/') == std::string::npos && time::lowered(tail) != "utc") continue;
        if (const auto zone = time::find_zone(time::lowered(tail) == "utc" ? "UTC" : tail)) return zone;
    }
    std::size_t begin = 0;
    while ((begin = tzid.find_first_not_of(" (),;\"", begin)) != std::string::npos) {
        const std::size_t end = std::min(tzid.find_first_of(" (),;\"", begin), tzid.size());
        const std::string word = tzid.substr(begin, end - begin);
        if (word.find('/') != std::string::npos)
            if (const auto zone = time::find_zone(word)) return zone;
        begin = end;
    }
    return std::nullopt;
}

void CalendarZones::read_names() {
    if (!by_letters_.empty()) return;
    for (const std::string& name : time::zone_names()) {
        const std::string letters = letters_of(name);
        by_letters_.emplace(letters, name);
        const bool has_city = name.find('/') != std::string::npos && !name.starts_with("Etc/");
        if (has_city) cities_.emplace(letters_of(std::string_view(name).substr(name.rfind('/') + 1)), name);
    }
}

std::optional<time::Zone> CalendarZones::in_other_letters(const std::string& tzid) {
    read_names();
    const std::string letters = letters_of(tzid);
    return by_letters_.count(letters) == 1 ? time::find_zone(by_letters_.find(letters)->second) : std::nullopt;
}

// `Amsterdam, Belgrade, Berlin`: the first city's zone, where all that are known have the same clock. One city alone
// may be anything, unless its offset is with it.
std::optional<time::Zone> CalendarZones::by_cities(const std::string& tzid, int year) {
    read_names();
    const auto prefix = prefix_of(tzid);
    std::string list = tzid.substr(prefix ? prefix->length : 0);
    std::replace_if(
        list.begin(), list.end(), [](char c) { return c == '/' || c == ';'; }, ',');
    std::optional<time::Zone> first;
    std::size_t count = 0;
    for (const std::string& word : values_of(list)) {
        const auto [begin, end] = cities_.equal_range(letters_of(time::trimmed(word)));
        for (auto at = begin; at != end; ++at) {
            const auto zone = time::find_zone(at->second);
            if (!zone || (prefix && !is_near(*zone, prefix->offset, year))) continue;
            if (first && offsets_in(*first, year) != offsets_in(*zone, year)) return std::nullopt;
            if (!first) first = zone;
            ++count;
            break;
        }
    }
    return count >= (prefix ? 1U : 2U) ? first : std::nullopt;
}

// The event's own zone, a bare offset, else one of those that most programs know, when their clocks change alike around
// that year.
std::optional<time::Zone> CalendarZones::like(const FileZone& own, int year) const {
    const time::Instant from{time::linear({*time::date_of(std::max(year - 1, 1900), 1, 1), 0})};
    const time::Instant until{time::linear({*time::date_of(std::min(year + 2, 2999), 1, 1), 0})};
    if (own.agrees_with(home_, from, until)) return home_;
    const std::int32_t offset = own.offset_at(from);
    const int hours = offset / 3600;
    std::vector<std::string> names;
    if (offset % 3600 == 0 && hours >= -12 && hours <= 14)
        names.push_back(hours == 0 ? "Etc/UTC"
                                   : "Etc/GMT" + std::string(hours > 0 ? "-" : "+") + std::to_string(std::abs(hours)));
    for (const std::string_view known : {"Europe/London", "Europe/Berlin", "Europe/Helsinki", "America/New_York",
                                         "America/Chicago", "America/Denver", "America/Los_Angeles"})
        names.emplace_back(known);
    for (const std::string_view known : windows_zones()) names.emplace_back(known);
    for (const std::string& name : names)
        if (const auto zone = time::find_zone(name); zone && own.agrees_with(*zone, from, until)) return zone;
    return std::nullopt;
}

}  // namespace backops::exchange
