#include "event/shape.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "event/remedies.h"
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

class ShapeCheck {
  public:
    explicit ShapeCheck(RecordFile& file) : file_(file) {}

    void record(const Node& node, std::span<const Field> fields, std::string_view what) {
        std::set<std::string> meant;
        for (const yaml::Entry& entry : node.entries) {
            if (is_full(file_)) return;
            // A merge key is reported as YAML that is not read.
            if (is_own_key(entry.key) || entry.key == "<<") continue;
            const Field* field = find_field(fields, entry.key);
            if (!field)
                meant.insert(unknown_key(entry, fields, what));
            else if (entry.value.kind == Kind::nothing)
                commented_out(entry, *field);
            else
                value(entry.value, *field, entry.key);
        }
        // A misspelt key is one mistake, not two.
        for (const Field& field : fields)
            if (field.required && !node.find(field.key) && !meant.contains(std::string(field.key)))
                missing(node, field, what);
    }

  private:
    void add(text::Span span, const char* rule, std::string message, std::vector<std::string> hints = {}) {
        report(file_, span, rule, std::move(message), std::move(hints));
    }

    // The key that was most likely meant.
    std::string unknown_key(const yaml::Entry& entry, std::span<const Field> fields, std::string_view what) {
        std::vector<std::string> keys;
        for (const Field& field : fields) keys.emplace_back(field.key);
        std::vector<std::string> hints;
        const auto near = text::nearest(entry.key, keys);
        if (const Field* record = record_with(fields, entry.key))
            hints.push_back(fmt::format("it belongs in `{}`", record->key));
        else
            hints.push_back(near ? fmt::format("did you mean `{}`?", *near) : "a key of your own begins with `x-`");
        add(entry.key_span, "unknown-key", fmt::format("{} is no key of {}", text::quoted(entry.key), what),
            std::move(hints));
        return near.value_or("");
    }

    void missing(const Node& node, const Field& field, std::string_view what) {
        // A record inside a record is pointed at where it begins, a file's as a whole on its first line.
        const text::Span at{node.span.begin, node.span.begin};
        add(at, "missing-key", fmt::format("{} needs a `{}`", what, field.key), for_missing(field));
    }

