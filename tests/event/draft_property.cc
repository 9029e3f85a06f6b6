#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <functional>
#include <set>

#include "event/draft.h"
#include "event/key_path.h"
#include "event/values.h"
#include "odd_record.h"
#include "opened.h"

namespace backops::event::tests {
namespace {

using yaml::Node;
using yaml::Path;
using yaml::Value;

constexpr int files_a_noun = 300;
constexpr int edits_a_file = 4;

constexpr std::array all_nouns = {Noun::event,    Noun::area,      Noun::collaborator, Noun::crew,
                                  Noun::activity, Noun::timeframe, Noun::view};

/// A key as typed, with the field that it ends at.
struct Choice {
    std::string key;
    const Field* field = nullptr;
};

// Some key that there is or could be, at any depth.
Choice some_key(Noun noun, const Node& root, Dice& dice) {
    const auto fields = fields_of(noun);
    Choice choice;
    choice.field = &fields[dice.below(fields.size())];
    choice.key = choice.field->key;
    const Node* node = root.find(choice.key);
    const auto down = [&](const std::string& step, const Field* field, const Node* below) {
        choice.key += "." + step;
        choice.field = field;
        node = below;
    };
    while (!dice.one_in(4)) {
        if (choice.field->type == Type::record) {
            const Field& inner = choice.field->fields[dice.below(choice.field->fields.size())];
            down(std::string(inner.key), &inner, node ? node->find(inner.key) : nullptr);
        } else if (choice.field->type == Type::map && node && !node->entries.empty()) {
            const yaml::Entry& entry = node->entries[dice.below(node->entries.size())];
            if (choice.field->key_type == Type::text && choice.field->element->type == Type::record) break;
            down(entry.key, choice.field->element, &entry.value);
        } else if (choice.field->type == Type::list && node && !node->items.empty()) {
            const std::size_t item = dice.below(node->items.size());
            down(std::to_string(item + 1), choice.field->element, &node->items[item]);
        } else {
            break;
        }
    }
    return choice;
}

bool equal(const Field* field, const Value& a, const Value& b) {
    if (a.kind != b.kind) return false;
    if (a.kind == yaml::Kind::scalar)
        return a.text == b.text || (field && canonical(*field, a.text) == canonical(*field, b.text));
    if (a.items.size() != b.items.size() || a.entries.size() != b.entries.size()) return false;
    for (std::size_t i = 0; i < a.items.size(); ++i)
        if (!equal(field ? field->element : nullptr, a.items[i], b.items[i])) return false;
    for (const auto& [key, inner] : a.entries) {
        const Value* other = b.find(key);
        const Field* below = !field                     ? nullptr
                             : field->type == Type::map ? field->element
                                                        : find_field(field->fields, key);
        if (!other || !equal(below, inner, *other)) return false;
    }
    return true;
}

// The bytes of the lines of what stands at the first `steps` steps of a path.
struct Lines {
    std::size_t begin = 0, end = 0;
};

std::size_t line_begin(const std::string& text, std::size_t at) {
    const std::size_t before = at == 0 ? std::string::npos : text.rfind('\n', at - 1);
    return before == std::string::npos ? 0 : before + 1;
}

Lines lines_of(const std::string& text, const Node& root, const Path& path, std::size_t steps) {
    const Path above(path.begin(), path.begin() + static_cast<std::ptrdiff_t>(steps) - 1);
    const Node& parent = *yaml::at(root, above);
    const auto* key = std::get_if<std::string>(&path[steps - 1]);
    const Node* node = nullptr;
    std::size_t first = 0;
    if (key) {
        const yaml::Entry& entry = *parent.entry(*key);
        node = &entry.value;
        first = entry.key_span.begin;
    } else {
        node = &parent.items[std::get<std::size_t>(path[steps - 1])];
        first = node->span.begin;
    }
    const std::size_t end =
        std::min(text.find('\n', std::max<std::size_t>(node->span.end, first)), text.size() - 1) + 1;
    const std::size_t begin = line_begin(text, first);
    // The first key of an item shares its line with the dash, which the next key moves up to.
    const bool behind_dash = key && text[text.find_first_not_of(" \xEF\xBB\xBF", begin)] == '-';
    return behind_dash ? Lines{begin, std::max(end, lines_of(text, root, path, steps - 1).end)} : Lines{begin, end};
}

// What an edit at the path may touch: the entry itself where there is one, with the outermost brackets around it.
std::optional<Lines> touchable(const std::string& text, const Node& root, const Path& path, bool removes) {
    std::size_t steps = 0;
    std::size_t outermost = 0;
    for (std::size_t i = 1; i <= path.size(); ++i) {
        const Node* parent = yaml::at(root, Path(path.begin(), path.begin() + static_cast<std::ptrdiff_t>(i) - 1));
        if (!parent) break;
        const auto* key = std::get_if<std::string>(&path[i - 1]);
        if (key ? parent->entry(*key) == nullptr : std::get<std::size_t>(path[i - 1]) >= parent->items.size()) break;
        steps = i;
        const Node* here = yaml::at(root, Path(path.begin(), path.begin() + static_cast<std::ptrdiff_t>(i)));
        if (here && here->style == yaml::Style::flow && outermost == 0) outermost = i;
    }
    if (outermost > 0) steps = outermost;
    if (steps < path.size() && outermost == 0 && !removes) return std::nullopt;
    // What becomes empty goes too.
    while (removes && steps > 1) {
        const Node& parent = *yaml::at(root, Path(path.begin(), path.begin() + static_cast<std::ptrdiff_t>(steps) - 1));
        if (parent.items.size() + parent.entries.size() != 1) break;
        --steps;
    }
    return steps == 0 ? std::nullopt : std::optional(lines_of(text, root, path, steps));
}

bool only_touches(const std::string& before, const std::string& after, Lines lines) {
    const std::size_t rest = before.size() - lines.end;
    return after.size() >= lines.begin + rest && after.compare(0, lines.begin, before, 0, lines.begin) == 0 &&
           after.compare(after.size() - rest, rest, before, lines.end, rest) == 0;
}

bool is_insertion(const std::string& before, const std::string& after) {
    if (after.size() < before.size()) return false;
    const auto differs = std::mismatch(before.begin(), before.end(), after.begin(), after.end()).first;
    const auto same_front = static_cast<std::size_t>(differs - before.begin());
    return only_touches(before, after, {same_front, same_front});
}

struct Tally {
    int edits = 0;
    int spread = 0;
    int restored = 0;
    std::set<std::string> keys;
};

// Everything but what stands at the path, as values.
Value without(const Node& root, const Path& path) {
    Value value = yaml::value_of(root);
    const std::function<void(Value&, std::size_t)> take = [&](Value& where, std::size_t step) {
        const auto* key = std::get_if<std::string>(&path[step]);
        for (std::size_t i = 0; key && i < where.entries.size(); ++i) {
            if (where.entries[i].first != *key) continue;
            if (step + 1 < path.size()) take(where.entries[i].second, step + 1);
            if (step + 1 == path.size() || where.entries[i].second.empty())
                where.entries.erase(where.entries.begin() + static_cast<std::ptrdiff_t>(i));
            return;
        }
        const std::size_t item = key ? where.items.size() : std::get<std::size_t>(path[step]);
        if (item >= where.items.size()) return;
        if (step + 1 < path.size()) take(where.items[item], step + 1);
        if (step + 1 == path.size()) where.items.erase(where.items.begin() + static_cast<std::ptrdiff_t>(item));
    };
    take(value, 0);
    return value;
}

// A text in the way of deeper keys (`false` of a crew attribute) is replaced as a whole.
Path up_to_text(const Node& root, Path path) {
    for (std::size_t i = 1; i < path.size(); ++i) {
        const Node* above = yaml::at(root, Path(path.begin(), path.begin() + static_cast<std::ptrdiff_t>(i)));
        if (above && above->kind == yaml::Kind::scalar) path.resize(i);
    }
    return path;
}

void check_set(Opened& event, Draft& draft, const Choice& choice, Dice& dice, Tally& tally) {
    const std::string before = draft.document().text();
    const Node root = draft.document().root();
    const std::string typed = typed_value(*choice.field, dice);
    INFO("--set ", choice.key, "=", typed, "\nbefore:\n", before);
    const Path path = key_path(draft.noun(), choice.key).path;
    Value wanted;
    try {
        wanted = event.intake.value(*choice.field, typed);
        draft.set(choice.key, typed, event.intake);
    } catch (const text::Failure&) {
        // A list of texts cannot be given a text that is nothing but commas, and such.
        REQUIRE(draft.document().text() == before);
        return;
    }
    const std::string after = draft.document().text();
    INFO("after:\n", after);
    const Node* there = yaml::at(draft.document().root(), path);
    REQUIRE(there);
    REQUIRE(equal(choice.field, yaml::value_of(*there), wanted));
    const Path changed = up_to_text(root, path);
    REQUIRE(yaml::same(without(root, changed), without(draft.document().root(), changed)));
    const auto lines = touchable(before, root, changed, false);
    if (!(lines ? only_touches(before, after, *lines) : is_insertion(before, after))) {
        ++tally.spread;
        MESSAGE("spread: set ", choice.key, "=", typed, "\n", before, "\n->\n", after);
    }
    draft.set(choice.key, typed, event.intake);
    REQUIRE(draft.document().text() == after);
}

void check_unset(Draft& draft, const Choice& choice, Tally& tally) {
    const std::string before = draft.document().text();
    const Node root = draft.document().root();
    INFO("--unset ", choice.key, "\nbefore:\n", before);
    const Path path = key_path(draft.noun(), choice.key).path;
    const bool there = yaml::at(root, path) != nullptr;
    draft.unset(choice.key);
    const std::string after = draft.document().text();
    INFO("after:\n", after);
    if (!there) return;
    const bool all = draft.document().root().kind == yaml::Kind::nothing;
    const auto lines = touchable(before, root, path, true);
    REQUIRE(lines);
    if (!all && !only_touches(before, after, *lines)) {
        ++tally.spread;
        MESSAGE("spread: unset ", choice.key, "\n", before, "\n->\n", after);
    }
    if (std::holds_alternative<std::string>(path.back()))
        REQUIRE(yaml::same(without(root, path), draft.document().value()));
}

void check_add_and_remove(Opened& event, Draft& draft, const Choice& choice, Dice& dice, Tally& tally) {
    const std::string before = draft.document().text();
    const Path path = key_path(draft.noun(), choice.key).path;
    const Node* list = yaml::at(draft.document().root(), path);
    const std::size_t items = list ? list->items.size() : 0;
    bool is_in_brackets = false;
    for (std::size_t i = 1; i <= path.size(); ++i) {
        const Node* above =
            yaml::at(draft.document().root(), Path(path.begin(), path.begin() + static_cast<std::ptrdiff_t>(i)));
        is_in_brackets = is_in_brackets || (above && above->style == yaml::Style::flow);
    }
    const std::string typed = typed_value(*choice.field, dice);
    INFO("--add ", choice.key, "=", typed, "\nbefore:\n", before);
    // Who is required does not become optional by the way, and then nothing has changed.
    const std::string refusal = failure_of([&] { draft.add(choice.key, typed, event.intake); });
    if (!refusal.empty()) {
        REQUIRE(choice.key.ends_with("participants.optional"));
        REQUIRE(draft.document().text() == before);
        return;
    }
    const std::string added = draft.document().text();
    INFO("after:\n", added);
    draft.add(choice.key, typed, event.intake);
    REQUIRE(draft.document().text() == added);
    const Node* longer = yaml::at(draft.document().root(), path);
    REQUIRE(longer);
    if (longer->items.size() == items) return;
    REQUIRE(longer->items.size() == items + 1);
    const bool moved_over = choice.key.find("participants.") != std::string::npos;
    draft.remove(choice.key, typed, event.intake);
    // A record does not go into brackets, so that the list is written anew.
    if (items == 0 || moved_over || (choice.field->element->type == Type::record && is_in_brackets)) return;
    INFO("restored:\n", draft.document().text());
    const std::string restored = draft.document().text();
    const bool same = restored == before || (!before.ends_with('\n') && restored.starts_with(before) &&
                                             restored.find_first_not_of("\r\n", before.size()) == std::string::npos);
    REQUIRE(same);
    ++tally.restored;
}

void try_file(Noun noun, Dice& dice, Tally& tally) {
    const std::string text = odd_record(noun, dice);
    INFO("file:\n", text);
    Opened event(summer_sound({{path_of(noun, "odd"), text}}));
    const RecordFile& file = event.directory.file(noun, "odd");
    for (const text::Problem& problem : file.problems)
        if (!file.has_plain_yaml) MESSAGE(problem.message, " ", problem.place.line, "\n", text);
    REQUIRE(file.has_plain_yaml);
    Draft draft = Draft::of(event.directory, noun, "odd");
    for (int i = 0; i < edits_a_file; ++i) {
        const Choice choice = some_key(noun, draft.document().root(), dice);
        ++tally.edits;
        std::string kind;
        for (const char c : choice.key) kind += c >= '0' && c <= '9' ? '#' : c;
        tally.keys.insert(std::string(command(noun)) + " " + kind);
        if (choice.field->type == Type::list && dice.one_in(2))
            check_add_and_remove(event, draft, choice, dice, tally);
        else if (dice.one_in(3))
            check_unset(draft, choice, tally);
        else
            check_set(event, draft, choice, dice, tally);
    }
}

}  // namespace

TEST_CASE("edits of oddly written records change the one key and leave every other byte alone") {
    Dice dice(20'260'610);
    Tally tally;
    for (const Noun noun : all_nouns)
        for (int i = 0; i < files_a_noun; ++i) try_file(noun, dice, tally);
    CHECK(tally.edits == files_a_noun * edits_a_file * static_cast<int>(all_nouns.size()));
    CHECK(tally.restored > 50);
    CHECK(tally.keys.size() > 150);
    CHECK(tally.spread == 0);
}

}  // namespace backops::event::tests
