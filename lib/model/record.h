#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"
#include "time/duration.h"
#include "time/wall_time.h"

namespace backops::model {

/// Where the value of one top-level key stands in its record's file.
struct Mark {
    std::string_view key;  ///< of the field table: lives as long as the program
    text::Span span;
};

/// What every record has. The id is the file's stem, never a key.
struct Record {
    std::string id;
    std::string name;
    std::string description;  ///< many lines, without a final line end
    std::vector<std::string> tags;
    std::string notes;  ///< many lines, without a final line end
    std::vector<Mark> marks;
    bool has_own_keys = false;  ///< its file has keys that begin `x-`
};

/// A time as records give it: a wall time, or a date alone (then `seconds` is 0 and the day is a show day).
struct TimeOrDate {
    time::WallTime time;
    bool is_date = false;
    friend bool operator==(const TimeOrDate&, const TimeOrDate&) = default;
};

/// A stretch in which a person, collaborator or area cannot be booked; an `end` that is a date is inclusive.
struct Unavailable {
    TimeOrDate start;
    TimeOrDate end;
    std::string reason;
};

enum class Visibility : std::uint8_t { everyone, crew, confidential };  ///< public, crew, private

enum class Overlap : std::uint8_t { allow, warn, forbid };

/// Limits of working time (backops-event(5)); nothing means that the rule is off here.
struct Rules {
    std::optional<time::Duration> minimum_rest;
    std::optional<time::Duration> longest_day;
    std::optional<time::Duration> meal_within;
    std::optional<time::Duration> split;         ///< a gap that cuts a day in two where an own call ends it
    std::optional<time::Duration> general_call;  ///< the event's only: how long before work a general call may be
    std::vector<std::pair<std::string, std::string>> severity;  ///< the event's only: rule, then off, warning or error
};

struct Site {
    std::string venue, address, map, entrance, parking, transport;
    friend bool operator==(const Site&, const Site&) = default;
};

struct Safety {
    std::string emergency, hospital, medic, muster_point, notes;
    friend bool operator==(const Safety&, const Safety&) = default;
};

}  // namespace backops::model
