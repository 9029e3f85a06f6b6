#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "event/intake.h"
#include "time/date.h"

namespace backops::edits {

/// What a word that stands for an activity names: the activity, one date of a series, or that date and all that follow.
struct Named {
    std::string id;
    std::optional<time::Date> date;  ///< the occurrence's date as its rule writes it
    bool following = false;
    friend bool operator==(const Named&, const Named&) = default;
};

/// `breakfast` (by id, unique beginning or name), `breakfast@2026-06-13`, `breakfast@2026-06-13..`. After the `@` any
/// day may be typed (`sun`, `day 4`): a show day, which is another date than the written one where the series starts
/// before `day_start`. text::Failure for what is not understood, and for a date of an activity that happens once.
/// Whether the series has that date is not asked: see SeriesDates.
Named named(event::Intake& intake, std::string_view typed);

/// `breakfast@2026-06-13..`, as `named` reads it.
std::string to_text(const Named& named);

}  // namespace backops::edits
