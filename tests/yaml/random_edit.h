#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "random_record.h"
#include "yaml/edit.h"
#include "yaml/tree.h"
#include "yaml/value.h"

namespace backops::yaml::test {

/// One edit of a document.
struct Edit {
    enum class Sort { set, insert, remove } sort;
    Path path;
    Value value;
    std::size_t index = 0;
};

/// Sets, inserts or removes at a place that is there, or at keys below one.
Edit random_edit(Dice& dice, const Node& root);
void apply(const Edit& edit, Document& document);
/// What an edit should come to, worked out on the values alone.
Value applied(const Edit& edit, const Value& record);

/// The tree of a text with nothing wrong in it.
std::optional<Node> read(const std::string& text);
bool means(const std::string& text, const Value& wanted);
/// Bytes outside the top-level entry that the edit stands in are those that were there.
bool keeps_the_rest(const std::string& before, const Node& root, const Edit& edit, const std::string& after);

}  // namespace backops::yaml::test
