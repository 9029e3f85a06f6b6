#include "cmd/record_verbs.h"

#include <fmt/format.h>

#include <memory>

#include "cmd/nouns.h"
#include "cmd/writing.h"
#include "text/failure.h"

namespace backops::cmd {
namespace {

// Names of derived options live as long as the program: the table refers to them.
std::string_view kept(std::string text) {
    static std::vector<std::unique_ptr<std::string>> texts;
    texts.push_back(std::make_unique<std::string>(std::move(text)));
    return *texts.back();
}

void append(std::vector<Option>& options, std::vector<Option> more) {
    options.insert(options.end(), more.begin(), more.end());
}

}  // namespace

event::Noun record_noun(const Noun& noun) {
    for (const event::Noun record : event::folder_nouns)
        if (event::command(record) == noun.name) return record;
    return event::Noun::event;
}

std::vector<Option> with_shared_keys(std::vector<Option> options) {
    append(options, {{"--description", "TEXT", "what people should know; may have many lines", false, Effect::set,
                      "description"},
                     {"--notes", "TEXT", "for the production office; may have many lines", false, Effect::set, "notes"},
                     {"--tag", "TAG", "a word of your own to select by", true, Effect::add, "tags"}});
    return options;
}

std::vector<Option> for_add(std::vector<Option> options) {
    options.insert(options.begin(), {"--id", "ID", "the id; without it, one is made from the name"});
    append(options, {{"--set", "KEY=VALUE", "any other key, by its path in backops-event(5)", true},
                     {"--add", "KEY=ITEM", "an item of any other list, by its path", true}});
    append(options, checked_write_options());
    return options;
}

std::vector<Option> with_removals(const std::vector<Option>& keys) {
    std::vector<Option> options;
    for (const Option& option : keys) {
        options.push_back(option);
        if (option.effect != Effect::add) continue;
        options.push_back({kept(fmt::format("--remove-{}", option.name.substr(2))), option.value,
                           kept(fmt::format("take one out of `{}`", option.key)), true, Effect::remove, option.key});
    }
    options.push_back({"--clear", {"KEY", "<key>"}, "empty what the option of this name sets", true});
    return options;
}

std::vector<Option> for_edit(const std::vector<Option>& keys) {
    std::vector<Option> options = with_removals(keys);
    append(options, {{"--set", "KEY=VALUE", "any other key, by its path in backops-event(5)", true},
                     {"--add", "KEY=ITEM", "an item of any other list, by its path", true},
                     {"--unset", "KEY", "take any key away, by its path", true}});
    append(options, checked_write_options());
    return options;
}

Verb add_verb(std::string_view help, std::vector<Option> keys) {
    return {"add", help, {"NAME", 1, 1}, for_add(std::move(keys)), add_record};
}

Verb list_verb(std::string_view help, std::vector<Option> options) {
    options.push_back({"--tag", "TAG", "only those with this tag; with several, any of them", true});
    options.push_back({"--format", {"FORMAT", "text ids json"}, "text, ids (one a line) or json"});
    return {"list", help, {}, std::move(options), list_records};
}

Verb show_verb(std::string_view help) {
    return {"show",
            help,
            {{"ID…", "<id>"}, 1, 100'000},
            {{"--format", {"FORMAT", "text json yaml"}, "text, json or yaml (the file as it is)"}},
            show_records};
}

Verb edit_verb(std::string_view help, const std::vector<Option>& keys) {
    return {"edit", help, {{"ID…", "<id>"}, 1, 100'000}, for_edit(keys), edit_records};
}

Verb rename_verb(std::string_view help) {
    std::vector<Option> options{{"--id", "NEW", "a new id, here and in everything that refers to it"}};
    append(options, write_options());
    return {"rename", help, {{"ID [NAME]", "<id>"}, 1, 2}, std::move(options), rename_record};
}

Verb rm_verb(std::string_view help) {
    std::vector<Option> options{{"--cascade", "", "remove the references to it too"},
                                {"--replace-by", {"ID", "<id>"}, "let what refers to it name this one instead"}};
    append(options, checked_write_options());
    return {"rm", help, {{"ID…", "<id>"}, 1, 100'000}, std::move(options), remove_records};
}

}  // namespace backops::cmd
