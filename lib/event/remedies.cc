#include "event/remedies.h"

#include <fmt/format.h>

#include <algorithm>

#include "event/values.h"
#include "time/date.h"

namespace backops::event {
namespace {

constexpr std::size_t longest_shown = 80;

std::string_view trimmed(std::string_view text) {
    while (text.starts_with(' ')) text.remove_prefix(1);
    while (text.ends_with(' ')) text.remove_suffix(1);
    return text;
}

// Brackets and quotes that were left from another try.
std::string_view stripped(std::string_view word) {
    constexpr std::string_view left_over = " []\"'";
    const std::size_t first = std::min(word.find_first_not_of(left_over), word.size());
    word.remove_prefix(first);
    return word.substr(0, word.find_last_not_of(left_over) + 1);
}

std::string items_of(const yaml::Node& found) {
    if (found.kind == yaml::Kind::scalar) return found.text;
    std::string words;
    for (const yaml::Node& item : found.items) {
        if (item.kind != yaml::Kind::scalar) return "";
        words += (words.empty() ? "" : ", ") + item.text;
    }
    return words;
}

}  // namespace

std::optional<std::string> as_list(std::string_view words) {
    if (words.size() > longest_shown) return std::nullopt;
    std::string items;
    while (!words.empty()) {
        const std::size_t comma = std::min(words.find(','), words.size());
        const std::string_view word = stripped(words.substr(0, comma));
        if (word.find_first_of("[]{}:#&*!|>'\"%@`\n") != std::string_view::npos || word.starts_with('-'))
            return std::nullopt;
        if (!word.empty()) items += (items.empty() ? "" : ", ") + std::string(word);
        words.remove_prefix(std::min(comma + 1, words.size()));
    }
    if (items.empty()) return std::nullopt;
    return "[" + items + "]";
}

std::vector<std::string> for_missing(const Field& field) {
    switch (field.type) {
        case Type::start:
            return {fmt::format("write `{}: 2026-06-12T14:00`, or a date alone", field.key)};
        case Type::date:
            return {fmt::format("write `{}: 2026-06-12`", field.key)};
        case Type::zone:
            return {fmt::format("write `{}: Europe/Berlin`, or the IANA name of another place", field.key)};
        case Type::uid:
            return {fmt::format("write `{}: ` and a word that no other event has", field.key)};
        case Type::number:
            return {fmt::format("write `{}: 1`", field.key)};
        case Type::reference:
            return {fmt::format("write `{}: ` and an id", field.key)};
        case Type::choice:
            return {fmt::format("write `{}: {}`, or another of {}", field.key, field.choices.front(),
                                one_of(field.choices))};
        default:
            return {};
    }
}

std::vector<std::string> for_inner_record(const Field& field, std::string_view key, const yaml::Node& found) {
    const Field& first = field.fields.front();
    if (first.type == Type::list && first.element->type == Type::reference)
        if (const auto list = as_list(items_of(found)))
            return {fmt::format("write `{}: {}` below `{}:`, indented", first.key, *list, key)};
    if (field.key.empty()) return {fmt::format("write `{}: …` behind the `-`, and the other keys below it", first.key)};
    return {fmt::format("write them below `{}:`, indented, such as `{}: …`", key, first.key)};
}

std::vector<std::string> for_list(const Field& field, std::string_view key, std::string_view found) {
    if (field.element->type == Type::record)
        return {fmt::format("write each item below `{}:`, beginning with `- {}: …`", key,
                            field.element->fields.front().key)};
    if (const auto list = as_list(found)) return {fmt::format("write `{}: {}`", key, *list)};
    return {fmt::format("write each item below `{}:`, on a line that begins with `- `", key)};
}

std::optional<std::string> without_typographic_quotes(std::string_view text) {
    constexpr std::string_view quotes[] = {"“", "”", "„", "‟", "‘", "’", "‚", "«", "»", "‹", "›"};
    const auto opening = std::find_if(std::begin(quotes), std::end(quotes),
                                      [&](std::string_view quote) { return text.starts_with(quote); });
    if (opening == std::end(quotes)) return std::nullopt;
    text.remove_prefix(opening->size());
    for (const std::string_view quote : quotes)
        if (text.ends_with(quote)) return std::string(text.substr(0, text.size() - quote.size()));
    return std::nullopt;
}

bool is_said_to_commands(std::string_view time) {
    if (time.find_first_of("\"\\$`") != std::string_view::npos || time.size() > longest_shown) return false;
    std::string word(trimmed(time.substr(0, time.find(' '))));
    for (char& c : word)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return time::parse_weekday(word) || word == "day" || word == "today" || word == "tomorrow";
}

}  // namespace backops::event
