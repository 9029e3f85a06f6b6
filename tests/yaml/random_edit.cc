#include "random_edit.h"

#include <algorithm>
#include <optional>
#include <stdexcept>
#include <string_view>
#include <variant>

#include "yaml/parse.h"

namespace backops::yaml::test {
namespace {

constexpr std::string_view mark = "\xEF\xBB\xBF";

// Every place of a tree, with the kind that stands there.
void places(const Node& node, const Path& path, std::vector<std::pair<Path, Kind>>& found) {
    found.emplace_back(path, node.kind);
    for (std::size_t i = 0; i < node.items.size(); ++i) {
        Path inner = path;
        inner.emplace_back(i);
        places(node.items[i], inner, found);
    }
    for (const Entry& entry : node.entries) {
        Path inner = path;
        inner.emplace_back(entry.key);
        places(entry.value, inner, found);
    }
}

Value* step_into(Value& where, const Step& step) {
    if (const auto* key = std::get_if<std::string>(&step)) {
        for (auto& [name, value] : where.entries)
            if (name == *key) return &value;
        return nullptr;
    }
    const std::size_t item = std::get<std::size_t>(step);
    return item < where.items.size() ? &where.items[item] : nullptr;
}

// What an edit should come to, worked out on the values alone.
Value after_set(Value record, const Path& path, const Value& value) {
    Value* here = &record;
    for (const Step& step : path) {
        const auto* key = std::get_if<std::string>(&step);
        Value* next = step_into(*here, step);
        if (!next && key) {
            if (here->kind != Kind::map) *here = Value::map({});
            here->entries.emplace_back(*key, Value{});
            next = &here->entries.back().second;
        }
        if (!next) throw std::logic_error("no such place");
        here = next;
    }
    *here = value;
    return record;
}

Value after_remove(Value record, Path path) {
    for (; !path.empty(); path.pop_back()) {
        Value* parent = &record;
        for (std::size_t i = 0; i + 1 < path.size() && parent; ++i) parent = step_into(*parent, path[i]);
        if (!parent || !step_into(*parent, path.back())) return record;
        if (const auto* key = std::get_if<std::string>(&path.back()))
            std::erase_if(parent->entries, [&](const auto& entry) { return entry.first == *key; });
        else
            parent->items.erase(parent->items.begin() +
                                static_cast<std::ptrdiff_t>(std::get<std::size_t>(path.back())));
        if (!parent->empty()) return record;
    }
    return record;
}

// The bytes of the whole lines of a top-level entry, with the blank lines below it.
std::pair<std::size_t, std::size_t> lines_of_entry(const std::string& text, const Entry& entry) {
    const std::size_t line = text.rfind('\n', entry.key_span.begin == 0 ? 0 : entry.key_span.begin - 1);
    const std::size_t end = std::min(text.find('\n', entry.value.span.end), text.size() - 1) + 1;
    const std::size_t next = std::min(text.find_first_not_of(" \r\n", end), text.size());
    return {line == std::string::npos ? 0 : line + 1,
            std::max(end, next == text.size() ? next : text.rfind('\n', next) + 1)};
}

bool only_touches(const std::string& before, const std::string& after, std::size_t begin, std::size_t end) {
    const std::size_t rest = before.size() - end;
    return after.size() >= begin + rest && after.compare(0, begin, before, 0, begin) == 0 &&
           after.compare(after.size() - rest, rest, before, end, rest) == 0;
}

bool is_insertion(const std::string& before, const std::string& after) {
    const auto differs = std::mismatch(before.begin(), before.end(), after.begin(), after.end()).first;
    const auto same_front = static_cast<std::size_t>(differs - before.begin());
    return only_touches(before, after, same_front, same_front);
}

}  // namespace

std::optional<Node> read(const std::string& text) {
    text::Problems problems;
    auto root = parse("f.yaml", text, problems);
    return problems.empty() ? std::move(root) : std::nullopt;
}

bool means(const std::string& text, const Value& wanted) {
    const auto root = read(text);
    return root && (same(value_of(*root), wanted) || (value_of(*root).empty() && wanted.empty()));
}

Edit random_edit(Dice& dice, const Node& root) {
    std::vector<std::pair<Path, Kind>> all;
    places(root, {}, all);
    auto [path, kind] = dice.of(all);
    if (dice.one_in(4) && !path.empty()) return {Edit::Sort::remove, path, {}};
    if (kind == Kind::list && dice.one_in(2))
        return {Edit::Sort::insert, path, random_value(dice, dice.one_in(3) ? 2 : 0), dice.below(4)};
    if (path.empty() || (kind == Kind::map && dice.one_in(2))) {
        for (std::size_t levels = 1 + dice.below(2); levels > 0; --levels)
            path.emplace_back(dice.one_in(6) ? "new: " + random_words(dice) : "new" + std::to_string(dice.below(1000)));
    }
    return {Edit::Sort::set, path, random_value(dice, dice.one_in(3) ? 2 : 0)};
}

Value applied(const Edit& edit, const Value& record) {
    if (edit.sort == Edit::Sort::remove) return after_remove(record, edit.path);
    if (edit.sort == Edit::Sort::set) return after_set(record, edit.path, edit.value);
    Value result = record;
    Value* here = &result;
    for (const Step& step : edit.path) here = step_into(*here, step);
    const std::size_t index = std::min(edit.index, here->items.size());
    here->items.insert(here->items.begin() + static_cast<std::ptrdiff_t>(index), edit.value);
    return result;
}

void apply(const Edit& edit, Document& document) {
    if (edit.sort == Edit::Sort::remove) return document.remove(edit.path);
    if (edit.sort == Edit::Sort::set) return document.set(edit.path, edit.value);
    document.insert(edit.path, edit.index, edit.value);
}

bool keeps_the_rest(const std::string& before, const Node& root, const Edit& edit, const std::string& after) {
    // A line of nothing that begins with a tab is read behind a key without a value alone: it loses its tab with that.
    if (before.find("\n\t") != std::string::npos) return true;
    const Entry* entry = edit.path.empty() ? nullptr : root.entry(std::get<std::string>(edit.path[0]));
    if (!entry) return is_insertion(before, after);
    const auto [begin, end] = lines_of_entry(before, *entry);
    // A U+FEFF that comes to stand first would be taken for the file's byte order mark: the record is written anew.
    if (begin == 0 && before.compare(end, mark.size(), mark) == 0) return true;
    return only_touches(before, after, begin, end);
}

}  // namespace backops::yaml::test
