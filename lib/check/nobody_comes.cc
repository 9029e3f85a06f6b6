#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "check/days.h"
#include "check/rule.h"
#include "check/wording.h"
#include "text/wording.h"

namespace backops::check {
namespace {

using schedule::Entry;
using schedule::Lost;
using schedule::PersonDay;

/// What takes somebody of a collaborator as required, and why others of it are not taken.
struct Coming {
    std::set<const schedule::Occurrence*> to;
    std::map<const schedule::Occurrence*, std::array<std::size_t, 3>> lost;  ///< by Lost::Cause
};

Coming coming(const TeamAsked& asked) {
    Coming coming;
    for (const std::vector<PersonDay>& days : asked.days)
        for (const PersonDay& day : days) {
            for (const schedule::Taken& taken : day.entries)
                if (taken.entry.part == schedule::Part::required) coming.to.insert(taken.entry.occurrence);
            for (const Lost& lost : day.lost)
                ++coming.lost[lost.entry.occurrence][static_cast<std::size_t>(lost.cause)];
        }
    return coming;
}

bool is_asked(const schedule::PersonDays::Sent& sent) {
    const schedule::Occurrence& occurrence = *sent.entry.occurrence;
    return !sent.is_call && !sent.names_some && !occurrence.activity->all_day && !is_of_kind(occurrence, "meal");
}

std::string reasons(const std::array<std::size_t, 3>& lost) {
    constexpr std::array words{"called later", "away", "at other work"};
    std::vector<std::string> all;
    for (std::size_t i = 0; i < lost.size(); ++i)
        if (lost[i] > 0) all.push_back(fmt::format("{} {} {}", lost[i], lost[i] == 1 ? "is" : "are", words[i]));
    return all.empty() ? "" : ": " + text::listed(all);
}

yaml::Path path_of(const Entry& entry, const std::string& collaborator) {
    const schedule::Occurrence& occurrence = *entry.occurrence;
    if (entry.segment) {
        const auto index = static_cast<std::size_t>(entry.segment - occurrence.activity->segments.data());
        return {"segments", index, "who", collaborator};
    }
    yaml::Path path;
    if (occurrence.change && occurrence.change->participants)
        path = {"repeat", "changes", time::to_text(occurrence.change->date)};
    for (const char* step : {"participants", "required"}) path.emplace_back(step);
    path.emplace_back(collaborator);
    return path;
}

Finding finding_of(const Entry& entry, const std::string& collaborator, const std::array<std::size_t, 3>& lost) {
    const schedule::Occurrence& occurrence = *entry.occurrence;
    Finding finding =
        about("nobody-comes", *occurrence.activity,
              fmt::format("nobody of {{}} comes to `{}`", occurrence.activity->id), path_of(entry, collaborator));
    finding.remedy = "name who comes, or ask others";
    finding.with = collaborator;
    finding.when = when_text(occurrence, entry.time);
    finding.rest = reasons(lost);
    finding.day = entry.day;
    finding.occurrences = {name_of(occurrence)};
    finding.resources = {collaborator};
    return finding;
}

}  // namespace

void add_nobody_comes(const TeamAsked& asked, Findings& findings) {
    if (asked.days.empty() || asked.sent.empty()) return;
    const Coming coming_people = coming(asked);
    const schedule::Occurrence* last = nullptr;
    for (const schedule::PersonDays::Sent& sent : asked.sent) {
        const schedule::Occurrence* occurrence = sent.entry.occurrence;
        if (!is_asked(sent) || occurrence == last || coming_people.to.contains(occurrence)) continue;
        const auto lost = coming_people.lost.find(occurrence);
        findings.push_back(finding_of(sent.entry, std::string(asked.collaborator),
                                      lost == coming_people.lost.end() ? std::array<std::size_t, 3>{} : lost->second));
        last = occurrence;
    }
}

constinit const Rule nobody_comes{
    "nobody-comes", "warning", "an activity that requires a company and takes nobody of it",
    "An activity requires a collaborator that has people, and none of them are taken: all are away, at work of their "
    "own for the whole time, called only later that day, or named as optional. Calls, meals, what lasts all day and "
    "needs alone are not asked. A company without crew records is not either.\n"
    "Name who comes, move their calls, or ask another company.",
    find_in_days};

}  // namespace backops::check
