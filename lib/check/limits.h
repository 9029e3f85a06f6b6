#pragma once

#include <string>

#include "check/finding.h"
#include "model/plan.h"
#include "schedule/workday.h"

namespace backops::check {

/// The limits of working time that hold for a person: of each the nearest value, their own, their collaborator's or the
/// event's.
model::Rules limits_of(const model::Plan& plan, const model::CrewMember& person);

/// Whether any record sets the limit at all, so that people are worth looking at.
bool is_set_anywhere(const model::Plan& plan, std::optional<time::Duration> model::Rules::*limit);

/// The stretches that a person works on a show day: what lies between two of them is a rest of at least `least`, and no
/// part of the day. Without `least` the whole day, from call to out.
std::vector<schedule::Stretch> shifts_of(const schedule::Workday& day, std::optional<time::Duration> least);

/// A finding about a person's day, at what its call comes from.
Finding about_day(std::string rule, const model::CrewMember& person, const schedule::Workday& day,
                  const schedule::Entry& at);

/// Adds where that day, or what is wrong with it, ends or begins, unless that is where it stands already: "out of
/// `show`, 23:00".
void add_other_end(Finding& finding, const schedule::Occurrence& at, const schedule::Occurrence& other, Spot spot,
                   std::string_view what, time::Instant time);

}  // namespace backops::check
