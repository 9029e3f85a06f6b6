#include "exchange/ics_zones.h"

#include <algorithm>

#include "exchange/ics_values.h"
#include "time/scan.h"

namespace backops::exchange {
namespace {

// What `America/New_York`, `america_new york` and `America-New-York` have in common.
std::string letters_of(std::string_view name) {
    std::string letters = time::lowered(name);
    for (char& c : letters)
        if (c == '_' || c == ' ' || c == '-') c = '/';
    return letters;
}

}  // namespace

CalendarZones::CalendarZones(const std::vector<CalendarComponent>& components,
                             const std::vector<std::pair<std::string, std::string>>& said) {
    for (const auto& [name, zone] : said) known_[name] = time::find_zone(zone);
    for (const CalendarComponent& component : components) {
        const ContentLine* tzid = component.find("TZID");
        const ContentLine* location = component.find("X-LIC-LOCATION");
        if (tzid && location) locations_.emplace(unescaped(tzid->value), unescaped(location->value));
    }
}

std::optional<time::Zone> CalendarZones::find(const std::string& tzid) {
    const auto known = known_.find(tzid);
    return known != known_.end() ? known->second : known_.emplace(tzid, found(tzid)).first->second;
}

std::optional<time::Zone> CalendarZones::found(const std::string& tzid) {
    if (const auto zone = time::find_zone(tzid)) return zone;
    // RFC 5545 lets a name that is unique everywhere begin with `/` and whatever its maker likes.
    if (tzid.starts_with('/'))
        for (std::size_t at = 0; at != std::string::npos; at = tzid.find('/', at + 1))
            if (const auto zone = time::find_zone(tzid.substr(at + 1))) return zone;
    if (const std::string_view windows = zone_of_windows(tzid); !windows.empty()) return time::find_zone(windows);
    if (const auto zone = in_other_letters(tzid)) return zone;
    const auto location = locations_.find(tzid);
    return location == locations_.end() ? std::nullopt : time::find_zone(location->second);
}

std::optional<time::Zone> CalendarZones::in_other_letters(const std::string& tzid) {
    if (by_letters_.empty())
        for (const std::string& name : time::zone_names()) by_letters_.emplace(letters_of(name), name);
    const std::string letters = letters_of(tzid);
    return by_letters_.count(letters) == 1 ? time::find_zone(by_letters_.find(letters)->second) : std::nullopt;
}

}  // namespace backops::exchange
