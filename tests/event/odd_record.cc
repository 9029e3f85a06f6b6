#include "odd_record.h"

#include <algorithm>

#include "yaml/write.h"

namespace backops::event::tests {
namespace {

using yaml::Value;
using Words = std::vector<std::string>;

const Words texts = {"Old Mill",    "yes",        "08",        "12:30",  "# no comment", "a: b",      "- dash",
                     "[x] open",    "Bühne 舞台", "it's here", "\"so\"", "ends:",        "~",         "null",
                     "100%",        "@home",      "*star",     "&amp",   "!bang",        "k: v # c",  "gate 3",
                     "0x1F",        "1e3",        "-1",        "?",      "| bar",        "> more",    "{brace}",
                     "back\\slash", "tab\\t",     "x # y",     "true",   "2026-06-12",   "'single'",  "a - b",
                     "trailing \\", "%percent",   "`tick`",    "=",      "no",           "Ñandú: né", "🎪 tent"};
const Words proses = {"one line", "two\nlines", "first\n\n  indented\nlast", "- looks\n- like a list",
                      "# hash\nkey: v"};

std::string reference(Target target, Dice& dice) {
    switch (target) {
        case Target::area:
            return dice.of(Words{"main-stage", "foh"});
        case Target::collaborator:
            return dice.of(Words{"northlight", "acme-audio"});
        case Target::crew:
            return dice.of(Words{"maya-lindt", "noor", "sam"});
        case Target::party:
            return dice.of(Words{"maya-lindt", "noor", "sam", "northlight", "acme-audio"});
        case Target::activity:
            return dice.of(Words{"doors", "focus", "line-check"});
        case Target::timeframe:
            return dice.of(Words{"load-in", "show-days"});
        case Target::any:
        case Target::none:
            break;
    }
    return "focus@2026-06-12";
}

// Of a scalar's type.
std::string scalar(const Field& field, Dice& dice) {
    switch (field.type) {
        case Type::prose:
            return dice.of(proses);
        case Type::id:
            return dice.of(Words{"plan-a", "vip", "show", "load-in", "no", "x1"});
        case Type::reference:
            return reference(field.target, dice);
        case Type::person_text:
            return dice.one_in(2) ? reference(field.target, dice) : "The Red Kites";
        case Type::date:
            return dice.of(Words{"2026-06-11", "2026-06-12", "2026-06-13"});
        case Type::moment:
        case Type::start:
            return dice.of(Words{"2026-06-12T14:00", "2026-06-12T25:30", "2026-06-12", "2026-06-13 09:00"});
        case Type::end:
            return dice.of(Words{"15:30", "08:00", "2026-06-14T10:00"});
        case Type::clock:
            return dice.of(Words{"08:15", "20:00", "4:30"});
        case Type::duration:
            return dice.of(Words{"45m", "90m", "1h30m", "10h"});
        case Type::flag:
            return dice.of(Words{"true", "false"});
        case Type::number:
            return dice.of(Words{"1", "4", "12"});
        case Type::choice:
            return std::string(field.choices[dice.below(field.choices.size())]);
        case Type::zone:
            return dice.of(Words{"Europe/Berlin", "Europe/London", "UTC"});
        case Type::uid:
            return dice.of(Words{"7f3a-11", "abc@host", "0815"});
        case Type::color:
            return dice.of(Words{"teal", "#0a7d8c"});
        case Type::every:
            return dice.of(Words{"day", "2 weeks", "month"});
        case Type::on:
            return dice.of(Words{"fri", "sat", "mon"});
        default:
            return dice.of(texts);
    }
}

std::string own_key(const Field& map, Dice& dice) {
    if (map.key_type == Type::date) return dice.of(Words{"2026-06-11", "2026-06-12", "2026-06-13"});
    if (map.key_type == Type::text) return dice.of(Words{"Ch 1", "Audio", "7", "Video v1.2"});
    return dice.of(Words{"shirt", "diet", "badge"});
}

Value value(const Field& field, Dice& dice) {
    if (field.type == Type::list) {
        std::vector<Value> items;
        for (std::size_t count = 1 + dice.below(3); count > 0; --count) {
            Value item = value(*field.element, dice);
            if (std::none_of(items.begin(), items.end(), [&](const Value& other) { return same(other, item); }))
                items.push_back(std::move(item));
        }
        return Value::list(std::move(items));
    }
    if (field.type == Type::map) return Value::map({{own_key(field, dice), value(*field.element, dice)}});
    if (field.type != Type::record) return Value::bare_scalar(scalar(field, dice));
    if (field.or_false && dice.one_in(3)) return Value::bare_scalar("false");
    std::vector<std::pair<std::string, Value>> entries;
    for (const Field& inner : field.fields)
        if (inner.required || dice.one_in(3)) entries.emplace_back(std::string(inner.key), value(inner, dice));
    if (entries.empty()) entries.emplace_back(std::string(field.fields[0].key), value(field.fields[0], dice));
    return Value::map(std::move(entries));
}

class Writer {
  public:
    explicit Writer(Dice& dice) : dice_(dice) {}

    void entry(const std::string& key, const Value& value, std::size_t indent) {
        while (dice_.one_in(4)) {
            out += dice_.one_in(3) ? "" : std::string(indent, ' ') + comment();
            out += "\n";
        }
        out += std::string(indent, ' ');
        rest_of_entry(key, value, indent);
    }

    std::string out;

  private:
    std::string comment() { return "# comment " + std::to_string(++comments_); }
    std::string behind() { return dice_.one_in(4) ? (dice_.one_in(2) ? " " : "   ") + comment() : ""; }

    std::string quoted(const std::string& text) {
        std::string twice;
        for (const char c : text) twice += c == '\'' ? "''" : std::string(1, c);
        return "'" + twice + "'";
    }

