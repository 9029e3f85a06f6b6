#include "event/draft.h"

#include <fmt/format.h>

#include <algorithm>

#include "event/key_path.h"
#include "text/failure.h"
#include "text/wording.h"

namespace backops::event {
namespace {

const Field& list_field(const KeyPath& key, std::string_view verb) {
    if (key.field && key.field->type == Type::list) return *key.field;
    throw text::Failure(fmt::format("`{}` is no list, so nothing can be {} it", key.text, verb),
                        {fmt::format("--set {}=…", key.text)}, text::wrong_usage);
}

// Where an equal item stands in the list at a path.
std::optional<std::size_t> place_of_item(const yaml::Node& root, const yaml::Path& path, const yaml::Value& item) {
    const yaml::Node* list = yaml::at(root, path);
    if (!list) return std::nullopt;
    for (std::size_t i = 0; i < list->items.size(); ++i)
        if (yaml::same(yaml::value_of(list->items[i]), item)) return i;
    return std::nullopt;
}

std::string opposite(const std::string& key) {
    if (key == "participants.required") return "participants.optional";
    return key == "participants.optional" ? "participants.required" : "";
}

bool knows(const text::Problems& problems, const text::Problem& problem) {
    return std::any_of(problems.begin(), problems.end(), [&](const text::Problem& known) {
        return known.rule == problem.rule && known.message == problem.message;
    });
}

}  // namespace

Draft::Draft(Noun noun, std::string id, std::optional<std::string> before)
    : noun_(noun), id_(std::move(id)), before_(std::move(before)), document_(before_.value_or(""), key_order(noun)) {}

Draft Draft::of(Directory& directory, Noun noun, const std::string& id) {
    const RecordFile& file = directory.file(noun, id);
    const bool readable = file.tree && (file.tree->kind == yaml::Kind::map || file.tree->kind == yaml::Kind::nothing);
    const bool broken = std::any_of(file.problems.begin(), file.problems.end(), [](const text::Problem& problem) {
        return problem.rule == "duplicate-key" || problem.rule == "merge-key";
    });
    if (!readable || broken)
        throw text::Failure(file.problems, fmt::format("{} must be mended by hand first", file.path));
    return Draft(noun, id, file.text);
}

Draft Draft::fresh(Noun noun, std::string id) { return Draft(noun, std::move(id), std::nullopt); }

void Draft::set(std::string_view key, std::string_view typed, Intake& intake) {
    const KeyPath found = key_path(noun_, key);
    if (typed.empty())
        throw text::Failure(fmt::format("no value is given for `{}`", key),
                            {fmt::format("to take it away: --unset {}", key)}, text::wrong_usage);
    document_.set(found.path,
                  found.field ? intake.value(*found.field, typed) : yaml::Value::scalar(std::string(typed)));
}

void Draft::add(std::string_view key, std::string_view typed, Intake& intake) {
    const KeyPath found = key_path(noun_, key);
    const yaml::Value item = intake.item(list_field(found, "added to"), typed);
    if (const std::string other = opposite(found.text); !other.empty()) {
        const KeyPath there = key_path(noun_, other);
        if (const auto place = place_of_item(document_.root(), there.path, item)) {
            yaml::Path path = there.path;
            path.emplace_back(*place);
            document_.remove(path);
        }
    }
    if (!place_of_item(document_.root(), found.path, item)) document_.append(found.path, item);
}

void Draft::remove(std::string_view key, std::string_view typed, Intake& intake) {
    const KeyPath found = key_path(noun_, key);
    const Field& list = list_field(found, "removed from");
    const yaml::Value as_typed = yaml::Value::scalar(std::string(typed));
    auto place = place_of_item(document_.root(), found.path, as_typed);
    if (!place) place = place_of_item(document_.root(), found.path, intake.item(list, typed));
    if (!place)
        throw text::Failure(fmt::format("{} is not in `{}` of `{}`", text::quoted(typed), key, id_),
                            {fmt::format("see what is: backops {} show {}", command(noun_), id_)});
    yaml::Path path = found.path;
    path.emplace_back(*place);
    document_.remove(path);
}

void Draft::unset(std::string_view key) { document_.remove(key_path(noun_, key).path); }

RecordFile Draft::read() const { return read_record(noun_, id_, document_.text()); }

void Draft::verify() const {
    const RecordFile after = read();
    text::Problems before;
    if (before_) before = read_record(noun_, id_, *before_).problems;
    text::Problems fresh;
    for (const text::Problem& problem : after.problems)
        if (problem.severity == text::Severity::error && !knows(before, problem)) fresh.push_back(problem);
    if (!fresh.empty()) throw text::Failure(std::move(fresh), "nothing was changed");
}

files::Change Draft::change() const { return {path_of(noun_, id_), before_, document_.text()}; }

}  // namespace backops::event
