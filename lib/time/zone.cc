#include "time/zone.h"

#include <date/tz.h>

#include <algorithm>
#include <array>
#include <exception>
#include <functional>
#include <map>
#include <mutex>
#include <new>

namespace backops::time {

namespace {

struct Held {
    std::string name;
    const date::time_zone* zone;
};

const Held& held(const void* zone) { return *static_cast<const Held*>(zone); }

/// A stretch of instants with one offset, remembered between calls: schedules ask for neighbouring times.
struct Stretch {
    const void* zone = nullptr;
    std::int64_t begin = 0;
    std::int64_t end = 0;
    std::int64_t offset = 0;
};

/// No zone changes its clock by more than this, so a local time so far inside a stretch is in no gap and no fold.
constexpr std::int64_t margin = 26 * 3600;
constexpr std::int64_t far_away = std::int64_t{1} << 50;

Stretch& remembered(const void* zone) {
    thread_local std::array<Stretch, 8> stretches;
    return stretches[std::hash<const void*>{}(zone) / sizeof(Held) % stretches.size()];
}

Stretch stretch_of(const void* zone, const date::sys_info& info) {
    const auto seconds = [](date::sys_seconds time) {
        return std::clamp<std::int64_t>(time.time_since_epoch().count(), -far_away, far_away);
    };
    return {zone, seconds(info.begin), seconds(info.end), info.offset.count()};
}

/// Zone files that depend on this machine, or that no place uses.
bool is_refused(std::string_view name) { return name == "localtime" || name == "posixrules" || name == "Factory"; }

}  // namespace

const std::string& Zone::name() const { return held(zone_).name; }

Moment Zone::at(WallTime time) const {
    const std::int64_t local = linear(time);
    Stretch& last = remembered(zone_);
    const std::int64_t guess = local - last.offset;
    if (last.zone == zone_ && guess >= last.begin + margin && guess < last.end - margin) return {{guess}, Clock::plain};

    const auto info = held(zone_).zone->get_info(date::local_seconds{std::chrono::seconds{local}});
    last = stretch_of(zone_, info.first);
    const Clock clock = info.result == date::local_info::nonexistent ? Clock::skipped
                        : info.result == date::local_info::ambiguous ? Clock::repeated
                                                                     : Clock::plain;
    return {{local - info.first.offset.count()}, clock};
}

WallTime Zone::wall_time(Instant instant) const {
    Stretch& last = remembered(zone_);
    if (last.zone != zone_ || instant.seconds < last.begin || instant.seconds >= last.end)
        last = stretch_of(zone_, held(zone_).zone->get_info(date::sys_seconds{std::chrono::seconds{instant.seconds}}));
    return from_linear(instant.seconds + last.offset);
}

std::vector<ClockChange> Zone::clock_changes(Date first, Date last) const {
    const Instant from{linear({first - 2, 0})};
    std::vector<ClockChange> changes;
    for (const Observance& observance : observances(from, {linear({last + 2, 0})})) {
        const auto [earlier, later] = std::minmax(observance.offset_before, observance.offset);
        const std::int64_t instant = observance.begin.seconds;
        if (from < observance.begin && earlier != later)
            changes.push_back({from_linear(instant + earlier), from_linear(instant + later)});
    }
    return changes;
}

std::vector<Observance> Zone::observances(Instant from, Instant until) const {
    const date::time_zone& zone = *held(zone_).zone;
    std::vector<Observance> all;
    for (date::sys_seconds at{std::chrono::seconds{from.seconds}};
         at < date::sys_seconds{std::chrono::seconds{until.seconds}};) {
        const date::sys_info info = zone.get_info(at);
        const Stretch stretch = stretch_of(zone_, info);
        const bool is_first = stretch.begin == -far_away;
        const auto before = is_first ? info.offset : zone.get_info(info.begin - std::chrono::seconds{1}).offset;
        all.push_back({{stretch.begin},
                       static_cast<std::int32_t>(before.count()),
                       static_cast<std::int32_t>(info.offset.count()),
                       info.save.count() != 0,
                       info.abbrev});
        at = info.end;
    }
    return all;
}

std::optional<Zone> find_zone(std::string_view name) {
    static std::mutex guard;
    static std::map<std::string, Held, std::less<>> known;
    if (name.empty() || is_refused(name)) return std::nullopt;
    const std::lock_guard lock(guard);
    if (const auto found = known.find(name); found != known.end()) return Zone(&found->second);
    try {
        const date::time_zone* zone = date::locate_zone(name);
        // The file is read at the first question: a broken one must show here, where there is an answer to give.
        zone->get_info(date::sys_seconds{});
        const auto [entry, added] = known.emplace(std::string(name), Held{std::string(name), zone});
        return Zone(&entry->second);
    } catch (const std::bad_alloc&) {
        throw;
    } catch (const std::exception&) {
        return std::nullopt;
    }
}

std::vector<std::string> zone_names() {
    std::vector<std::string> names;
    try {
        for (const date::time_zone& zone : date::get_tzdb().zones)
            if (!is_refused(zone.name())) names.push_back(zone.name());
    } catch (const std::bad_alloc&) {
        throw;
    } catch (const std::exception&) {
        return {};
    }
    std::sort(names.begin(), names.end());
    return names;
}

}  // namespace backops::time
