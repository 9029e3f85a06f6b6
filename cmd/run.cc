#include "cmd/run.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <new>
#include <optional>
#include <system_error>

#include "cmd/nouns.h"
#include "cmd/session.h"
#include "files/trouble.h"
#include "text/failure.h"
#include "text/near_miss.h"
#include "text/paint.h"
#include "text/width.h"
#include "text/wording.h"

namespace backops::cmd {
namespace {

using text::Failure;
using text::Tone;

// Options that may stand before the noun are moved behind the verb.
std::vector<std::string> take_leading_options(std::vector<std::string>& words) {
    std::vector<std::string> taken;
    std::size_t i = 0;
    while (i < words.size() && words[i].size() > 1 && words[i][0] == '-') {
        const std::string name = words[i].substr(0, words[i].find('='));
        const auto common = common_options();
        const auto option = std::find_if(common.begin(), common.end(), [&](const Option& o) { return o.name == name; });
        if (option == common.end()) break;
        taken.push_back(words[i]);
        ++i;
        if (!option->value.name.empty() && words[i - 1] == name && i < words.size()) taken.push_back(words[i++]);
    }
    words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(i));
    return taken;
}

// What other programs call it, what it begins, or what it nearly is.
std::optional<std::string> meant(const std::string& typed, const std::vector<std::string>& known) {
    constexpr std::pair<std::string_view, std::string_view> elsewhere[] = {{"areas", "area"},
                                                                           {"collaborator", "collab"},
                                                                           {"collaborators", "collab"},
                                                                           {"activities", "activity"},
                                                                           {"person", "crew"},
                                                                           {"people", "crew"},
                                                                           {"timeframes", "timeframe"},
                                                                           {"delete", "rm"},
                                                                           {"remove", "rm"},
                                                                           {"create", "add"},
                                                                           {"new", "add"},
                                                                           {"ls", "list"},
                                                                           {"change", "edit"},
                                                                           {"move", "shift"},
                                                                           {"view", "show"}};
    for (const auto& [word, ours] : elsewhere)
        if (typed == word && std::ranges::find(known, ours) != known.end()) return std::string(ours);
    const auto begins = [&](const std::string& one) { return one.starts_with(typed); };
    if (std::ranges::count_if(known, begins) == 1) return *std::ranges::find_if(known, begins);
    return text::nearest(typed, known);
}

[[noreturn]] void unknown_word(const std::string& typed, const std::string& what, const std::vector<std::string>& known,
                               const std::string& help) {
    std::vector<std::string> hints;
    if (const auto one = meant(typed, known)) hints.push_back(fmt::format("did you mean `{}`?", *one));
    hints.push_back(help);
    throw Failure(fmt::format("{} is no {}", text::quoted(typed), what), std::move(hints), text::wrong_usage);
}

const Noun& noun_of(const std::string& typed) {
    if (const Noun* noun = find_noun(typed)) return *noun;
    std::vector<std::string> names;
    for (const Noun& noun : nouns()) names.emplace_back(noun.name);
    unknown_word(typed, "command", names, "all of them: backops --help");
}

bool is_word(const std::string& word) { return word.empty() || word[0] != '-' || word == "-"; }

// The verb that a word names, or the noun's only or default one, which has no name.
const Verb* verb_of(const Noun& noun, std::vector<std::string>& words) {
    std::vector<std::string> names;
    const Verb* unnamed = nullptr;
    const std::string first = words.empty() ? "" : words[0];
    const std::string both = words.size() < 2 ? first : first + " " + words[1];
    for (const Verb& verb : noun.verbs) {
        if (!verb.name.empty() && (verb.name == first || verb.name == both)) {
            words.erase(words.begin(), words.begin() + (verb.name == first ? 1 : 2));
            return &verb;
        }
        if (verb.name.empty())
            unnamed = &verb;
        else
            names.emplace_back(verb.name);
    }
    const bool has_word = !words.empty() && is_word(words.front());
    const bool is_near = unnamed && has_word && unnamed->words.most == 0 && text::nearest(first, names);
    if (!has_word || (unnamed && !is_near)) return unnamed;
    const bool begins_one = std::ranges::any_of(names, [&](const auto& name) { return name.starts_with(first + " "); });
    const bool names_other = words.size() > 1 && is_word(words[1]);
    if (begins_one && !names_other) return nullptr;
    unknown_word(begins_one ? both : first, fmt::format("verb of `backops {}`", noun.name), names,
                 fmt::format("all of them: backops {} --help", noun.name));
}

int run_words(std::vector<std::string> words, bool& error_colour) {
    const std::vector<std::string> leading = take_leading_options(words);
    const bool asks_help = std::find(leading.begin(), leading.end(), "--help") != leading.end();
    if (!words.empty() && (words.front() == "--version" || words.front() == "-V")) {
        std::printf("backops %s\n", BACKOPS_VERSION);
        return 0;
    }
    if (words.empty() || words.front() == "help") {
        if (words.size() > 1) {
            std::fputs(noun_help(noun_of(words[1])).c_str(), stdout);
            return 0;
        }
        const bool wanted = asks_help || !words.empty();
        std::fputs(program_help().c_str(), wanted ? stdout : stderr);
        return wanted ? 0 : text::wrong_usage;
    }
    if (words.front().size() > 1 && words.front()[0] == '-')
        throw Failure(fmt::format("{} is no option here", text::quoted(words.front())), {"all of them: backops --help"},
                      text::wrong_usage);
    const Noun& noun = noun_of(words.front());
    words.erase(words.begin());
    const Verb* verb = verb_of(noun, words);
    if (!verb) {
        const bool wanted = asks_help || std::find(words.begin(), words.end(), "--help") != words.end();
        std::fputs(noun_help(noun).c_str(), wanted ? stdout : stderr);
        return wanted ? 0 : text::wrong_usage;
    }
    words.insert(words.begin(), leading.begin(), leading.end());
    const Arguments arguments = parse(noun, *verb, std::move(words));
    if (arguments.has("--help")) {
        std::fputs(verb_help(noun, *verb).c_str(), stdout);
        return 0;
    }
    Session session(arguments);
    error_colour = session.error_colour();
    return verb->run(session, arguments);
}

void print(const Failure& failure, bool colour) {
    std::fflush(stdout);
    for (const text::Problem& problem : failure.problems)
        std::fprintf(stderr, "%s\n", text::to_text(problem, colour).c_str());
    // The first line says what is wrong; lines after it are details.
    for (std::size_t begin = 0; begin <= failure.message.size();) {
        const std::size_t end = std::min(failure.message.find('\n', begin), failure.message.size());
        const std::string line = text::one_line(std::string_view(failure.message).substr(begin, end - begin));
        std::fprintf(stderr, "%s %s\n", begin == 0 ? text::painted("error:", Tone::error, colour).c_str() : " ",
                     line.c_str());
        begin = end + 1;
    }
    for (const std::string& hint : failure.hints)
        std::fprintf(stderr, "  %s %s\n", text::painted("hint:", Tone::accent, colour).c_str(),
                     text::one_line(hint).c_str());
}

// The system refuses what every program may ask for, as opposed to what none should.
bool is_refusal(const std::error_code& code) {
    return code != std::errc::bad_file_descriptor && code != std::errc::bad_address &&
           code != std::errc::invalid_argument;
}

Failure refusal(const std::system_error& error) {
    std::string path;
    if (const auto* trouble = dynamic_cast<const files::Trouble*>(&error)) path = trouble->path();
    if (const auto* trouble = dynamic_cast<const std::filesystem::filesystem_error*>(&error))
        path = trouble->path1().string();
    const std::string reason = files::reason(error.code());
    return Failure(path.empty() ? reason : fmt::format("cannot use {}: {}", text::quoted(path), reason));
}

}  // namespace

int run(std::vector<std::string> words) {
    bool colour = false;
    int status = text::bug;
    try {
        try {
            status = run_words(std::move(words), colour);
            flush_output();
        } catch (const Failure& failure) {
            print(failure, colour);
            status = failure.status;
        } catch (const std::system_error& error) {
            if (!is_refusal(error.code())) throw;
            print(refusal(error), colour);
            status = text::refused;
        }
    } catch (const std::bad_alloc&) {
        // Nothing of it is needed to say so.
        std::fputs("error: out of memory\n", stderr);
        status = text::refused;
    } catch (const std::exception& e) {
        std::fprintf(stderr,
                     "error: this is a bug in backops: %s\n  please report it with the command that you typed\n",
                     e.what());
    }
    std::fflush(stdout);
    return status;
}

}  // namespace backops::cmd
