#include "cmd/record_keys.h"

#include <fmt/format.h>

#include <algorithm>

#include "event/node_values.h"
#include "event/repeating.h"
#include "event/timing.h"
#include "text/failure.h"
#include "text/wording.h"

namespace backops::cmd {
namespace {

using event::Draft;
using event::Intake;

// `KEY=VALUE` as typed; an empty value is for `--unset`.
std::pair<std::string, std::string> key_and_value(std::string_view option, const std::string& typed) {
    const std::size_t equals = typed.find('=');
    if (equals == std::string::npos || equals == 0)
        throw text::Failure(fmt::format("{} {} is not KEY=VALUE", option, text::quoted(typed)),
                            {fmt::format("{} {}=VALUE", option, typed)}, text::wrong_usage);
    return {typed.substr(0, equals), typed.substr(equals + 1)};
}

// Maps of keys of one's own are given as a list of `KEY=VALUE`.
bool is_map(const Draft& draft, const std::string& path) {
    const event::Field* field = event::key_path(draft.noun(), path).field;
    return field && field->type == event::Type::map;
}

void apply(Draft& draft, const Option& option, const std::string& value, const std::string& below, Intake& intake) {
    const std::string path = below + std::string(option.key);
    switch (option.effect) {
        case Effect::set:
            if (path == "repeat") return event::set_repeat(draft, value, intake);
            return draft.set(path, value, intake);
        case Effect::set_true:
            return draft.set(path, "true", intake);
        case Effect::set_false:
            return draft.set(path, "false", intake);
        case Effect::add:
            if (is_map(draft, path)) {
                const auto [key, text] = key_and_value(option.name, value);
                return draft.set(path + "." + key, text, intake);
            }
            return draft.add(path, value, intake);
        case Effect::remove:
            if (is_map(draft, path)) return draft.unset(path + "." + value);
            return draft.remove(path, value, intake);
        case Effect::none:
            break;
    }
}

// `--clear area`: by the option's stem or the key itself.
std::string cleared_key(const Verb& verb, const std::string& typed) {
    for (const Option& option : verb.options)
        if (option.effect != Effect::none && option.name.substr(2) == typed) return std::string(option.key);
    return typed;
}

/// The ids of those whom options and `--add` name for a role.
std::vector<std::string> named_as(const Arguments& arguments, std::string_view role, Intake& intake) {
    std::vector<std::string> typed = arguments.values(fmt::format("--{}", role));
    const std::string key = fmt::format("participants.{}=", role);
    for (const std::string& added : arguments.values("--add"))
        if (added.starts_with(key)) typed.push_back(added.substr(key.size()));
    std::vector<std::string> ids;
    for (const std::string& word : typed) ids.push_back(intake.id(event::Target::party, word));
    return ids;
}

// Nobody can tell which of the two was meant.
void one_role_each(const Draft& draft, const Arguments& arguments, Intake& intake) {
    if (draft.noun() != event::Noun::activity) return;
    const auto optional = named_as(arguments, "optional", intake);
    if (optional.empty()) return;
    for (const std::string& id : named_as(arguments, "required", intake))
        if (std::ranges::find(optional, id) != optional.end())
            throw text::Failure(fmt::format("`{}` is given as required and as optional", id), {"keep one of the two"},
                                text::wrong_usage);
}

/// The zone whose clock the typed times are read by, as far as it is known before they are.
std::string zone_of(const Draft& draft, const Arguments& arguments, Intake& intake) {
    if (const auto zone = arguments.value("--timezone")) return *zone;
    const yaml::Node& root = draft.document().root();
    if (const std::string zone = event::text_of(root, "timezone"); !zone.empty()) return zone;
    std::vector<std::string> areas = event::texts_of(root, "areas");
    for (const std::string& typed : arguments.values("--area")) areas.push_back(intake.id(event::Noun::area, typed));
    for (const std::string& id : areas) {
        if (!intake.directory().exists(event::Noun::area, id)) continue;
        const event::RecordFile& file = intake.directory().file(event::Noun::area, id);
        if (const std::string zone = file.tree ? event::text_of(*file.tree, "timezone") : ""; !zone.empty())
            return zone;
    }
    return "";
}

void apply_timing(Draft& draft, const Arguments& arguments, Intake& intake) {
    const event::Timing timing{arguments.value("--start"), arguments.value("--end"), arguments.value("--for"),
                               arguments.has("--all-day")};
    if (timing.all_day && !timing.start)
        throw text::Failure("`--all-day` needs `--start`", {"such as --start fri --all-day"}, text::wrong_usage);
    if (!timing.start && !timing.end && !timing.length) return;
    if (draft.noun() == event::Noun::activity) intake.keep_clock_of(zone_of(draft, arguments, intake));
    event::set_timing(draft, timing, intake);
}

}  // namespace

void apply_keys(Draft& draft, const Arguments& arguments, Intake& intake, const std::string& below) {
    for (const std::string& typed : arguments.values("--clear"))
        draft.unset(below + cleared_key(*arguments.verb, typed));
    // What goes out of one list may go into another by the same command, in whatever order that is typed.
    for (const bool removes : {true, false})
        for (const Option& option : arguments.verb->options)
            if (option.effect != Effect::none && (option.effect == Effect::remove) == removes)
                for (const std::string& value : arguments.values(option.name))
                    apply(draft, option, value, below, intake);
}

void apply_options(Draft& draft, const Arguments& arguments, Intake& intake) {
    one_role_each(draft, arguments, intake);
    apply_timing(draft, arguments, intake);
    apply_keys(draft, arguments, intake);
    for (const std::string& typed : arguments.values("--set")) {
        const auto [key, value] = key_and_value("--set", typed);
        draft.set(key, value, intake);
    }
    for (const std::string& typed : arguments.values("--add")) {
        const auto [key, value] = key_and_value("--add", typed);
        draft.add(key, value, intake);
    }
    for (const std::string& key : arguments.values("--unset")) draft.unset(key);
}

void needs_change(const Arguments& arguments) {
    const auto is_given = [&](const Option& option) { return arguments.has(option.name); };
    const auto& options = arguments.verb->options;
    const auto harmless = [](const Option& option) {
        return option.name == "--dry-run" || option.name == "--format" || option.name == "--series";
    };
    if (std::none_of(options.begin(), options.end(), [&](const Option& o) { return is_given(o) && !harmless(o); }))
        throw text::Failure(
            "nothing says what to change",
            {fmt::format("all that it takes: backops {} {} --help", arguments.noun->name, arguments.verb->name)},
            text::wrong_usage);
}

}  // namespace backops::cmd
