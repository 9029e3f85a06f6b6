#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "check/finding.h"
#include "model/plan.h"
#include "schedule/person_days.h"

namespace backops::check {

/// A person whose days are checked, with the limits that hold for them; the days are in order.
struct PersonAsked {
    const model::CrewMember& person;
    model::Rules limits;
    std::span<const schedule::PersonDay> days;
};

/// Whether any record sets the limit at all, so that people are worth looking at.
bool is_set_anywhere(const model::Plan& plan, std::optional<time::Duration> model::Rules::*limit);

/// The stretches of a show day from being there to being out: its pairs, without what between two stretches of work is
/// a gap of at least `least`. Calls that are moments do not end a gap.
std::vector<schedule::Stretch> shifts_of(const schedule::PersonDay& day, std::optional<time::Duration> least);

/// A finding about a person's day, at what its call comes from.
Finding about_day(std::string rule, const model::CrewMember& person, const schedule::PersonDay& day,
                  const schedule::Entry& at);

/// Adds where that day, or what is wrong with it, ends or begins, unless that is where it stands already: "out of
/// `show`, 23:00".
void add_other_end(Finding& finding, const schedule::Occurrence& at, const schedule::Occurrence& other, Spot spot,
                   std::string_view what, time::Instant time);

}  // namespace backops::check
