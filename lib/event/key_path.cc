#include "event/key_path.h"

#include <fmt/format.h>

#include "event/values.h"
#include "text/failure.h"
#include "text/near_miss.h"
#include "text/wording.h"

namespace backops::event {
namespace {

[[noreturn]] void no_key(std::string_view typed, std::string_view owner, std::span<const Field> fields) {
    std::vector<std::string> keys;
    for (const Field& field : fields) keys.emplace_back(field.key);
    std::vector<std::string> hints;
    if (const Field* record = record_with(fields, typed))
        hints.push_back(fmt::format("did you mean `{}.{}`?", record->key, typed));
    else if (const auto near = text::nearest(typed, keys))
        hints.push_back(fmt::format("did you mean `{}`?", *near));
    else
        hints.push_back(fmt::format("the keys here are {}; a key of your own begins with `x-`", text::listed(keys)));
    throw text::Failure(fmt::format("{} is no key of {}", text::quoted(typed), owner), std::move(hints),
                        text::wrong_usage);
}

// One step further down from a field: its element, or what a map or record has under `part`.
const Field* below(const Field& field, std::string_view part, yaml::Path& path) {
    switch (field.type) {
        case Type::record: {
            const Field* inner = find_field(field.fields, part);
            if (!inner)
                no_key(part, field.key.empty() ? "an item of that list" : fmt::format("`{}`", field.key), field.fields);
            path.emplace_back(std::string(part));
            return inner;
        }
        case Type::map:
            if (auto wrong = wrong_key(field, std::string(part)))
                throw text::Failure(wrong->message, wrong->hints, text::wrong_usage);
            path.emplace_back(std::string(part));
            return field.element;
        case Type::list: {
            const auto place = number(part);
            if (!place)
                throw text::Failure(
                    fmt::format("{} is no place in `{}`: items count from 1", text::quoted(part), field.key), {},
                    text::wrong_usage);
            path.emplace_back(static_cast<std::size_t>(*place - 1));
            return field.element;
        }
        default:
            throw text::Failure(fmt::format("`{}` has nothing below it", field.key), {}, text::wrong_usage);
    }
}

// The words between the dots; behind a last dot stands one more, which is empty.
struct Words {
    std::string_view rest;
    bool more = true;

    std::string_view take(bool whole) {
        const std::size_t dot = whole ? std::string_view::npos : rest.find('.');
        const std::string_view word = rest.substr(0, dot);
        more = dot != std::string_view::npos;
        rest.remove_prefix(more ? dot + 1 : rest.size());
        return word;
    }
};

void take_own_words(Words& words, yaml::Path& path) {
    constexpr Field word{.key = "", .type = Type::text};
    while (words.more) {
        path.emplace_back(std::string(words.take(false)));
        if (auto wrong = wrong_value(word, "a key of your own", std::get<std::string>(path.back())))
            throw text::Failure(wrong->message, wrong->hints, text::wrong_usage);
    }
}

}  // namespace

KeyPath key_path(Noun noun, std::string_view typed) {
    KeyPath found;
    found.text = typed;
    Words words{typed};
    if (is_own_key(typed)) {
        take_own_words(words, found.path);
        return found;
    }
    const std::string_view first = words.take(false);
    found.path.emplace_back(std::string(first));
    found.field = find_field(fields_of(noun), first);
    if (!found.field) no_key(first, with_article(noun), fields_of(noun));
    while (words.more && found.field) {
        const bool own = found.field->type == Type::record && is_own_key(words.rest);
        // A key of one's own that is free text may hold dots.
        const bool whole = found.field->type == Type::map && found.field->key_type == Type::text;
        found.field = own ? nullptr : below(*found.field, words.take(whole), found.path);
    }
    take_own_words(words, found.path);
    return found;
}

yaml::KeyOrder key_order(Noun noun) {
    return [noun](const yaml::Path& path) {
        const Field* here = nullptr;
        for (const yaml::Step& step : path) {
            const std::string* key = std::get_if<std::string>(&step);
            if (here && (here->type == Type::list || here->type == Type::map))
                here = here->element;
            else
                here = key ? find_field(here ? here->fields : fields_of(noun), *key) : nullptr;
            if (!here) return std::vector<std::string_view>{};
        }
        std::vector<std::string_view> order;
        for (const Field& field : here ? here->fields : fields_of(noun)) order.push_back(field.key);
        return order;
    };
}

}  // namespace backops::event
