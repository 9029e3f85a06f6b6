#pragma once

#include <string>

#include "yaml/random_record.h"

namespace backops::edits::tests {

/// The text of `activities/series.yaml` for the event of event/opened.h: any rule, bound, time of day and length, with
/// skipped and changed dates, most of them dates of the rule.
std::string random_series(yaml::test::Dice& dice);

}  // namespace backops::edits::tests
