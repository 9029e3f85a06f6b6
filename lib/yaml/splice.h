#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "yaml/tree.h"
#include "yaml/value.h"
#include "yaml/write.h"

namespace backops::yaml {

/// Candidates for a record's text after one change, each the narrowest of its kind; nothing where the layout does not
/// allow it. They are proposals: the caller parses and compares each before it is believed. New lines get the file's
/// own line end.

/// What to write between the ends of `old` (a scalar on one line, or nothing) so that it is another scalar.
std::optional<std::string> scalar_for(std::string_view text, const Node& old, const Value& value, bool in_flow);
/// Another scalar in the place of `old`.
std::optional<std::string> with_scalar(std::string_view text, const Node& old, const Value& value, bool in_flow);

/// A new entry of `map`, so that it becomes the `index`-th; in brackets, a scalar only.
std::optional<std::string> with_new_entry(std::string_view text, const Node& map, std::size_t index,
                                          std::string_view key, const Value& value, Manner manner = {});
/// A new item of `list`, so that it becomes the `index`-th; comment lines above the item that it pushes on stay with
/// that item.
std::optional<std::string> with_new_item(std::string_view text, const Node& list, std::size_t index, const Value& item,
                                         Manner manner = {});

/// Whether the blank lines below what is removed stay: behind a text that keeps its blank lines (`|+`) they must go.
enum class BlankLines : unsigned char { stay, go };
std::optional<std::string> without_entry(std::string_view text, const Node& map, std::size_t index,
                                         BlankLines blank_lines = BlankLines::stay);
std::optional<std::string> without_item(std::string_view text, const Node& list, std::size_t index,
                                        BlankLines blank_lines = BlankLines::stay);

/// Without several items, but not all; their indexes are in order.
std::optional<std::string> without_items(std::string_view text, const Node& list, std::span<const std::size_t> indexes);

/// The lines of an entry or item written anew in block style.
std::optional<std::string> with_entry_rewritten(std::string_view text, const Node& map, std::size_t index,
                                                const Value& value, Manner manner = {});
std::optional<std::string> with_item_rewritten(std::string_view text, const Node& list, std::size_t index,
                                               const Value& value, Manner manner = {});
/// All the record written anew; what stands before and after it is kept.
std::string with_record_rewritten(std::string_view text, const Node& root, const Value& record);

}  // namespace backops::yaml
