#include "cmd/command_line.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <utility>

#include "text/failure.h"
#include "text/near_miss.h"
#include "text/wording.h"

namespace backops::cmd {
namespace {

using text::Failure;
using text::wrong_usage;

constexpr Option everywhere[] = {
    {"-C", {"DIR", "<directory>"}, "look for the event from DIR instead of here"},
    {"--now", "TIME", "take this for the present time: \"fri 20:30\", 2026-06-12T14:00"},
    {"--color", {"WHEN", "auto always never"}, "colour: auto (the default), always or never"},
    {"--no-index", "", "read every file, whatever earlier commands have kept"},
    {"--help", "", "say what this command does"},
};

std::string help_hint(const Noun& noun, const Verb& verb) {
    return fmt::format("all that it takes: backops {}{}{} --help", noun.name, verb.name.empty() ? "" : " ", verb.name);
}

/// What people look for, and how it is called here, in the order of how likely that is.
constexpr std::pair<std::string_view, std::string_view> other_words[] = {
    {"--collab", "--required"}, {"--collab", "--optional"}, {"--collab", "--organizer"}, {"--crew", "--required"},
    {"--crew", "--optional"},   {"--crew", "--organizer"},  {"--team", "--collab"},      {"--team", "--required"},
    {"--person", "--crew"},     {"--person", "--required"}, {"--company", "--collab"},   {"--company", "--required"},
    {"--stage", "--area"},      {"--room", "--area"},       {"--venue", "--area"},       {"--length", "--for"},
    {"--duration", "--for"},    {"--until", "--end"},       {"--date", "--day"},         {"--date", "--start"},
    {"--day", "--start"},       {"--time", "--start"},      {"--zone", "--timezone"},    {"--output", "-o"},
    {"--rrule", "--repeat"},    {"--every", "--repeat"},    {"--note", "--notes"},
};

std::vector<std::string> called_here(std::string_view name, const std::vector<std::string>& names) {
    std::vector<std::string> found;
    for (const auto& [word, meant] : other_words)
        if (word == name && std::ranges::find(names, meant) != names.end()) found.push_back(text::quoted(meant));
    return found;
}

[[noreturn]] void unknown_option(const Noun& noun, const Verb& verb, const std::string& typed) {
    std::vector<std::string> names;
    for (const Option& option : options_of(verb)) names.emplace_back(option.name);
    const std::string name = typed.substr(0, typed.find('='));
    std::vector<std::string> hints;
    if (const auto known = called_here(name, names); !known.empty())
        hints.push_back(fmt::format("did you mean {}?", fmt::join(known, " or ")));
    else if (const auto near = text::nearest(name, names))
        hints.push_back(fmt::format("did you mean `{}`?", *near));
    const bool is_renamed = std::ranges::any_of(noun.verbs, [](const Verb& other) { return other.name == "rename"; });
    if (name == "--name" && verb.name == "edit" && is_renamed)
        hints.push_back(fmt::format("to give another name: backops {} rename ID NAME", noun.name));
    hints.push_back(help_hint(noun, verb));
    throw Failure(fmt::format("{} is no option of `{}`", text::quoted(name), usage(noun, verb)), std::move(hints),
                  wrong_usage);
}

void check_words(const Noun& noun, const Verb& verb, const std::vector<std::string>& words) {
    if (words.size() < verb.words.least)
        throw Failure(fmt::format("{} is missing", verb.words.value.name),
                      {fmt::format("usage: {}", usage(noun, verb))}, wrong_usage);
    if (words.size() > verb.words.most) {
        std::vector<std::string> hints{fmt::format("usage: {}", usage(noun, verb))};
        const bool is_quoted = std::ranges::any_of(words, [](const auto& word) { return word.find(' ') != word.npos; });
        if (verb.words.most == 1 && !is_quoted) hints.push_back("put words that belong together in quotes");
        throw Failure(fmt::format("{} is one word too many", text::quoted(words[verb.words.most])), std::move(hints),
                      wrong_usage);
    }
}

void check_values(const Noun& noun, const Verb& verb, const std::vector<Option>& options, const Arguments& arguments) {
    for (const Option& option : options) {
        const auto values = arguments.values(option.name);
        if (values.size() > 1 && !option.repeats && !option.value.name.empty())
            throw Failure(fmt::format("`{}` is given {} times", option.name, values.size()), {help_hint(noun, verb)},
                          wrong_usage);
        for (const std::string& value : values) {
            const bool is_option =
                std::any_of(options.begin(), options.end(), [&](const Option& other) { return other.name == value; });
            if (!option.value.name.empty() && is_option)
                throw Failure(fmt::format("`{}` needs a value, and the option `{}` follows it", option.name, value),
                              {fmt::format("write `{} {}`", option.name, option.value.name)}, wrong_usage);
        }
    }
}

// Fills CLI11 with one verb's table. Nothing is left to its own messages but what is translated below.
class Parser {
  public:
    explicit Parser(const std::vector<Option>& options) : values_(options.size()), flags_(options.size()) {
        app_.set_help_flag();
        app_.allow_extras(false);
        for (std::size_t i = 0; i < options.size(); ++i) {
            const std::string name(options[i].name);
            if (options[i].value.name.empty())
                app_.add_flag(name, flags_[i]);
            else
                app_.add_option(name, values_[i])
                    ->expected(1)
                    ->allow_extra_args(false)
                    ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
        }
        app_.add_option("words", words_)->expected(0, CLI::detail::expected_max_vector_size)->allow_extra_args(true);
    }

