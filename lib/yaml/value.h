#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "yaml/tree.h"

namespace backops::yaml {

/// What a text means, without places: what an edit writes and what it is checked against.
struct Value {
    Kind kind = Kind::nothing;
    std::string text;
    bool bare = false;  ///< a scalar that may look like a number, date or boolean to other programs (it is one)
    std::vector<Value> items;
    std::vector<std::pair<std::string, Value>> entries;

    Value();

    static Value scalar(std::string text);
    static Value bare_scalar(std::string text);
    static Value list(std::vector<Value> items);
    static Value map(std::vector<std::pair<std::string, Value>> entries);

    const Value* find(std::string_view key) const;
    bool empty() const;  ///< nothing, or a collection without members
};

/// Keys with nothing after them are left out.
Value value_of(const Node& node);

/// The same meaning: maps compare without regard to order, `bare` does not count.
bool same(const Value& a, const Value& b);

}  // namespace backops::yaml
