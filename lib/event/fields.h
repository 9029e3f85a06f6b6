#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "event/noun.h"

namespace backops::event {

/// What a value is. `list`, `map` and `record` hold others; all else is one scalar.
enum class Type : std::uint8_t {
    text,         ///< one line without control characters
    prose,        ///< many lines
    id,           ///< a word of one's own: a tag, a kind
    reference,    ///< the id of a record
    person_text,  ///< the id of a collaborator or crew member, or free text that has not the shape of an id
    date,         ///< 2026-06-12
    moment,       ///< a date-time
    start,        ///< a date-time or a date
    end,          ///< a date-time, a date or a clock time
    clock,        ///< 14:00
    duration,     ///< 90m
    flag,         ///< true or false
    number,       ///< 1 to 100,000
    choice,       ///< one of `choices`
    zone,         ///< an IANA zone
    uid,          ///< text without blanks
    color,        ///< a colour name or #rrggbb
    every,        ///< day, 2 weeks
    on,           ///< fri, 15, last fri
    list,         ///< of `element`
    map,          ///< of keys of one's own (`key_type`) to `element`
    record,       ///< of `fields`
};

/// Which records a reference may name.
enum class Target : std::uint8_t { none, area, collaborator, crew, party, activity, timeframe, any };

/// One key of a record, the single source for reading, checking, editing, showing and the JSON Schemas.
struct Field {
    std::string_view key;
    Type type = Type::text;
    std::string_view title = {};
    std::string_view help = {};  ///< a sentence or two; what editors and man pages show
    bool required = false;
    Target target = Target::none;
    std::span<const std::string_view> choices = {};
    const Field* element = nullptr;
    Type key_type = Type::id;
    std::span<const Field> fields = {};
    bool or_false = false;  ///< `false` may stand in place of the record
    std::string_view example = {};
};

/// The keys of a noun's files in the order that new ones are written in.
std::span<const Field> fields_of(Noun noun);

const Field* find_field(std::span<const Field> fields, std::string_view key);

/// Where a key that is none of `fields` belongs: the one among them whose own record has it; nothing when none has.
const Field* record_with(std::span<const Field> fields, std::string_view key);

/// Keys beginning `x-` are the user's own.
bool is_own_key(std::string_view key);

}  // namespace backops::event
