#include "schedule/person_day.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <utility>

#include "schedule/stretches.h"

namespace backops::schedule {

std::string_view word_for(Reason reason) {
    constexpr std::string_view words[] = {"own", "team", "segment", "call", "meal"};
    return words[static_cast<std::size_t>(reason)];
}

namespace {

/// How much of the stretches, which are merged, lies within a range.
std::int64_t seconds_within(std::span<const Stretch> stretches, Stretch range) {
    const auto ends_before = [&](const Stretch& one) { return one.until <= range.from; };
    std::int64_t seconds = 0;
    for (auto one = std::ranges::partition_point(stretches, ends_before);
         one != stretches.end() && one->from < range.until; ++one)
        seconds += std::min(one->until, range.until).seconds - std::max(one->from, range.from).seconds;
    return seconds;
}

}  // namespace

std::vector<Stretch> travels_of(std::span<const PersonDay> days) {
    std::vector<Stretch> all;
    for (const PersonDay& day : days)
        for (const Taken& taken : day.entries)
            if (is_of_kind(*taken.entry.occurrence, "travel") && taken.entry.part == Part::required)
                std::ranges::copy_if(taken.left(), std::back_inserter(all), std::not_fn(is_moment));
    return merged(std::move(all));
}

std::optional<std::int64_t> rest_between(std::span<const Stretch> travels, const PersonDay& before,
                                         const PersonDay& next) {
    if (!before.last || !before.is_certain() || !next.is_certain()) return std::nullopt;
    const Stretch between{*before.out(), next.there()};
    const std::int64_t seconds = between.until.seconds - between.from.seconds;
    return seconds > 0 ? seconds - seconds_within(travels, between) : seconds;
}

bool is_there(const PersonDay& day, Stretch asked) {
    return std::ranges::any_of(day.pairs, [&](const Stretch& pair) { return meet(pair, asked); });
}

}  // namespace backops::schedule
