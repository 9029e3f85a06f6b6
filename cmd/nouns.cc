#include "cmd/nouns.h"

#include <fmt/format.h>

#include <algorithm>

namespace backops::cmd {
namespace {

std::string column(std::string_view left, std::size_t width, std::string_view right) {
    if (left.size() + 1 > width) return fmt::format("  {}\n  {:<{}} {}\n", left, "", width, right);
    return fmt::format("  {:<{}} {}\n", left, width, right);
}

std::string named(const Option& option) {
    return option.value.name.empty() ? std::string(option.name) : fmt::format("{} {}", option.name, option.value.name);
}

template <class Options>
std::string option_lines(const Options& options) {
    std::string lines;
    for (const Option& option : options)
        lines += column(named(option), 26, std::string(option.help) + (option.repeats ? " (repeats)" : ""));
    return lines;
}

std::string verb_lines(const Noun& noun) {
    std::string lines;
    std::size_t width = 8;
    for (const Verb& verb : noun.verbs) width = std::max(width, verb.name.size());
    // The first line of a verb's help says what it does; lines after it are details.
    for (const Verb& verb : noun.verbs)
        if (!verb.name.empty()) lines += column(verb.name, width + 1, verb.help.substr(0, verb.help.find('\n')));
    return lines + fmt::format("\nMore of each: backops {} VERB --help.\n", noun.name);
}

}  // namespace

std::span<const Noun> nouns() {
    static const std::vector<Noun> all = {event_noun(),    area_noun(),        collab_noun(), crew_noun(),
                                          activity_noun(), timeframe_noun(),   view_noun(),   schedule_noun(),
                                          sheet_noun(),    find_noun_itself(), check_noun(),  import_noun(),
                                          export_noun(),   completion_noun()};
    return all;
}

const Noun* find_noun(std::string_view name) {
    const auto all = nouns();
    const auto found = std::find_if(all.begin(), all.end(), [&](const Noun& noun) { return noun.name == name; });
    return found == all.end() ? nullptr : &*found;
}

std::string program_help() {
    std::string text =
        "usage: backops [-C DIR] NOUN [VERB] [WORDS] [OPTIONS]\n\nSchedules of a live event, kept as a directory of "
        "small YAML files.\n\n";
    for (const Noun& noun : nouns()) {
        text += column(noun.name, 11, noun.help);
        std::string verbs;
        std::string_view last;
        for (const Verb& verb : noun.verbs) {
            // Of verbs in two words (segment add, segment edit) the first stands for all.
            const std::string_view name = verb.name.substr(0, verb.name.find(' '));
            if (!name.empty() && name != last) verbs += (verbs.empty() ? "" : " ") + std::string(name);
            last = name;
        }
        if (!verbs.empty()) text += column("", 11, "· " + verbs);
    }
    text += "\n" + option_lines(common_options());
    text += column("--version", 26, "say which version this is");
    text += "\nMore of each: backops NOUN --help, backops NOUN VERB --help.\n";
    return text;
}

std::string noun_help(const Noun& noun) {
    if (noun.verbs[0].name.empty()) return verb_help(noun, noun.verbs[0]);
    std::string what(noun.help);
    if (what[0] >= 'a' && what[0] <= 'z') what[0] = static_cast<char>(what[0] - 'a' + 'A');
    std::string text = fmt::format("usage: backops {} VERB …\n\n{}.\n\n", noun.name, what);
    return text + verb_lines(noun);
}

std::string verb_help(const Noun& noun, const Verb& verb) {
    const std::size_t end = std::min(verb.help.find('\n'), verb.help.size());
    std::string text =
        fmt::format("usage: {}{}\n\n{}.{}\n", usage(noun, verb), verb.options.empty() ? "" : " [OPTIONS]",
                    verb.help.substr(0, end), verb.help.substr(end));
    if (!verb.options.empty()) text += "\n" + option_lines(verb.options);
    text += "\n" + option_lines(common_options());
    const bool has_more = verb.name.empty() && noun.verbs.size() > 1;
    return has_more ? text + "\n" + verb_lines(noun) : text;
}

}  // namespace backops::cmd
