#include "event/conflict_copy.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include "text/id.h"
#include "text/utf8.h"

namespace backops::event {
namespace {

// What file managers call a copy, and programs that sync a conflict, as the beginnings of words.
constexpr std::array<std::string_view, 10> copy_words{"copy",  "copie",    "copia",   "kopi",    "cópia",
                                                      "másol", "conflict", "conflit", "konflik", "sfconflict"};
// The same in scripts that put no blank between words.
constexpr std::array<std::string_view, 8> copy_signs{"副本", "复件", "複製", "拷贝", "コピー", "копия", "사본", "复制"};
// git mergetool's four files, in capitals.
constexpr std::array<std::string_view, 4> merge_words{"BACKUP", "BASE", "LOCAL", "REMOTE"};

struct Part {
    std::size_t begin, end;
};

bool is_of_id(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

char folded(char c) {
    if (c >= 'A' && c <= 'Z') return static_cast<char>(c - 'A' + 'a');
    return c == ' ' || c == '_' ? '-' : c;
}

// Runs of letters and digits; whatever is not ASCII belongs to them when `with_others`.
std::vector<Part> words_of(std::string_view text, bool with_others) {
    std::vector<Part> words;
    const auto belongs = [&](char c) {
        return is_of_id(folded(c)) || (with_others && static_cast<signed char>(c) < 0);
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!belongs(text[i])) continue;
        if (i == 0 || !belongs(text[i - 1])) words.push_back({i, i});
        words.back().end = i + 1;
    }
    return words;
}

// The longest part of the stem, between two ends of words, that is the id of a record.
std::optional<Part> record_in(std::string_view stem, const Neighbours& neighbours) {
    constexpr std::size_t most_words = 24;
    std::string low(stem);
    std::ranges::transform(low, low.begin(), folded);
    std::vector<Part> words = words_of(stem, false);
    if (words.size() > most_words) words.resize(most_words);
    std::optional<Part> longest;
    for (std::size_t first = 0; first < words.size(); ++first)
        for (std::size_t last = first; last < words.size(); ++last) {
            const Part part{words[first].begin, words[last].end};
            const std::size_t size = part.end - part.begin;
            if (size == stem.size() || (longest && size <= longest->end - longest->begin)) continue;
            const std::string id = low.substr(part.begin, size);
            if (text::is_id(id) && neighbours.has(id)) longest = part;
        }
    return longest;
}

bool has_sign(std::string_view text) {
    return std::ranges::any_of(copy_signs, [&](std::string_view sign) { return text.find(sign) != text.npos; });
}

bool begins_with_copy_word(std::string_view word) {
    const std::string low = text::case_folded(word);
    return std::ranges::any_of(copy_words, [&](std::string_view copy) { return low.starts_with(copy); });
}

// "Copy of", "Kopie (2) von", but no "Copy" alone: there are copy shops.
bool says_copy_before(std::string_view before) {
    const std::vector<Part> words = words_of(before, true);
    const auto first = words.empty() ? "" : before.substr(words[0].begin, words[0].end - words[0].begin);
    return has_sign(before) || (words.size() > 1 && begins_with_copy_word(first));
}

// Nobody puts a full stop or a tilde behind the name of a record, or all that comes after it in brackets.
bool is_in_the_form_of_a_copy(std::string_view after) {
    if (after.empty()) return false;
    if (std::string_view(".~#,;!").find(after.front()) != std::string_view::npos) return true;
    const std::size_t begin = after.find_first_not_of(" _-");
    if (begin == std::string_view::npos) return false;
    return (after[begin] == '(' && after.ends_with(')')) || (after[begin] == '[' && after.ends_with(']'));
}

bool says_copy_after(std::string_view after) {
    if (is_in_the_form_of_a_copy(after) || has_sign(after)) return true;
    return std::ranges::any_of(words_of(after, true), [&](Part part) {
        const std::string_view word = after.substr(part.begin, part.end - part.begin);
        return begins_with_copy_word(word) || std::ranges::find(merge_words, word) != merge_words.end();
    });
}

}  // namespace

std::optional<std::string> copied_record(std::string_view stem, const Neighbours& neighbours) {
    const auto found = record_in(stem, neighbours);
    if (!found) return std::nullopt;
    std::string id(stem.substr(found->begin, found->end - found->begin));
    std::ranges::transform(id, id.begin(), folded);
    if (says_copy_before(stem.substr(0, found->begin)) || says_copy_after(stem.substr(found->end)) ||
        neighbours.is_named_as_this(id))
        return id;
    return std::nullopt;
}

}  // namespace backops::event
