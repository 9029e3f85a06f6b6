#include "event/key_path.h"

#include <fmt/format.h>

#include "event/values.h"
#include "text/failure.h"
#include "text/near_miss.h"
#include "text/wording.h"

namespace backops::event {
namespace {

[[noreturn]] void no_key(Noun noun, std::string_view typed, std::span<const Field> fields) {
    std::vector<std::string> keys;
    for (const Field& field : fields) keys.emplace_back(field.key);
    std::vector<std::string> hints;
    if (const auto near = text::nearest(typed, keys))
        hints.push_back(fmt::format("did you mean `{}`?", *near));
    else
        hints.push_back(fmt::format("the keys here are {}; a key of your own begins with `x-`", text::listed(keys)));
    throw text::Failure(fmt::format("{} is no key of this {}", text::quoted(typed), word(noun)), std::move(hints),
                        text::wrong_usage);
}

// One step further down from a field: its element, or what a map or record has under `part`.
const Field* below(Noun noun, const Field& field, std::string_view part, yaml::Path& path) {
    switch (field.type) {
        case Type::record: {
            const Field* inner = find_field(field.fields, part);
            if (!inner) no_key(noun, part, field.fields);
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

std::string_view next_part(std::string_view& rest, bool whole) {
    const std::size_t dot = whole ? std::string_view::npos : rest.find('.');
    const std::string_view part = rest.substr(0, dot);
    rest.remove_prefix(dot == std::string_view::npos ? rest.size() : dot + 1);
    return part;
}

}  // namespace

KeyPath key_path(Noun noun, std::string_view typed) {
    KeyPath found;
    found.text = typed;
    std::string_view rest = typed;
    const std::string_view first = next_part(rest, false);
    found.path.emplace_back(std::string(first));
    if (is_own_key(first)) {
        while (!rest.empty()) found.path.emplace_back(std::string(next_part(rest, false)));
        return found;
    }
    found.field = find_field(fields_of(noun), first);
    if (!found.field) no_key(noun, first, fields_of(noun));
    while (!rest.empty()) {
        // A key of one's own that is free text may hold dots.
        const bool whole = found.field->type == Type::map && found.field->key_type == Type::text;
        found.field = below(noun, *found.field, next_part(rest, whole), found.path);
    }
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
