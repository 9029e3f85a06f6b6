#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "event/fields.h"
#include "yaml/tree.h"

namespace backops::event {

/// What to write in the place of a value whose form is wrong: hints as of a Problem. Each text that they offer is read.

/// `a, b` and `a` as the items of a list in brackets; nothing when they would need quotes or are too long to show.
std::optional<std::string> as_list(std::string_view words);

/// For a key that a record needs and has not.
std::vector<std::string> for_missing(const Field& field);

/// For a text or a list (`found`) in the place of `key`, whose value is keys below it.
std::vector<std::string> for_inner_record(const Field& field, std::string_view key, const yaml::Node& found);

/// For a text in the place of `key`, whose value is a list.
std::vector<std::string> for_list(const Field& field, std::string_view key, std::string_view found);

/// The text inside typographic quotes (“…”, „…“, «…»), which to YAML are letters; nothing when there are none.
std::optional<std::string> without_typographic_quotes(std::string_view text);

/// Whether a time is said as commands take it and files do not: `fri 14:00`, `day 2`, `tomorrow 9:30`.
bool is_said_to_commands(std::string_view time);

}  // namespace backops::event
