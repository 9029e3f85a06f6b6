#pragma once

#include <span>
#include <string>
#include <vector>

#include "exchange/event_text.h"
#include "exchange/feed_time.h"
#include "schedule/selection.h"

namespace backops::exchange {

/// An occurrence of a selection, and what a calendar file says of it.
struct FeedRow {
    const schedule::Occurrence* occurrence = nullptr;
    EventText text;
};

/// One date of a series that is not as the others.
struct FeedException {
    FeedTime date;  ///< when the series itself has it: its RECURRENCE-ID
    FeedTimes times;
    EventText text;
};

/// What one activity is in a calendar file: one happening, or a series from its first date on. All dates have the form
/// of its start.
struct FeedSeries {
    FeedTimes times;
    EventText text;
    std::string rule;                ///< words of an RRULE with its end, or
    std::vector<FeedTime> dates;     ///< the dates after the first, one by one
    std::vector<FeedTime> left_out;  ///< dates of the rule on which nothing is
    std::vector<FeedException> exceptions;
};

/// Of the rows of one activity, in order of their original dates; at least one. The rule has the activity's own dates
/// as far as most of them are in the rows.
FeedSeries series_of(std::span<const FeedRow> rows);

}  // namespace backops::exchange
