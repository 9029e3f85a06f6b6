#include "schedule/person_day.h"

#include <algorithm>

#include "schedule/stretches.h"

namespace backops::schedule {

std::string_view word_for(Reason reason) {
    constexpr std::string_view words[] = {"own", "team", "segment", "call", "meal"};
    return words[static_cast<std::size_t>(reason)];
}

namespace {

/// What takes a person to another place, within a range.
std::int64_t seconds_of_travel(std::span<const PersonDay> days, Stretch range) {
    std::vector<Stretch> all;
    for (const PersonDay& day : days)
        for (const Taken& taken : day.entries) {
            if (!is_of_kind(*taken.entry.occurrence, "travel") || taken.entry.part != Part::required) continue;
            for (const Stretch& part : taken.left())
                all.push_back({std::max(part.from, range.from), std::min(part.until, range.until)});
        }
    std::erase_if(all, is_moment);
    std::int64_t seconds = 0;
    for (const Stretch& one : merged(std::move(all))) seconds += one.until.seconds - one.from.seconds;
    return seconds;
}

}  // namespace

std::optional<std::int64_t> rest_between(std::span<const PersonDay> days, const PersonDay& before,
                                         const PersonDay& next) {
    if (!before.last || !before.is_certain() || !next.is_certain()) return std::nullopt;
    const Stretch between{*before.out(), next.there()};
    return between.until.seconds - between.from.seconds - (is_moment(between) ? 0 : seconds_of_travel(days, between));
}

bool is_there(const PersonDay& day, Stretch asked) {
    return std::ranges::any_of(day.pairs, [&](const Stretch& pair) { return meet(pair, asked); });
}

}  // namespace backops::schedule
