#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "check/finding.h"
#include "schedule/resolved_event.h"

namespace backops::check {

/// One thing that is checked, as people know it.
struct Rule {
    std::string_view name;
    std::string_view level;        ///< by default, in words: "warning", "by the record's `overlap`"
    std::string_view summary;      ///< what it finds, behind "finds"
    std::string_view explanation;  ///< paragraphs of unbroken lines: what, why, and what to do
    /// What finds it; several rules may have one. Nothing for the form of files, and for what is said of the findings.
    Findings (*find)(const schedule::ResolvedEvent& event) = nullptr;
    bool is_of_form = false;  ///< the files' form: always an error or always a warning, and never accepted
};

/// Whether threads find something in an event sooner than it takes to make them.
inline bool is_worth_threads(const schedule::ResolvedEvent& event) {
    constexpr std::size_t fewest = 1000;
    return event.occurrences.size() >= fewest;
}

/// Those of the schedule, in the order in which backops-check(1) lists them.
std::span<const Rule* const> schedule_rules();

/// Of the schedule or of the form; nothing for a name that none has.
const Rule* find_rule(std::string_view name);

/// For suggestions: those of the schedule, and all.
std::vector<std::string> schedule_rule_names();
std::vector<std::string> rule_names();

/// Those of the files' form, which the reading of an event finds.
std::span<const Rule> form_rules();

// Each in the file of its name.
extern const Rule person_overlap, collaborator_overlap, area_overlap;
extern const Rule unavailable, short_rest, long_day, late_meal, curfew;
extern const Rule before_call, nobody_comes, early_call, long_activity, outside_event;
extern const Rule missing_attribute, nonexistent_time, ambiguous_time, segments;
extern const Rule start_left_out, unused_skip, unused_change, empty_series, long_series;
extern const Rule unused_accept, unknown_rule;

}  // namespace backops::check
