#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "event/fields.h"
#include "model/record.h"

namespace backops::event {

/// Why a scalar is not what its field takes, and what to write instead.
struct WrongValue {
    std::string message;
    std::vector<std::string> hints;
};

/// Nothing when `text` is a value of the field's type; references are only checked for the shape of an id. `key` is
/// what the message calls it.
std::optional<WrongValue> wrong_value(const Field& field, std::string_view key, const std::string& text);

/// The same for the key of a map with keys of one's own.
std::optional<WrongValue> wrong_key(const Field& map, const std::string& key);

/// The one spelling of all texts that mean the same value of the field's type: `90m` and `1h30m`, `8:00` and `08:00`.
std::string canonical(const Field& field, const std::string& text);

/// How a choice is listed: "`a`, `b` or `c`".
std::string one_of(std::span<const std::string_view> choices);

/// Days that an event may last at most.
inline constexpr int longest_event = 400;

/// The readings of values that `wrong_value` found nothing wrong with.
std::optional<model::TimeOrDate> time_or_date(std::string_view text);
std::optional<int> number(std::string_view text);

}  // namespace backops::event
