#pragma once

#include <string>
#include <string_view>

#include "yaml/value.h"

namespace backops::yaml {

/// How a value is written: `indent` blanks before its lines, LF line ends.

/// A scalar on one line, plain when every YAML reader would then read the same text (or `value.bare` says that it may
/// be a number, date or boolean), else in double quotes; `in_flow` for the inside of brackets.
std::string scalar_text(const Value& value, bool in_flow = false);
/// The same in the quotes that are there already, if they can hold it.
std::string scalar_text(const Value& value, Style like);

/// Text of many lines: as `|` where that can hold it, or always with `\n` in quotes (before a line of nothing but
/// blanks, which `|` would take for its own).
enum class Breaks : unsigned char { literal, escaped };

/// How new lines are written: as the file's own author does.
struct Manner {
    Manner(Breaks breaks = Breaks::literal, int list_indent = 0) : breaks(breaks), list_indent(list_indent) {}
    Breaks breaks;
    int list_indent;  ///< blanks that a list's dashes stand behind its key's column
};

/// `key: value` with all its lines and a final line end.
std::string entry_text(std::string_view key, const Value& value, int indent, Manner manner = {});
/// `- item` with all its lines and a final line end.
std::string item_text(const Value& item, int indent, Manner manner = {});
/// All entries of a map.
std::string record_text(const Value& map, int indent = 0, Manner manner = {});

}  // namespace backops::yaml