    std::string one_line(const Value& value, bool in_flow) {
        if (dice_.one_in(4)) return quoted(value.text);
        if (dice_.one_in(4)) return yaml::scalar_text(value, yaml::Style::double_quoted);
        return yaml::scalar_text(value, in_flow);
    }

    std::string flow(const Value& value) {
        if (value.kind == yaml::Kind::scalar) return one_line(value, true);
        const std::string blank = dice_.one_in(3) ? " " : "";
        std::string text = value.kind == yaml::Kind::list ? "[" : "{";
        std::string between = blank;
        for (const Value& item : value.items)
            text += std::exchange(between, dice_.one_in(4) ? " ,  " : ", ") + flow(item);
        for (const auto& [key, inner] : value.entries)
            text += std::exchange(between, ", ") + yaml::scalar_text(Value::scalar(key), true) + ": " + flow(inner);
        return text + blank + (value.kind == yaml::Kind::list ? "]" : "}");
    }

    static bool fits_flow(const Value& value) {
        return value.text.find('\n') == std::string::npos &&
               std::all_of(value.items.begin(), value.items.end(), fits_flow) &&
               std::all_of(value.entries.begin(), value.entries.end(),
                           [](const auto& entry) { return fits_flow(entry.second); });
    }

    // Behind the blanks of the line: `key:` and all that belongs to it.
    void rest_of_entry(const std::string& key, const Value& value, std::size_t indent) {
        out += yaml::scalar_text(Value::scalar(key)) + ":";
        after_mark(value, indent, indent);
    }

    void after_mark(const Value& value, std::size_t indent, std::size_t lists_at) {
        if (value.kind == yaml::Kind::scalar) return scalar_after_mark(value, indent);
        if (fits_flow(value) && dice_.one_in(3)) {
            out += " " + flow(value) + behind() + "\n";
            return;
        }
        out += behind() + "\n";
        const std::size_t deeper = indent + 1 + dice_.below(4);
        if (value.kind == yaml::Kind::map) {
            for (const auto& [key, inner] : value.entries) entry(key, inner, deeper);
            return;
        }
        const std::size_t dashes = dice_.one_in(2) ? lists_at : deeper;
        for (const Value& item : value.items) this->item(item, dashes);
    }

    void scalar_after_mark(const Value& value, std::size_t indent) {
        if (value.text.find('\n') == std::string::npos) {
            out += (dice_.one_in(6) ? "   " : " ") + one_line(value, false) + behind() + "\n";
            return;
        }
        out += dice_.one_in(2) ? " |\n" : " |-\n";
        const std::string blanks(indent + 2, ' ');
        std::string line;
        for (const char c : value.text + "\n") {
            if (c != '\n') {
                line += c;
                continue;
            }
            out += line.empty() ? "\n" : blanks + line + "\n";
            line.clear();
        }
    }

    void item(const Value& item, std::size_t indent) {
        if (dice_.one_in(5)) out += std::string(indent, ' ') + comment() + "\n";
        out += std::string(indent, ' ') + "-";
        if (item.kind != yaml::Kind::map || (fits_flow(item) && dice_.one_in(3))) {
            if (item.kind == yaml::Kind::scalar) return scalar_after_mark(item, indent);
            out += " " + flow(item) + behind() + "\n";
            return;
        }
        const std::size_t gap = 1 + dice_.below(2);
        out += std::string(gap, ' ');
        bool first = true;
        for (const auto& [key, inner] : item.entries) {
            if (std::exchange(first, false))
                rest_of_entry(key, inner, indent + 1 + gap);
            else
                entry(key, inner, indent + 1 + gap);
        }
    }

    Dice& dice_;
    int comments_ = 0;
};

std::string with_line_ends(const std::string& text, const std::string& end) {
    std::string out;
    for (const char c : text) out += c == '\n' ? end : std::string(1, c);
    return out;
}

}  // namespace

std::string typed_value(const Field& field, Dice& dice) {
    const Field& one = field.type == Type::list ? *field.element : field;
    if (one.type == Type::map) return own_key(one, dice) + "=" + typed_value(*one.element, dice);
    if (one.type != Type::record) return scalar(one, dice);
    std::string typed;
    for (const Field& inner : one.fields)
        if (inner.type != Type::list && inner.type != Type::map && inner.type != Type::record &&
            (inner.required || dice.one_in(3)))
            typed += (typed.empty() ? "" : ",") + std::string(inner.key) + "=" + scalar(inner, dice);
    if (!typed.empty()) return typed;
    return std::string(one.fields[0].key) + "=" + typed_value(one.fields[0], dice);
}

std::string odd_record(Noun noun, Dice& dice) {
    std::vector<std::pair<std::string, Value>> entries;
    for (const Field& field : fields_of(noun))
        if (field.required || dice.one_in(2)) entries.emplace_back(std::string(field.key), value(field, dice));
    if (dice.one_in(2)) entries.emplace_back("x-rider", Value::map({{"deep", Value::list({Value::scalar("1: 2")})}}));
    for (std::size_t i = entries.size(); i > 1; --i)
        if (dice.one_in(2)) std::swap(entries[i - 1], entries[dice.below(i)]);
    Writer writer(dice);
    if (dice.one_in(6)) writer.out += "---\n";
    for (const auto& [key, inner] : entries) writer.entry(key, inner, 0);
    if (dice.one_in(4)) writer.out += "# the end\n";
    if (dice.one_in(5) && !writer.out.ends_with("\n\n")) writer.out.pop_back();
    std::string text = dice.one_in(4) ? with_line_ends(writer.out, "\r\n") : writer.out;
    return dice.one_in(8) ? "\xEF\xBB\xBF" + text : text;
}

}  // namespace backops::event::tests