    void parse(std::vector<std::string> arguments) {
        std::reverse(arguments.begin(), arguments.end());
        app_.parse(std::move(arguments));
    }

    Arguments result(const std::vector<Option>& options) {
        Arguments arguments;
        arguments.words = words_;
        for (std::size_t i = 0; i < options.size(); ++i) {
            for (const std::string& value : values_[i]) arguments.put(options[i].name, value);
            if (flags_[i]) arguments.put(options[i].name, "");
        }
        return arguments;
    }

  private:
    CLI::App app_;
    std::vector<std::vector<std::string>> values_;
    std::vector<std::uint8_t> flags_;
    std::vector<std::string> words_;
};

bool is_option(const std::vector<Option>& options, const std::string& word) {
    const std::string name = word.substr(0, word.find('='));
    return std::any_of(options.begin(), options.end(), [&](const Option& option) { return option.name == name; });
}

// `--start=…` and `--start …` become one form, so that values which begin with `-` are never taken for options; unknown
// ones are found here, where all names are known.
std::vector<std::string> in_one_form(const Noun& noun, const Verb& verb, const std::vector<Option>& options,
                                     std::vector<std::string> typed) {
    std::vector<std::string> arguments;
    for (std::size_t i = 0; i < typed.size(); ++i) {
        const std::string& word = typed[i];
        if (word == "--") {
            arguments.insert(arguments.end(), typed.begin() + static_cast<std::ptrdiff_t>(i), typed.end());
            break;
        }
        if (word.size() < 2 || word[0] != '-') {
            arguments.push_back(word);
            continue;
        }
        if (!is_option(options, word)) unknown_option(noun, verb, word);
        const std::size_t equals = word.find('=');
        const auto option = std::find_if(options.begin(), options.end(),
                                         [&](const Option& o) { return o.name == word.substr(0, equals); });
        if (option->value.name.empty()) {
            if (equals != std::string::npos)
                throw Failure(fmt::format("`{}` takes no value", option->name), {}, wrong_usage);
            arguments.push_back(word);
        } else if (equals != std::string::npos) {
            arguments.emplace_back(option->name);
            arguments.push_back(word.substr(equals + 1));
        } else if (i + 1 < typed.size()) {
            arguments.push_back(word);
            arguments.push_back(typed[++i]);
        } else {
            throw Failure(fmt::format("`{}` needs a value", option->name),
                          {fmt::format("write `{} {}`", option->name, option->value.name)}, wrong_usage);
        }
    }
    return arguments;
}

}  // namespace

bool Arguments::has(std::string_view option) const { return given_.contains(std::string(option)); }

std::optional<std::string> Arguments::value(std::string_view option) const {
    const auto found = given_.find(std::string(option));
    return found == given_.end() ? std::nullopt : std::optional(found->second.back());
}

std::string Arguments::value(std::string_view option, std::string_view otherwise) const {
    return value(option).value_or(std::string(otherwise));
}

std::vector<std::string> Arguments::values(std::string_view option) const {
    const auto found = given_.find(std::string(option));
    return found == given_.end() ? std::vector<std::string>{} : found->second;
}

std::span<const Option> common_options() { return everywhere; }

std::vector<Option> options_of(const Verb& verb) {
    std::vector<Option> options = verb.options;
    options.insert(options.end(), std::begin(everywhere), std::end(everywhere));
    return options;
}

std::string usage(const Noun& noun, const Verb& verb) {
    std::string line = fmt::format("backops {}", noun.name);
    if (!verb.name.empty()) line += fmt::format(" {}", verb.name);
    if (!verb.words.value.name.empty())
        line += verb.words.least == 0 ? fmt::format(" [{}]", verb.words.value.name)
                                      : fmt::format(" {}", verb.words.value.name);
    return line;
}

Arguments parse(const Noun& noun, const Verb& verb, std::vector<std::string> typed) {
    const std::vector<Option> options = options_of(verb);
    Arguments arguments;
    try {
        Parser parser(options);
        parser.parse(in_one_form(noun, verb, options, std::move(typed)));
        arguments = parser.result(options);
    } catch (const CLI::ParseError& e) {
        throw Failure(fmt::format("`{}` does not take this: {}", usage(noun, verb), e.what()), {help_hint(noun, verb)},
                      wrong_usage);
    }
    arguments.noun = &noun;
    arguments.verb = &verb;
    if (arguments.has("--help")) return arguments;
    check_values(noun, verb, options, arguments);
    check_words(noun, verb, arguments.words);
    return arguments;
}

}  // namespace backops::cmd
