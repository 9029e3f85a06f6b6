#include "yaml/edit.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <stdexcept>

#include "text/problem.h"
#include "yaml/ends.h"
#include "yaml/parse.h"
#include "yaml/splice.h"

namespace backops::yaml {
namespace {

const std::string* key_of(const Step& step) { return std::get_if<std::string>(&step); }

template <class Map>
std::size_t entry_index(const Map& entries, std::string_view key) {
    const auto key_of_entry = [](const auto& entry) -> const std::string& {
        if constexpr (requires { entry.key; })
            return entry.key;
        else
            return entry.first;
    };
    const auto found =
        std::find_if(entries.begin(), entries.end(), [&](const auto& e) { return key_of_entry(e) == key; });
    return static_cast<std::size_t>(found - entries.begin());
}

// Where a new key goes: after the nearest of the keys that come before it in `order`; an unordered one last.
template <class Keys>
std::size_t place_for(std::string_view key, const Keys& present, const std::vector<std::string_view>& order) {
    const auto mine = std::find(order.begin(), order.end(), key);
    if (mine == order.end()) return present.size();
    for (auto before = mine; before != order.begin();) {
        --before;
        const auto found = std::find(present.begin(), present.end(), *before);
        if (found != present.end()) return static_cast<std::size_t>(found - present.begin()) + 1;
    }
    return 0;
}

std::vector<std::string> keys_of(const Value& map) {
    std::vector<std::string> keys;
    for (const auto& entry : map.entries) keys.push_back(entry.first);
    return keys;
}

std::vector<std::string> keys_of(const Node& map) {
    std::vector<std::string> keys;
    for (const Entry& entry : map.entries) keys.push_back(entry.key);
    return keys;
}

void put(Value& where, const Path& path, std::size_t depth, const Value& value, const KeyOrder& order) {
    if (depth == path.size()) {
        where = value;
        return;
    }
    if (const std::string* key = key_of(path[depth])) {
        if (where.kind != Kind::map) where = Value::map({});
        std::size_t index = entry_index(where.entries, *key);
        if (index == where.entries.size()) {
            const Path parent(path.begin(), path.begin() + static_cast<std::ptrdiff_t>(depth));
            index = place_for(*key, keys_of(where), order ? order(parent) : std::vector<std::string_view>{});
            where.entries.insert(where.entries.begin() + static_cast<std::ptrdiff_t>(index), {*key, Value{}});
        }
        return put(where.entries[index].second, path, depth + 1, value, order);
    }
    const std::size_t item = std::get<std::size_t>(path[depth]);
    if (where.kind != Kind::list) where = Value::list({});
    if (item >= where.items.size()) where.items.emplace_back();
    put(where.items[std::min(item, where.items.size() - 1)], path, depth + 1, value, order);
}

// Takes away what stands at the path, and then what has become empty around it: how many steps name the outermost of
// what went. Zero when nothing was there.
std::size_t take(Value& where, const Path& path, std::size_t depth) {
    const std::string* key = key_of(path[depth]);
    const std::size_t index = key ? entry_index(where.entries, *key) : std::get<std::size_t>(path[depth]);
    if (index >= (key ? where.entries.size() : where.items.size())) return 0;
    Value& inner = key ? where.entries[index].second : where.items[index];
    std::size_t gone = depth + 1;
    if (gone < path.size()) {
        gone = take(inner, path, gone);
        if (gone == 0 || !inner.empty()) return gone;
    }
    if (key)
        where.entries.erase(where.entries.begin() + static_cast<std::ptrdiff_t>(index));
    else
        where.items.erase(where.items.begin() + static_cast<std::ptrdiff_t>(index));
    return depth + 1;
}

// As reading gives it back: keys with nothing after them are left out.
Value as_read(Value value) {
    std::erase_if(value.entries, [](const auto& entry) { return entry.second.kind == Kind::nothing; });
    for (auto& entry : value.entries) entry.second = as_read(std::move(entry.second));
    for (Value& item : value.items) item = as_read(std::move(item));
    return value;
}

const Value* value_at(const Value& where, const Path& path, std::size_t length) {
    const Value* here = &where;
    for (std::size_t i = 0; i < length && here; ++i) {
        if (const std::string* key = key_of(path[i]))
            here = here->find(*key);
        else
            here = std::get<std::size_t>(path[i]) < here->items.size() ? &here->items[std::get<std::size_t>(path[i])]
                                                                       : nullptr;
    }
    return here;
}

// The node of the first `length` steps; unlike `at`, also one with nothing in it.
const Node* node_at(const Node& root, const Path& path, std::size_t length) {
    const Node* here = &root;
    for (std::size_t i = 0; i < length; ++i) {
        if (const std::string* key = key_of(path[i])) {
            const Entry* entry = here->entry(*key);
            if (!entry) return nullptr;
            here = &entry->value;
        } else {
            const std::size_t item = std::get<std::size_t>(path[i]);
            if (item >= here->items.size()) return nullptr;
            here = &here->items[item];
        }
    }
    return here;
}

bool is_in_flow(const Node& root, const Path& path) {
    for (std::size_t i = 0; i < path.size(); ++i)
        if (const Node* node = node_at(root, path, i); node && node->style == Style::flow) return true;
    return false;
}

// How far the first list that is written in lines stands behind its key; its author writes others so too.
std::optional<int> list_indent(std::string_view text, const Node& node) {
    for (const Entry& entry : node.entries) {
        const bool in_lines = entry.value.kind == Kind::list && entry.value.style == Style::block;
        if (in_lines) return column_of(text, entry.value.span.begin) - column_of(text, entry.key_span.begin);
        if (const auto below = list_indent(text, entry.value)) return below;
    }
    return std::nullopt;
}

std::vector<Manner> manners(std::string_view text, const Node& root) {
    const int indent = std::clamp(list_indent(text, root).value_or(0), 0, 8);
    return {{Breaks::literal, indent}, {Breaks::escaped, indent}};
}

/// The text with nothing before the line end or the comment of lines that begin with a tab. The reader takes such a
/// line behind a key without a value, and nowhere else.
std::string without_tabs_before_nothing(std::string_view text) {
    std::string all;
    while (!text.empty()) {
        const std::size_t next = std::min(text.find('\n'), text.size() - 1) + 1;
        std::string_view line = text.substr(0, next);
        const std::size_t content = std::min(line.find_first_not_of(" \t"), line.size());
        const bool has_nothing =
            content == line.size() || std::string_view("\r\n#").find(line[content]) != std::string_view::npos;
        if (line.front() == '\t' && has_nothing) line.remove_prefix(content);
        all += line;
        text.remove_prefix(next);
    }
    return all;
}

void keep(std::vector<std::string>& candidates, std::optional<std::string> candidate) {
    if (candidate) candidates.push_back(std::move(*candidate));
}

std::size_t index_in(const Node& parent, const Step& step) {
    const std::string* key = key_of(step);
    return key ? entry_index(parent.entries, *key) : std::get<std::size_t>(step);
}

}  // namespace

const Node* at(const Node& root, const Path& path) {
    const Node* node = node_at(root, path, path.size());
    return node && node->kind != Kind::nothing ? node : nullptr;
}

Document::Document(std::string text, KeyOrder order) : text_(std::move(text)), order_(std::move(order)) {
    text::Problems problems;
    auto root = parse("", text_, problems);
    if (!root || !problems.empty()) throw std::invalid_argument("a record with syntax errors cannot be edited");
    root_ = std::move(*root);
}

bool Document::becomes(std::string candidate, const Value& wanted) {
    text::Problems problems;
    auto root = parse("", candidate, problems);
    if (!root || !problems.empty()) return false;
    const Value read = value_of(*root);
    if (!same(read, wanted) && !(read.empty() && wanted.empty())) return false;
    text_ = std::move(candidate);
    root_ = std::move(*root);
    return true;
}

void Document::change(const Path& path, const Value& wanted, const std::vector<std::string>& narrow, bool removes) {
    for (const std::string& candidate : narrow)
        if (becomes(candidate, wanted)) return;
    for (std::size_t length = path.size() - (removes ? 1 : 0); length > 0; --length) {
        const Node* parent = node_at(root_, path, length - 1);
        if (!parent) continue;
        const Step& step = path[length - 1];
        const std::size_t index = index_in(*parent, step);
        const Value* value = value_at(wanted, path, length);
        const Value by = value ? *value : Value{};
        for (const Manner& manner : manners(text_, root_)) {
            std::optional<std::string> candidate;
            if (key_of(step) && index < parent->entries.size())
                candidate = with_entry_rewritten(text_, *parent, index, by, manner);
            else if (!key_of(step) && index < parent->items.size())
                candidate = with_item_rewritten(text_, *parent, index, by, manner);
            if (candidate && becomes(*candidate, wanted)) return;
        }
    }
    if (becomes(with_record_rewritten(text_, root_, wanted), wanted)) return;
    Document untabbed(without_tabs_before_nothing(text_), order_);
    if (untabbed.text() == text_) throw std::logic_error("no way was found to write this change into the record");
    untabbed.change(path, wanted, {}, removes);
    *this = std::move(untabbed);
}

void Document::set(const Path& path, Value value) {
    value = as_read(std::move(value));
    if (value.empty()) return remove(path);
    const Node* now = at(root_, path);
    if (now && same(value_of(*now), value)) return;
    Value wanted = this->value();
    put(wanted, path, 0, value, order_);

    // The deepest place whose surroundings exist: what is above the value and missing is written with it.
    Path place = path;
    while (place.size() > 1) {
        const Node* parent = at(root_, Path(place.begin(), place.end() - 1));
        if (parent) break;
        place.pop_back();
    }
    change(place, wanted, candidates_for(place, *value_at(wanted, place, place.size())), false);
}

void Document::set_scalars(std::span<const std::pair<Path, std::string>> all) {
    if (all.size() > 1) {
        Value wanted = value();
        for (const auto& [path, text] : all) put(wanted, path, 0, Value::scalar(text), order_);
        const auto candidate = with_scalars(all);
        if (candidate && becomes(*candidate, wanted)) return;
    }
    for (const auto& [path, text] : all) set(path, Value::scalar(text));
}

std::optional<std::string> Document::with_scalars(std::span<const std::pair<Path, std::string>> all) const {
    const std::string_view text = text_;
    std::string whole;
    std::size_t done = 0;
    for (const auto& [path, wanted] : all) {
        const Node* old = at(root_, path);
        const auto scalar = old ? scalar_for(text, *old, Value::scalar(wanted), is_in_flow(root_, path)) : std::nullopt;
        if (!scalar || old->span.begin < done) return std::nullopt;
        whole.append(text.substr(done, old->span.begin - done)).append(*scalar);
        done = old->span.end;
    }
    return whole.append(text.substr(done));
}

std::vector<std::string> Document::candidates_for(const Path& place, const Value& value) const {
    std::vector<std::string> found;
    const Node* parent = node_at(root_, place, place.size() - 1);
    const std::string* key = key_of(place.back());
    if (const Node* old = node_at(root_, place, place.size())) {
        keep(found, with_scalar(text_, *old, value, is_in_flow(root_, place)));
    } else if (key && parent && !parent->entries.empty()) {
        const Path above(place.begin(), place.end() - 1);
        const std::size_t index =
            place_for(*key, keys_of(*parent), order_ ? order_(above) : std::vector<std::string_view>{});
        for (const Manner& manner : manners(text_, root_))
            keep(found, with_new_entry(text_, *parent, index, *key, value, manner));
        // Where that place is taken: after the first key on the dash's line, before a last text that ends with the
        // file.
        for (const std::size_t other : {std::size_t{1}, parent->entries.size() - 1})
            if (other != index)
                keep(found, with_new_entry(text_, *parent, other, *key, value, manners(text_, root_).front()));
    }
    return found;
}

void Document::append(const Path& path, Value item) {
    insert(path, std::numeric_limits<std::size_t>::max(), std::move(item));
}

void Document::insert(const Path& path, std::size_t index, Value item) {
    item = as_read(std::move(item));
    const Node* list = at(root_, path);
    if (!list || list->kind != Kind::list) return set(path, Value::list({std::move(item)}));
    index = std::min(index, list->items.size());
    Value longer = value_of(*list);
    longer.items.insert(longer.items.begin() + static_cast<std::ptrdiff_t>(index), item);
    Value wanted = value();
    put(wanted, path, 0, longer, order_);
    std::vector<std::string> narrow;
    for (const Manner& manner : manners(text_, root_)) keep(narrow, with_new_item(text_, *list, index, item, manner));
    change(path, wanted, narrow, false);
}

void Document::remove(const Path& path) {
    Value wanted = value();
    const std::size_t gone = path.empty() ? 0 : take(wanted, path, 0);
    if (gone == 0) return;
    const Path place(path.begin(), path.begin() + static_cast<std::ptrdiff_t>(gone));
    const Node& parent = *node_at(root_, place, gone - 1);
    const std::size_t index = index_in(parent, place.back());
    std::vector<std::string> narrow;
    for (const BlankLines blank_lines : {BlankLines::stay, BlankLines::go})
        keep(narrow, key_of(place.back()) ? without_entry(text_, parent, index, blank_lines)
                                          : without_item(text_, parent, index, blank_lines));
    change(place, wanted, narrow, true);
}

void Document::remove_items(const Path& path, std::span<const std::size_t> indexes) {
    const Node* list = at(root_, path);
    if (!list || indexes.empty()) return;
    if (indexes.size() == list->items.size()) return remove(path);
    Value fewer = Value::list({});
    auto goes = indexes.begin();
    for (std::size_t i = 0; i < list->items.size(); ++i) {
        if (goes != indexes.end() && *goes == i)
            ++goes;
        else
            fewer.items.push_back(value_of(list->items[i]));
    }
    Value wanted = value();
    put(wanted, path, 0, fewer, order_);
    std::vector<std::string> narrow;
    keep(narrow, without_items(text_, *list, indexes));
    change(path, wanted, narrow, false);
}

}  // namespace backops::yaml
