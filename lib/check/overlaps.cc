#include "check/overlaps.h"

#include <fmt/format.h>

#include "check/clashes.h"
#include "check/wording.h"

namespace backops::check {
namespace {

using schedule::Busy;

bool is_finding(const Clash& clash) {
    const bool is_optional = clash.earlier->is_optional && clash.later->is_optional;
    const bool is_the_teams = !clash.earlier->is_own && !clash.later->is_own;
    return !is_optional && !is_the_teams;
}

Finding finding_of(const Clash& clash, const std::string& resource, std::string_view rule, std::string_view claim) {
    const schedule::Occurrence& first = *clash.earlier->occurrence;
    const schedule::Occurrence& second = *clash.later->occurrence;
    Finding finding = about(std::string(rule), *second.activity, std::string(claim), start_spot(second).path,
                            {accept_hint("move one", *second.activity, rule, first.activity->id)});
    finding.when = when_text(second, clash.time);
    finding.day = second.day;
    finding.is_lowered = clash.earlier->is_soft() || clash.later->is_soft();
    finding.others = {{start_spot(first), fmt::format("the other is `{}`, {}", name_of(first),
                                                      clock_text(first, clash.earlier->time, second.day))}};
    finding.activities = {second.activity, first.activity};
    finding.occurrences = {name_of(second), name_of(first)};
    finding.resources = {resource};
    finding.minutes = (clash.time.until.seconds - clash.time.from.seconds) / 60;
    return finding;
}

}  // namespace

void add_overlaps(const schedule::ResolvedEvent& event, const schedule::CalendarName& calendar, model::Overlap overlap,
                  std::string_view rule, std::string_view claim, Findings& findings) {
    if (overlap == model::Overlap::allow) return;
    const std::vector<Busy> bookings = busy_of(event.plan, event.calendars, calendar);
    for (const Clash& clash : clashes(bookings)) {
        if (!is_finding(clash)) continue;
        Finding finding = finding_of(clash, calendar.id, rule, claim);
        finding.level = overlap == model::Overlap::forbid ? Level::error : Level::warning;
        findings.push_back(std::move(finding));
    }
}

}  // namespace backops::check
