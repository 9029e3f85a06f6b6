#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "model/record.h"
#include "time/repeat.h"

namespace backops::model {

enum class Status : std::uint8_t { confirmed, tentative, cancelled };

/// As files and people write it.
constexpr std::string_view word_for(Status status) {
    constexpr std::string_view words[] = {"confirmed", "tentative", "cancelled"};
    return words[static_cast<std::size_t>(status)];
}

struct Need {
    int count = 1;
    std::string role;
    std::string collaborator;
};

struct Participants {
    std::vector<std::string> required, optional;
};

struct Segment {
    std::string name;
    std::optional<time::Duration> duration;
    std::optional<std::int32_t>
        start;  ///< seconds since midnight: the first such clock time after the activity's start
    std::string cue, type, location, color, notes;
    std::vector<std::string> who;  ///< ids of collaborators and crew, or free text
    std::vector<std::pair<std::string, std::string>> columns;
};

struct Accept {
    std::string rule, with, reason, by;
    std::optional<time::Date> until;
};

/// What one occurrence has instead of its series' values; only what is set differs. Clock times are of the original
/// date.
struct Change {
    time::Date date;
    std::optional<std::string> name, location, description, notes;
    std::optional<time::WallTime> start, end;
    std::optional<time::Duration> duration;
    std::optional<std::vector<std::string>> areas, organizers;
    std::optional<Participants> participants;
    std::optional<Status> status;
    bool end_is_clock = false;  ///< as Activity's
};

struct Repeat {
    std::optional<time::Every> every;  ///< or `dates`
    std::vector<time::Date> dates;
    std::vector<time::On> on;
    time::Weekday week_start = time::Weekday::mon;
    std::optional<time::Date> until;
    std::optional<int> count;
    std::string during;  ///< time frame id
    std::vector<time::Date> skip;
    std::vector<Change> changes;
};

/// Its `end` is resolved: a clock time in the file is the first such after `start`. All day: `start.seconds` is 0, and
/// `end`, if any, is the last day, inclusive. At most one of `end` and `duration`; neither: a moment, or one day if all
/// day.
struct Activity : Record {
    std::string kind;
    Status status = Status::confirmed;
    bool all_day = false;
    time::WallTime start;
    std::optional<time::WallTime> end;
    bool end_is_clock = false;  ///< written as a clock time alone, which may mean another day than was thought
    std::optional<time::Duration> duration;
    std::string timezone;  ///< empty: its areas', else the event's
    bool global = false;
    std::vector<std::string> areas;
    std::string location;
    std::vector<std::string> organizers;
    Participants participants;
    std::vector<Need> needs;
    std::optional<Repeat> repeat;
    std::vector<Segment> segments;
    std::optional<bool> busy;  ///< as written; see schedule/ for the default
    bool fixed = false;
    Visibility visibility = Visibility::crew;
    std::vector<Accept> accept;
    std::string uid;
    std::string continues;
};

}  // namespace backops::model
