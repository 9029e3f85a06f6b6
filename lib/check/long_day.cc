#include <fmt/format.h>

#include "check/days.h"
#include "check/rule.h"
#include "check/wording.h"

namespace backops::check {
namespace {

using schedule::PersonDay;

std::int64_t length_of(const PersonDay& day, std::optional<time::Duration> rest) {
    std::int64_t seconds = 0;
    for (const schedule::Stretch& shift : shifts_of(day, rest)) seconds += shift.until.seconds - shift.from.seconds;
    return seconds;
}

// Between the times of the message lie rests that are no part of its length.
std::string rests_text(const PersonDay& day, std::int64_t length, std::optional<time::Duration> rest) {
    if (length == day.out()->seconds - day.there().seconds) return "";
    return rest ? fmt::format(", without gaps of {} and more", length_text(rest->seconds)) : ", in two parts";
}

Finding finding_of(const model::CrewMember& person, const PersonDay& day, std::int64_t length,
                   const model::Rules& limits) {
    const schedule::Entry& call = *day.first;
    const schedule::Occurrence& out = *day.last->occurrence;
    Finding finding = about_day("long-day", person, day, call);
    finding.claim = fmt::format("a day of {} for {{}}", length_text(length));
    finding.when = when_text(*call.occurrence, {day.there(), *day.out()});
    finding.rest = fmt::format("{}; {} is the longest", rests_text(day, length, limits.minimum_rest),
                               length_text(limits.longest_day->seconds));
    add_other_end(finding, *call.occurrence, out, end_spot(out), "out of", *day.out());
    finding.minutes = length / 60;
    return finding;
}

}  // namespace

void add_long_days(const PersonAsked& asked, Findings& findings) {
    if (!asked.limits.longest_day) return;
    DayFindings found(asked, "long-day", findings);
    for (const PersonDay& day : asked.days) {
        if (!day.last || !day.is_certain()) continue;
        const std::int64_t length = length_of(day, asked.limits.minimum_rest);
        if (length > asked.limits.longest_day->seconds)
            found.add([&] { return finding_of(asked.person, day, length, asked.limits); });
    }
}

constinit const Rule long_day{
    "long-day", "warning, where `longest_day` is set", "a day from call to out that is longer than `longest_day`",
    "From the time at which a person must be there to their out of a show day is longer than `longest_day`, in elapsed "
    "time. Gaps between work of at least `minimum_rest` are not counted, where that is set. A day that `rules.split` "
    "cuts in two counts as the sum of its parts. The limit is `rules.longest_day` of the person, their collaborator or "
    "the event: the nearest one holds, and without any the rule is off. backops-schedule(1) says what makes a person's "
    "day.\n"
    "Begin later, end earlier, or send somebody else to one of the two.",
    find_in_days};

}  // namespace backops::check
