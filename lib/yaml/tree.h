#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace backops::yaml {

/// `nothing` is a key (or item) with nothing after it: the same as no key, but it has a place.
enum class Kind : std::uint8_t { nothing, scalar, list, map };
enum class Style : std::uint8_t { plain, single_quoted, double_quoted, literal, folded, block, flow };

struct Entry;

/// A value with the bytes that it stands on. Every scalar is text: `no`, `08`, `12:30`, `null` and `~` are what they
/// look like. The span of a scalar is its token with its quotes (of a block scalar, from `|` to the end of its last
/// line that is not blank); of a collection, from its first to its last byte; of `nothing`, the empty place after the
/// colon or dash.
struct Node {
    Kind kind = Kind::nothing;
    Style style = Style::plain;
    text::Span span;
    std::string text;            ///< of a scalar, as YAML means it: unquoted, folded
    std::vector<Node> items;     ///< of a list
    std::vector<Entry> entries;  ///< of a map, in the file's order

    /// The value of a key; null when there is no such key or nothing after it.
    const Node* find(std::string_view key) const;
    /// The entry itself, even with nothing after its key.
    const Entry* entry(std::string_view key) const;
};

struct Entry {
    std::string key;
    text::Span key_span;
    Node value;
};

}  // namespace backops::yaml
