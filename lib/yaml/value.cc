#include "yaml/value.h"

#include <algorithm>

namespace backops::yaml {

const Entry* Node::entry(std::string_view key) const {
    for (const Entry& one : entries)
        if (one.key == key) return &one;
    return nullptr;
}

const Node* Node::find(std::string_view key) const {
    const Entry* found = entry(key);
    return found && found->value.kind != Kind::nothing ? &found->value : nullptr;
}

Value::Value() = default;

Value Value::scalar(std::string text) {
    Value value;
    value.kind = Kind::scalar;
    value.text = std::move(text);
    return value;
}

Value Value::bare_scalar(std::string text) {
    Value value = scalar(std::move(text));
    value.bare = true;
    return value;
}

Value Value::list(std::vector<Value> items) {
    Value value;
    value.kind = Kind::list;
    value.items = std::move(items);
    return value;
}

Value Value::map(std::vector<std::pair<std::string, Value>> entries) {
    Value value;
    value.kind = Kind::map;
    value.entries = std::move(entries);
    return value;
}

const Value* Value::find(std::string_view key) const {
    for (const auto& [name, value] : entries)
        if (name == key) return &value;
    return nullptr;
}

bool Value::empty() const {
    switch (kind) {
        case Kind::nothing:
            return true;
        case Kind::scalar:
            return false;
        case Kind::list:
            return items.empty();
        case Kind::map:
            return entries.empty();
    }
    return true;
}

Value value_of(const Node& node) {
    Value value;
    value.kind = node.kind;
    value.text = node.text;
    value.bare = node.style == Style::plain;
    for (const Node& item : node.items) value.items.push_back(value_of(item));
    for (const Entry& entry : node.entries)
        if (entry.value.kind != Kind::nothing) value.entries.emplace_back(entry.key, value_of(entry.value));
    return value;
}

bool same(const Value& a, const Value& b) {
    if (a.kind != b.kind || a.text != b.text) return false;
    if (a.items.size() != b.items.size() || a.entries.size() != b.entries.size()) return false;
    for (std::size_t i = 0; i < a.items.size(); ++i)
        if (!same(a.items[i], b.items[i])) return false;
    // What is compared differs in few places: the other entry most often follows the one that was found before it.
    std::size_t next = 0;
    return std::all_of(a.entries.begin(), a.entries.end(), [&](const auto& entry) {
        for (std::size_t tried = 0; tried < b.entries.size(); ++tried, ++next) {
            if (next == b.entries.size()) next = 0;
            if (b.entries[next].first == entry.first) return same(entry.second, b.entries[next++].second);
        }
        return false;
    });
}

}  // namespace backops::yaml
