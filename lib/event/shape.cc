#include "event/shape.h"

#include <fmt/format.h>

#include <algorithm>

#include "event/values.h"
#include "text/id.h"
#include "text/near_miss.h"
#include "text/wording.h"

namespace backops::event {
namespace {

using yaml::Kind;
using yaml::Node;

std::string keys_in_words(std::span<const Field> fields) {
    std::vector<std::string> keys;
    for (const Field& field : fields) keys.push_back(fmt::format("`{}`", field.key));
    return text::listed(keys);
}

// `a, b` and `a` as the items of a list in brackets.
std::string as_list(std::string_view words) {
    std::string items;
    while (!words.empty()) {
        const std::size_t comma = std::min(words.find(','), words.size());
        std::string_view word = words.substr(0, comma);
        while (word.starts_with(' ')) word.remove_prefix(1);
        while (word.ends_with(' ')) word.remove_suffix(1);
        if (!word.empty()) items += (items.empty() ? "" : ", ") + std::string(word);
        words.remove_prefix(std::min(comma + 1, words.size()));
    }
    return "[" + items + "]";
}

class ShapeCheck {
  public:
    explicit ShapeCheck(RecordFile& file) : file_(file) {}

    void record(const Node& node, std::span<const Field> fields, std::string_view what) {
        for (const yaml::Entry& entry : node.entries) {
            if (is_own_key(entry.key)) continue;
            const Field* field = find_field(fields, entry.key);
            if (!field)
                unknown_key(entry, fields, what);
            else if (entry.value.kind != Kind::nothing)
                value(entry.value, *field, entry.key);
        }
        for (const Field& field : fields)
            if (field.required && !node.find(field.key)) missing(node, field, what);
    }

  private:
    void add(text::Span span, const char* rule, std::string message, std::vector<std::string> hints = {}) {
        file_.problems.push_back(problem_in(file_, span, rule, std::move(message), std::move(hints)));
    }

    void unknown_key(const yaml::Entry& entry, std::span<const Field> fields, std::string_view what) {
        std::vector<std::string> keys;
        for (const Field& field : fields) keys.emplace_back(field.key);
        std::vector<std::string> hints;
        if (const auto near = text::nearest(entry.key, keys))
            hints.push_back(fmt::format("did you mean `{}`?", *near));
        else
            hints.push_back("a key of your own begins with `x-`");
        add(entry.key_span, "unknown-key", fmt::format("{} is no key of {}", text::quoted(entry.key), what),
            std::move(hints));
    }

    void missing(const Node& node, const Field& field, std::string_view what) {
        // A record inside a record is pointed at where it begins, a file's as a whole on its first line.
        const text::Span at{node.span.begin, node.span.begin};
        add(at, "missing-key", fmt::format("{} needs a `{}`", what, field.key));
    }

    void value(const Node& node, const Field& field, std::string_view key) {
        switch (field.type) {
            case Type::list:
                return list(node, field, key);
            case Type::map:
                return map(node, field, key);
            case Type::record:
                return inner_record(node, field, key);
            default:
                return scalar(node, field, key);
        }
    }

    void list(const Node& node, const Field& field, std::string_view key) {
        if (node.kind == Kind::scalar) {
            const std::string meant = fmt::format("write `{}: {}`", key, as_list(node.text));
            return add(node.span, "wrong-type", fmt::format("`{}` is a list, and one text stands here", key),
                       node.text.size() < 80 && field.element->type != Type::record ? std::vector{meant}
                                                                                    : std::vector<std::string>{});
        }
        if (node.kind == Kind::map)
            return add({node.span.begin, node.span.begin + 1}, "wrong-type",
                       fmt::format("`{}` is a list, and keys stand here", key), {"begin each item with `- `"});
        for (const Node& item : node.items) {
            if (item.kind == Kind::nothing)
                add({item.span.begin - 1, item.span.begin}, "wrong-type",
                    fmt::format("an empty item stands in `{}`", key), {"delete the line"});
            else
                value(item, *field.element, key);
        }
        repeated(node, field, key);
    }

