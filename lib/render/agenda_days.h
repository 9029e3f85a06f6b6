#pragma once

#include <span>
#include <string>
#include <vector>

#include "model/plan.h"
#include "schedule/selection.h"

namespace backops::render {

/// "fri 12 jun" as headings have it; only ASCII letters change.
std::string capitals(std::string words);

/// "FRI 12 JUN", with the year when it is not the event's.
std::string day_label(const model::Event& event, time::Date day);

/// The time frames of a show day, those of the whole day first: "Show days", "no vehicles on site 10:00–02:00+1".
std::vector<std::string> band_phrases(std::span<const schedule::Band> bands, time::Date day);

struct DayNote {
    std::string words;
    std::string color;  ///< as the time frame's file has it; often empty
};

/// What is so all day, or for part of it: the day's number within the event, then the time frames that touch it.
std::vector<DayNote> day_notes(const model::Event& event, std::span<const schedule::Band> bands, time::Date day);

/// What stands beside it: "day 3 of 5 · Show days · no vehicles on site 10:00–02:00+1", at most `width` cells; time
/// frames that do not fit are counted. Outside the event's days only the time frames.
std::string day_context(const model::Event& event, std::span<const schedule::Band> bands, time::Date day, int width);

}  // namespace backops::render
