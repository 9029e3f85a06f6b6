#pragma once

#include "event/record_file.h"
#include "model/plan.h"

namespace backops::event {

/// The record that a file's tree means. What is missing or wrong there keeps its default: the problems have said so.
model::Event read_event(const RecordFile& file);
model::Area read_area(const RecordFile& file);
model::Collaborator read_collaborator(const RecordFile& file);
model::CrewMember read_crew(const RecordFile& file);
model::Activity read_activity(const RecordFile& file);
model::Timeframe read_timeframe(const RecordFile& file);
model::View read_view(const RecordFile& file);

/// The end that a file's `end` text means for a start: a clock time is the first such time after it, kept on the
/// start's date as written (23:00 to 00:45 is 24:45); one that equals the start is the start: a moment, which
/// `read_activity` gives no end. Nothing when the text is no time.
std::optional<time::WallTime> end_after(const model::TimeOrDate& start, std::string_view end);

/// The start that a change of an occurrence gives: a clock time of its date, a date-time, or a date when all day.
std::optional<model::TimeOrDate> time_on(time::Date date, std::string_view start);

}  // namespace backops::event