    void repeated(const Node& node, const Field& field, std::string_view key) {
        if (field.element->type == Type::record || node.items.size() > 2000) return;
        for (std::size_t i = 1; i < node.items.size(); ++i)
            for (std::size_t j = 0; j < i; ++j)
                if (node.items[i].kind == Kind::scalar && node.items[i].text == node.items[j].text &&
                    node.items[j].kind == Kind::scalar) {
                    add(node.items[i].span, "duplicate-item",
                        fmt::format("{} stands twice in `{}`", text::quoted(node.items[i].text), key),
                        {"delete one of them"});
                    break;
                }
    }

    void map(const Node& node, const Field& field, std::string_view key) {
        if (node.kind != Kind::map)
            return add(first_line(node), "wrong-type", fmt::format("`{}` holds keys of its own with values", key),
                       {fmt::format("write `{}:` and below it, indented, `{}: …`", key,
                                    field.key_type == Type::date ? "2026-06-12" : "key")});
        for (const yaml::Entry& entry : node.entries) {
            if (auto wrong = wrong_key(field, entry.key))
                add(entry.key_span, "wrong-value", std::move(wrong->message), std::move(wrong->hints));
            if (entry.value.kind != Kind::nothing) value(entry.value, *field.element, entry.key);
        }
    }

    void inner_record(const Node& node, const Field& field, std::string_view key) {
        if (field.or_false && node.kind == Kind::scalar && node.text == "false") return;
        if (node.kind == Kind::map)
            return record(node, field.fields,
                          field.key.empty() ? fmt::format("an item of `{}`", key) : fmt::format("`{}`", key));
        add(first_line(node), "wrong-type", fmt::format("`{}` holds the keys {}", key, keys_in_words(field.fields)),
            {fmt::format("write them below `{}:`, indented", key)});
    }

    void scalar(const Node& node, const Field& field, std::string_view key) {
        if (node.kind != Kind::scalar)
            return add(first_line(node), "wrong-type",
                       fmt::format("`{}` is one text, and {} here", key,
                                   node.kind == Kind::list ? "a list stands" : "keys stand"),
                       node.style == yaml::Style::flow
                           ? std::vector<std::string>{"put the text in quotes if the brackets belong to it"}
                           : std::vector<std::string>{});
        if (auto wrong = wrong_value(field, key, node.text))
            return add(first_line(node), "wrong-value", std::move(wrong->message), std::move(wrong->hints));
        const bool refers = field.type == Type::reference ||
                            (field.type == Type::person_text && text::is_id(node.text)) || field.target == Target::any;
        if (refers) file_.references.push_back({field.target, node.text, node.span});
    }

    text::Span first_line(const Node& node) const {
        if (node.kind != Kind::scalar) return {node.span.begin, node.span.begin + 1};
        return node.span;
    }

    RecordFile& file_;
};

std::string with_article(Noun noun) {
    const std::string_view name = word(noun);
    return std::string(std::string_view("aeiou").find(name.front()) == std::string_view::npos ? "a " : "an ") +
           std::string(name);
}

}  // namespace

void check_shape(RecordFile& file) {
    if (!file.tree) return;
    const Node& root = *file.tree;
    if (root.kind == Kind::nothing) {
        file.problems.push_back(problem_in(file, {}, "missing-key", "this file is empty",
                                           {fmt::format("write at least `name: …`, or delete the file")}));
        file.problems.back().place = {file.path, 0, 0, 0, ""};
        return;
    }
    if (root.kind != Kind::map) {
        file.problems.push_back(problem_in(file, {root.span.begin, root.span.begin + 1}, "wrong-type",
                                           fmt::format("{} is made of `key: value` lines", with_article(file.noun))));
        return;
    }
    ShapeCheck(file).record(root, fields_of(file.noun), with_article(file.noun));
}

}  // namespace backops::event
