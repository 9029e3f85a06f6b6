#include "event/need_words.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <vector>

#include "event/values.h"
#include "text/failure.h"
#include "text/near_miss.h"
#include "text/utf8.h"
#include "text/wording.h"

// Nothing marks where the role ends and the collaborator begins, and both are words that people make up. What is
// certain is taken: an id or a name in full, or so much of it that nothing else begins so. What is only like one is
// not swallowed: a role that a company hides in is a call that nobody gets. A role that happens to be like a company
// can still be said, key by key.

namespace backops::event {
namespace {

using Words = std::vector<std::string>;

Words words_of(std::string_view text) {
    Words words;
    std::string word;
    for (const char c : text) {
        if (c != ' ' && c != '\t') {
            word += c;
            continue;
        }
        if (!word.empty()) words.push_back(std::move(word));
        word.clear();
    }
    if (!word.empty()) words.push_back(std::move(word));
    return words;
}

std::string joined(const Words& words, std::size_t from, std::size_t until) {
    const auto at = [&](std::size_t i) { return words.begin() + static_cast<std::ptrdiff_t>(i); };
    return fmt::format("{}", fmt::join(at(from), at(until), " "));
}

// Whether `beginning` ends where a word of the whole does: `acme` of `acme-audio`, "DevDays" of "DevDays e.V.".
bool is_whole_word(std::string_view whole, std::string_view beginning) {
    return whole.size() == beginning.size() || whole[beginning.size()] == '-' || whole[beginning.size()] == ' ';
}

bool begins(const std::string& whole, const std::string& beginning) {
    constexpr std::size_t enough = 4;
    return whole.starts_with(beginning) && (beginning.size() >= enough || is_whole_word(whole, beginning));
}

// By id or name in full, else as the only one whose id or name begins so.
std::optional<Found> certain(Directory& directory, const std::string& typed) {
    const std::string folded = text::case_folded(typed);
    std::vector<std::string> named, beginning;
    for (const std::string& id : directory.ids(Noun::collaborator)) {
        if (id == typed) return Found{Noun::collaborator, id, true};
        const std::string name = text::case_folded(directory.name(Noun::collaborator, id));
        if (name == folded || id == folded) named.push_back(id);
        if (begins(id, folded) || begins(name, folded)) beginning.push_back(id);
    }
    const auto& fit = named.empty() ? beginning : named;
    if (fit.size() != 1) return std::nullopt;
    return Found{Noun::collaborator, fit.front(), false};
}

// Three letters may be the beginning of one, and are too few to be sure of it.
bool is_short_beginning(const std::string& typed, const std::string& wanted) {
    return typed.size() == 3 && wanted.starts_with(typed);
}

// One edit for a short word, two for a long one; of a short one the first letter must be right, since `lead` and
// `band` are other words.
bool is_like(const std::string& typed, const std::string& wanted) {
    constexpr std::size_t shortest = 4, longest_short = 5, long_word = 9;
    if (typed.size() < shortest || wanted.size() < shortest) return false;
    const std::size_t most = std::max(typed.size(), wanted.size());
    if (most <= longest_short && typed.front() != wanted.front()) return false;
    return text::edits(typed, wanted) <= (most >= long_word ? 2 : 1);
}

// Texts that somebody may have meant to type for a collaborator: all of its id and name, and each first words of them.
std::vector<std::string> spellings(const std::string& id, const std::string& name) {
    std::vector<std::string> all;
    for (const std::string& whole : {id, name})
        for (std::size_t at = 1; at <= whole.size(); ++at)
            if (at == whole.size() || whole[at] == '-' || whole[at] == ' ') all.push_back(whole.substr(0, at));
    return all;
}

std::optional<std::string> like_one(Directory& directory, const std::string& typed) {
    const std::string folded = text::case_folded(typed);
    for (const std::string& id : directory.ids(Noun::collaborator)) {
        const auto all = spellings(id, text::case_folded(directory.name(Noun::collaborator, id)));
        if (std::ranges::any_of(
                all, [&](const std::string& one) { return is_like(folded, one) || is_short_beginning(folded, one); }))
            return id;
    }
    return std::nullopt;
}

// `4x`, `4×`: how many, as people write it in a list.
std::optional<int> counted(const std::string& word) {
    for (const std::string_view times : {"x", "X", "×"})
        if (word.ends_with(times)) return number(std::string_view(word).substr(0, word.size() - times.size()));
    return std::nullopt;
}

[[noreturn]] void no_need(std::string_view typed, const Words& words) {
    std::vector<std::string> hints;
    if (const auto count = words.empty() ? std::nullopt : counted(words[0]); count && words.size() > 1)
        hints.push_back(fmt::format("write `{} {}`", *count, joined(words, 1, words.size())));
    else
        hints.emplace_back(
            "write how many, as what and from whom, such as `4 stagehand` or `4 stagehand COLLABORATOR`");
    throw text::Failure(fmt::format("{} is no need", text::quoted(typed)), std::move(hints), text::wrong_usage);
}

[[noreturn]] void mistyped(std::string_view typed, const Words& words, std::size_t first, const std::string& id) {
    const std::string as_role =
        fmt::format("if the role is called so: write `count={},role={}`", words[0], joined(words, 1, words.size()));
    if (first == 1)
        throw text::Failure(fmt::format("{} does not say as what", text::quoted(typed)),
                            {fmt::format("write that too, such as `{} stagehand {}`", words[0], id), as_role});
    throw text::Failure(fmt::format("no collaborator is called {}", text::quoted(joined(words, first, words.size()))),
                        {fmt::format("did you mean `{} {}`?", joined(words, 0, first), id), as_role});
}

}  // namespace

NeedWords need_words(Directory& directory, std::string_view typed) {
    const Words words = words_of(typed);
    const auto count = words.size() < 2 ? std::nullopt : number(words[0]);
    if (!count) no_need(typed, words);
    for (std::size_t first = 2; first < words.size(); ++first) {
        const std::string tail = joined(words, first, words.size());
        if (const auto found = certain(directory, tail)) return {*count, joined(words, 1, first), found, tail};
    }
    // `4 acme-audio` has no role; a single word without a hyphen is one.
    for (std::size_t first = words[1].find('-') == std::string::npos ? 2 : 1; first < words.size(); ++first) {
        const std::string tail = joined(words, first, words.size());
        if (const auto id = like_one(directory, tail)) mistyped(typed, words, first, *id);
    }
    return {*count, joined(words, 1, words.size()), std::nullopt, ""};
}

}  // namespace backops::event