    // `radio: #3`: to YAML a comment, and hardly meant as one.
    void commented_out(const yaml::Entry& entry, const Field& field) {
        const std::string_view words = value_in_comment(file_.text, entry);
        if (words.empty()) return;
        const std::size_t begin = static_cast<std::size_t>(words.data() - file_.text.data());
        const bool is_text = field.type == Type::text || field.type == Type::prose || field.type == Type::color;
        const bool is_short = words.size() < 60 && words.find_first_of("\"\\`") == std::string_view::npos;
        report(file_, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + words.size())}, "comment",
               fmt::format("{} is a comment, so `{}` has no value", text::quoted(words), entry.key),
               {!is_text   ? "delete the `#`, or put a blank behind it"
                : is_short ? fmt::format("write `{}: \"{}\"`, or a blank behind the `#`", entry.key, words)
                           : "put the text in quotes, or a blank behind the `#`"},
               text::Severity::warning);
    }

    // The `-` of an item that is indented below another, which to YAML goes on with that one's text.
    bool swallows_item(const Node& node, std::string_view key) {
        if (node.kind != Kind::scalar || node.style != yaml::Style::plain) return false;
        const std::string_view text = std::string_view(file_.text).substr(0, node.span.end);
        for (std::size_t line = text.find('\n', node.span.begin); line != std::string_view::npos;
             line = text.find('\n', line + 1)) {
            const std::size_t first = text.find_first_not_of(" \t\r\n", line);
            if (first == std::string_view::npos || !text.substr(first).starts_with("- ")) continue;
            add({static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(first + 1)}, "yaml-syntax",
                fmt::format("this `-` goes on with the text above it, and begins no item of `{}`", key),
                {"write every item on a line of its own, with all `-` in one column"});
            return true;
        }
        return false;
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
        if (swallows_item(node, key)) return;
        if (node.kind == Kind::scalar)
            return add(node.span, "wrong-type", fmt::format("`{}` is a list, and one text stands here", key),
                       for_list(field, key, node.text));
        if (node.kind == Kind::map)
            return add({node.span.begin, node.span.begin + 1}, "wrong-type",
                       fmt::format("`{}` is a list, and keys stand here", key), {"begin each item with `- `"});
        for (const Node& item : node.items) {
            if (is_full(file_)) return;
            if (item.kind == Kind::nothing)
                add({item.span.begin - 1, item.span.begin}, "wrong-type",
                    fmt::format("an empty item stands in `{}`", key), {"delete the line"});
            else if (!swallows_item(item, key))
                value(item, *field.element, key);
        }
        repeated(node, field, key);
    }

    void repeated(const Node& node, const Field& field, std::string_view key) {
        if (field.element->type == Type::record) return;
        std::set<std::string_view> seen;
        for (const Node& item : node.items)
            if (item.kind == Kind::scalar && !seen.insert(item.text).second)
                add(item.span, "duplicate-item", fmt::format("{} stands twice in `{}`", text::quoted(item.text), key),
                    {"delete one of them"});
    }

    void map(const Node& node, const Field& field, std::string_view key) {
        if (node.kind != Kind::map)
            return add(first_line(node), "wrong-type", fmt::format("`{}` holds keys of its own with values", key),
                       {fmt::format("write `{}:` and below it, indented, `{}: …`", key,
                                    field.key_type == Type::date ? "2026-06-12" : "key")});
        for (const yaml::Entry& entry : node.entries) {
            if (is_full(file_)) return;
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
        add(first_line(node), "wrong-type",
            fmt::format("{}`{}` holds the keys {}", field.key.empty() ? "an item of " : "", key,
                        keys_in_words(field.fields)),
            for_inner_record(field, key, node));
    }

    void scalar(const Node& node, const Field& field, std::string_view key) {
        if (node.kind != Kind::scalar)
            return add(first_line(node), "wrong-type",
                       fmt::format("`{}` is one text, and {} here", key,
                                   node.kind == Kind::list ? "a list stands" : "keys stand"),
                       {node.style == yaml::Style::flow ? "put the text in quotes if the brackets belong to it"
                                                        : fmt::format("write `{}: …` on one line", key)});
        if (auto wrong = wrong_value(field, key, node.text)) {
            remedy(*wrong, field, key, node.text);
            return add(first_line(node), "wrong-value", std::move(wrong->message), std::move(wrong->hints));
        }
        const bool refers = field.type == Type::reference ||
                            (field.type == Type::person_text && text::is_id(node.text)) || field.target == Target::any;
        if (refers) file_.references.push_back({field.target, node.text, node.span});
    }

    // What the record says better than the value alone.
    void remedy(WrongValue& wrong, const Field& field, std::string_view key, const std::string& text) const {
        const auto inside = without_typographic_quotes(text);
        if (inside && !wrong_value(field, key, *inside))
            wrong.hints = {fmt::format("typographic quotes are letters to YAML: write `{}`", *inside)};
        const bool is_own = find_field(fields_of(file_.noun), key) == &field;
        if (is_own && (key == "start" || key == "end") && file_.noun != Noun::event && is_said_to_commands(text))
            wrong.hints.push_back(fmt::format("or let a command find the date: backops {} edit {} --{} \"{}\"",
                                              command(file_.noun), file_.id, key, text));
    }

    text::Span first_line(const Node& node) const {
        if (node.kind != Kind::scalar) return {node.span.begin, node.span.begin + 1};
        return node.span;
    }

    RecordFile& file_;
};

}  // namespace

std::string_view value_in_comment(std::string_view text, const yaml::Entry& entry) {
    const std::size_t begin = text.find_first_not_of(" \t", entry.value.span.end);
    if (begin == std::string_view::npos || text[begin] != '#' || begin + 1 >= text.size()) return {};
    if (std::string_view("# \t\r\n!").find(text[begin + 1]) != std::string_view::npos) return {};
    const std::string_view words = text.substr(begin, std::min(text.find_first_of("\r\n", begin), text.size()) - begin);
    return words.substr(0, words.find_last_not_of(" \t") + 1);
}

void check_shape(RecordFile& file) {
    if (!file.tree) return;
    const Node& root = *file.tree;
    if (root.kind == Kind::nothing) {
        std::vector<std::string> needed;
        for (const Field& field : fields_of(file.noun))
            if (field.required) needed.push_back(fmt::format("`{}`", field.key));
        const bool is_event = file.noun == Noun::event;
        file.problems.push_back(problem_in(
            file, {}, "missing-key", "this file is empty",
            {fmt::format("write at least {}, {}", text::listed(needed),
                         is_event ? "or bring back an earlier version of the file" : "or delete the file")}));
        file.problems.back().place = text::place_of(file.path);
        return;
    }
    if (root.kind != Kind::map) {
        return report(file, {root.span.begin, root.span.begin + 1}, "wrong-type",
                      fmt::format("{} is made of `key: value` lines", with_article(file.noun)),
                      {root.kind == Kind::list ? "one file holds one record: delete the `- ` before its keys"
                                               : "begin with `name: …`"});
    }
    ShapeCheck(file).record(root, fields_of(file.noun), with_article(file.noun));
}

}  // namespace backops::event
