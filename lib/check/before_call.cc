#include <fmt/format.h>

#include <algorithm>

#include "check/days.h"
#include "check/rule.h"
#include "check/wording.h"

namespace backops::check {
namespace {

using schedule::PersonDay;

Finding finding_of(const model::CrewMember& person, const PersonDay& day) {
    const schedule::Entry& call = day.calls.front().entry;
    const schedule::Entry& work = *day.first;
    const std::int64_t early = call.time.from.seconds - work.time.from.seconds;
    Finding finding = about_day("before-call", person, day, work);
    finding.claim = fmt::format("work of {{}} begins {} before the call", length_text(early));
    finding.when = when_text(*work.occurrence, {work.time.from, work.time.from});
    add_other_end(finding, *work.occurrence, *call.occurrence, start_spot(*call.occurrence), "the call is",
                  call.time.from);
    finding.minutes = early / 60;
    return finding;
}

}  // namespace

void add_before_calls(const PersonAsked& asked, Findings& findings) {
    DayFindings found(asked, "before-call", findings);
    for (const PersonDay& day : asked.days)
        if (!day.calls.empty() && day.first_work && *day.first_work < day.calls.front().entry.time.from)
            found.add([&] { return finding_of(asked.person, day); });
}

constinit const Rule before_call{
    "before-call", "warning", "work that begins before the call of the same day",
    "A person's first work of a show day begins before the first of the calls that are theirs: a call that names them, "
    "or else one that requires their collaborator and names none of it. Sheets then print the earlier of the two, so "
    "that nobody is late; but one of the two times is most often a slip.\n"
    "Move the call or the work, or give the person a call of their own.",
    find_in_days};

}  // namespace backops::check
