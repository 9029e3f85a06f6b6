#include "check/overlaps.h"

#include <fmt/format.h>

#include <map>
#include <utility>

#include "check/clashes.h"
#include "check/wording.h"
#include "text/wording.h"

namespace backops::check {
namespace {

using schedule::Busy;

bool is_finding(const Clash& clash, bool team_is_checked) {
    const bool is_optional = clash.earlier->is_optional && clash.later->is_optional;
    const bool is_own = clash.earlier->is_own && clash.later->is_own;
    const bool is_the_teams = team_is_checked && clash.earlier->is_teams && clash.later->is_teams && !is_own;
    return !is_optional && !is_the_teams;
}

Finding finding_of(const Clash& clash, const std::string& resource, std::string_view rule, std::string_view claim) {
    const schedule::Occurrence& first = *clash.earlier->occurrence;
    const schedule::Occurrence& second = *clash.later->occurrence;
    Finding finding = about(std::string(rule), *second.activity, std::string(claim), start_spot(*clash.later).path);
    finding.remedy = "move one";
    finding.with = first.activity->id;
    finding.when = when_text(second, clash.time);
    finding.day = second.day;
    finding.is_lowered = clash.earlier->is_soft() || clash.later->is_soft();
    finding.others = {{start_spot(*clash.earlier), fmt::format("the other is `{}`, {}", name_of(first),
                                                               clock_text(first, clash.earlier->time, second))}};
    finding.activities = {second.activity, first.activity};
    finding.occurrences = {name_of(second), name_of(first)};
    finding.resources = {resource};
    finding.minutes = (clash.time.until.seconds - clash.time.from.seconds) / 60;
    return finding;
}

Level level_of(model::Overlap overlap) { return overlap == model::Overlap::forbid ? Level::error : Level::warning; }

event::Noun noun_of(schedule::CalendarKind kind) {
    if (kind == schedule::CalendarKind::area) return event::Noun::area;
    return kind == schedule::CalendarKind::crew ? event::Noun::crew : event::Noun::collaborator;
}

// What is left out is not left out in silence.
Finding too_many(const schedule::CalendarName& calendar, model::Overlap overlap, std::string_view rule) {
    Finding finding = about(std::string(rule), Spot{noun_of(calendar.kind), calendar.id, {"name"}},
                            fmt::format("{{}} has more overlaps than are told: {} of two activities and {} in all",
                                        most_told, text::counted(most_clashes, "overlap")));
    finding.level = level_of(overlap);
    finding.resources = {calendar.id};
    return finding;
}

/// Two series that overlap each day for years fill no memory.
class Pairs {
  public:
    bool is_told(const Clash& clash) {
        return ++counts_[{clash.earlier->occurrence->activity, clash.later->occurrence->activity}] <= most_told;
    }

  private:
    std::map<std::pair<const model::Activity*, const model::Activity*>, std::size_t> counts_;
};

}  // namespace

void add_overlaps(const Booked& booked, std::string_view rule, std::string_view claim, Findings& findings) {
    const std::vector<Clash> all = clashes(booked.bookings);
    bool is_whole = all.size() < most_clashes;
    Pairs pairs;
    for (const Clash& clash : all) {
        if (!is_finding(clash, booked.team_is_checked)) continue;
        if (all.size() > most_told && !pairs.is_told(clash)) {
            is_whole = false;
            continue;
        }
        Finding finding = finding_of(clash, booked.calendar.id, rule, claim);
        finding.level = level_of(booked.overlap);
        finding.is_shared = booked.calendar.kind == schedule::CalendarKind::crew;
        findings.push_back(std::move(finding));
    }
    if (!is_whole) findings.push_back(too_many(booked.calendar, booked.overlap, rule));
}

}  // namespace backops::check
