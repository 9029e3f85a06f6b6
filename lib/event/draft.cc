#include "event/draft.h"

#include <fmt/format.h>

#include <algorithm>

#include "event/cross_checks.h"
#include "event/values.h"
#include "text/failure.h"
#include "text/wording.h"

namespace backops::event {
namespace {

std::string in_words(Noun noun, const std::string& id) {
    return noun == Noun::event ? "the event" : fmt::format("`{}`", id);
}

const Field& list_field(const KeyPath& key, std::string_view verb) {
    if (key.field && key.field->type == Type::list) return *key.field;
    throw text::Failure(fmt::format("`{}` is no list, so nothing can be {} it", key.text, verb),
                        {fmt::format("--set {}=…", key.text)}, text::wrong_usage);
}

// Gives the texts that mean the same as those in the file the file's spelling, so that an edit leaves them alone.
void keep_spelling(yaml::Value& value, const yaml::Node* node, const Field* field) {
    if (!node || !field) return;
    if (value.kind == yaml::Kind::scalar && node->kind == yaml::Kind::scalar) {
        if (canonical(*field, value.text) == canonical(*field, node->text)) value.text = node->text;
        return;
    }
    for (std::size_t i = 0; i < std::min(value.items.size(), node->items.size()); ++i)
        keep_spelling(value.items[i], &node->items[i], field->element);
    for (auto& [key, inner] : value.entries)
        keep_spelling(inner, node->find(key),
                      field->type == Type::map ? field->element : find_field(field->fields, key));
}

// Where an item that means the same stands in the list at a path.
std::optional<std::size_t> place_of_item(const yaml::Node& root, const yaml::Path& path, const yaml::Value& item,
                                         const Field& list) {
    const yaml::Node* there = yaml::at(root, path);
    if (!there) return std::nullopt;
    for (std::size_t i = 0; i < there->items.size(); ++i) {
        yaml::Value wanted = item;
        keep_spelling(wanted, &there->items[i], list.element);
        if (yaml::same(yaml::value_of(there->items[i]), wanted)) return i;
    }
    return std::nullopt;
}

yaml::Path item_path(yaml::Path list, std::size_t item) {
    list.emplace_back(item);
    return list;
}

// As it is typed: `segments.2`.
std::string in_words(const yaml::Path& path) {
    std::string words;
    for (const yaml::Step& step : path) {
        const auto* key = std::get_if<std::string>(&step);
        words += (words.empty() ? "" : ".") + (key ? *key : std::to_string(std::get<std::size_t>(step) + 1));
    }
    return words;
}

// Who is required is not optional: the other list of the same participants.
std::optional<yaml::Path> opposite(const yaml::Path& path) {
    if (path.size() < 2 || path[path.size() - 2] != yaml::Step("participants")) return std::nullopt;
    yaml::Path other = path;
    other.back() = path.back() == yaml::Step("required") ? "optional" : "required";
    return other;
}

constexpr Field own_value{.key = "", .type = Type::prose};

yaml::Value own(std::string_view key, std::string_view typed) {
    std::string text(typed);
    if (auto wrong = wrong_value(own_value, key, text)) throw text::Failure(wrong->message, wrong->hints);
    return yaml::Value::scalar(std::move(text));
}

bool knows(const text::Problems& problems, const text::Problem& problem) {
    return std::any_of(problems.begin(), problems.end(), [&](const text::Problem& known) {
        return known.rule == problem.rule && known.message == problem.message;
    });
}

}  // namespace

Draft::Draft(Noun noun, std::string id, std::optional<std::string> before, yaml::Document document)
    : noun_(noun), id_(std::move(id)), before_(std::move(before)), document_(std::move(document)) {}

Draft Draft::of(Directory& directory, Noun noun, const std::string& id) {
    const RecordFile& file = directory.file(noun, id);
    const bool readable = file.tree && (file.tree->kind == yaml::Kind::map || file.tree->kind == yaml::Kind::nothing);
    if (!readable || !file.has_plain_yaml)
        throw text::Failure(file.problems, fmt::format("{} must be mended by hand first", file.path));
    return Draft(noun, id, file.text, yaml::Document(file.text, *file.tree, key_order(noun)));
}

Draft Draft::fresh(Noun noun, std::string id, std::string text) {
    return Draft(noun, std::move(id), std::nullopt, yaml::Document(std::move(text), key_order(noun)));
}

// Only items that are there have a place, and a text of one's own is not silently replaced by keys below it.
yaml::Path Draft::place(const KeyPath& key) const {
    yaml::Path path;
    const yaml::Node* here = &document_.root();
    for (yaml::Step step : key.path) {
        const bool is_list = here && here->kind == yaml::Kind::list;
        if (const auto* word = std::get_if<std::string>(&step); word && is_list)
            if (const auto count = number(*word)) step = static_cast<std::size_t>(*count - 1);
        const auto* item = std::get_if<std::size_t>(&step);
        const std::size_t items = is_list ? here->items.size() : 0;
        if (item && *item >= items)
            throw text::Failure(fmt::format("`{}` of {} has {}, so there is no item {}", in_words(path),
                                            in_words(noun_, id_), text::counted(items, "item"), *item + 1),
                                {fmt::format("to add one: --add {}=…", in_words(path))}, text::wrong_usage);
        if (!key.field && !item && here && !path.empty() && here->kind != yaml::Kind::map)
            throw text::Failure(fmt::format("`{}` of {} has no keys below it", in_words(path), in_words(noun_, id_)),
                                {fmt::format("to take it away first: --unset {}", in_words(path))}, text::wrong_usage);
        path.push_back(std::move(step));
        here = yaml::at(document_.root(), path);
    }
    return path;
}

void Draft::put(const KeyPath& key, yaml::Value value) {
    const yaml::Path path = place(key);
    keep_spelling(value, yaml::at(document_.root(), path), key.field);
    document_.set(path, std::move(value));
}

void Draft::put(std::string_view key, yaml::Value value) { put(key_path(noun_, key), std::move(value)); }

void Draft::set(std::string_view key, std::string_view typed, Intake& intake) {
    const KeyPath found = key_path(noun_, key);
    yaml::Value value;
    if (!typed.empty()) value = found.field ? intake.value(*found.field, typed) : own(key, typed);
    if (value.empty())
        throw text::Failure(fmt::format("no value is given for `{}`", key),
                            found.field && found.field->required
                                ? std::vector<std::string>{}
                                : std::vector{fmt::format("to take it away: --unset {}", key)},
                            text::wrong_usage);
    put(found, std::move(value));
}

void Draft::add(std::string_view key, std::string_view typed, Intake& intake) {
    const KeyPath found = key_path(noun_, key);
    const yaml::Value item = intake.item(list_field(found, "added to"), typed);
    const yaml::Path path = place(found);
    if (const auto other = opposite(path)) change_role(*other, item, *found.field, intake);
    if (!place_of_item(document_.root(), path, item, *found.field)) document_.append(path, item);
}

// Who becomes required moves, since that asks more of them; who must be there is not let off by the way.
void Draft::change_role(const yaml::Path& other, const yaml::Value& party, const Field& list, Intake& intake) {
    auto there = place_of_item(document_.root(), other, party, list);
    if (!there) return;
    if (other.back() == yaml::Step("required"))
        throw text::Failure(fmt::format("`{}` is required in {}, so must be there", party.text, in_words(noun_, id_)),
                            {fmt::format("to make that optional: --remove-required {0} --optional {0}", party.text)});
    for (; there; there = place_of_item(document_.root(), other, party, list))
        document_.remove(item_path(other, *there));
    intake.notice(fmt::format("`{}` was optional in {} and is required now", party.text, in_words(noun_, id_)));
}

void Draft::remove(std::string_view key, std::string_view typed, Intake& intake) {
    const KeyPath found = key_path(noun_, key);
    const Field& list = list_field(found, "removed from");
    const yaml::Path path = place(found);
    auto there = place_of_item(document_.root(), path, yaml::Value::scalar(std::string(typed)), list);
    if (!there) there = place_of_item(document_.root(), path, intake.item(list, typed), list);
    if (!there)
        throw text::Failure(
            fmt::format("{} is not in `{}` of {}", text::quoted(typed), key, in_words(noun_, id_)),
            {fmt::format("see what is: backops {} show{}{}", command(noun_), id_.empty() ? "" : " ", id_)});
    document_.remove(item_path(path, *there));
}

void Draft::unset(std::string_view key) {
    // A key that no record has can only go, and its name is all that is known of it.
    if (document_.root().entry(key) && !find_field(fields_of(noun_), key)) return document_.remove({std::string(key)});
    document_.remove(place(key_path(noun_, key)));
}

RecordFile Draft::read() const { return read_record(noun_, id_, document_.text(), document_.root()); }

bool Draft::uses_declared_names() const {
    const yaml::Node& root = document_.root();
    return (noun_ != Noun::event && (root.find("attributes") || root.find("crew_attributes"))) ||
           (noun_ == Noun::activity && root.find("segments"));
}

void Draft::verify(const model::Event* event) const {
    const auto problems_of = [&](const RecordFile& file) {
        text::Problems problems = file.problems;
        if (event) check_declared(*event, file, problems);
        return problems;
    };
    text::Problems fresh = problems_of(read());
    std::erase_if(fresh, [](const text::Problem& problem) { return problem.severity != text::Severity::error; });
    if (before_ && !fresh.empty()) {
        const text::Problems before = problems_of(read_record(noun_, id_, *before_));
        std::erase_if(fresh, [&](const text::Problem& problem) { return knows(before, problem); });
    }
    if (document_.text().size() > files::largest_file)
        throw text::Failure(fmt::format("{} would be larger than 1 MiB", path_of(noun_, id_)),
                            {"nothing was changed; shorten what is written"});
    if (!fresh.empty()) throw text::Failure(std::move(fresh), "nothing was changed");
}

files::Change Draft::change() const { return {path_of(noun_, id_), before_, document_.text()}; }

}  // namespace backops::event
