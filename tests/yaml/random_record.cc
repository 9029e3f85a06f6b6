#include "random_record.h"

namespace backops::yaml::test {
namespace {

class Author {
  public:
    explicit Author(Dice& dice) : dice_(dice) {}

    std::string record() {
        if (dice_.one_in(40)) return flow(2, "") + "\n";
        if (dice_.one_in(15)) out_ += "# " + comment() + "\n";
        if (dice_.one_in(15)) out_ += dice_.one_in(2) ? "---\n" : "--- # " + comment() + "\n";
        entries(0, 0, 1 + dice_.below(7));
        if (dice_.one_in(6)) out_ += "# " + comment() + "\n";
        return finished();
    }

  private:
    std::string comment() { return "note " + std::to_string(++comments_) + (dice_.one_in(4) ? ": 'odd\" [{" : ""); }
    static std::string blanks(int count) { return std::string(static_cast<std::size_t>(count), ' '); }

    std::string key() {
        const std::string word =
            dice_.of<std::string>({"name", "kind", "areas", "start", "end", "site", "null", "x-a", "two words"}) +
            (dice_.one_in(2) ? std::to_string(++keys_) : "-" + std::to_string(++keys_));
        if (dice_.one_in(12)) return "\"" + word + "\"";
        return dice_.one_in(15) ? "'" + word + "'" : word;
    }

    std::string word() {
        return dice_.of<std::string>({"a", "stage", "12:30", "2026-06-12T14:00", "no", "08", "null", "~", "it's",
                                      "Café", "a:b", "#1x", "x#y", "-z", "?w", "a \"b\" c", "日本"});
    }
    std::string plain() {
        std::string text = word();
        if (text[0] == '#') text = "n" + text;
        while (dice_.one_in(3)) text += " " + dice_.of<std::string>({"b", "it's", "-", "x:y", "ü", "(2)", "& co"});
        return text;
    }

    void end_line() {
        if (dice_.one_in(6)) out_ += (dice_.one_in(2) ? " # " : "   #") + comment();
        if (dice_.one_in(20)) out_ += " ";
        out_ += "\n";
    }

    void between(int indent) {
        if (dice_.one_in(8)) out_ += "\n";
        if (dice_.one_in(8)) out_ += blanks(dice_.one_in(3) ? 0 : indent) + "# " + comment() + "\n";
    }

    std::string flow(int depth, const std::string& fold) {
        const bool map = dice_.one_in(3);
        std::string text = map ? "{" : "[";
        const std::size_t count = dice_.below(4);
        for (std::size_t i = 0; i < count; ++i) {
            if (i > 0) text += dice_.one_in(5) && !fold.empty() ? ",\n" + fold : dice_.one_in(6) ? " , " : ", ";
            if (map) text += "k" + std::to_string(i) + ": ";
            if (depth > 0 && dice_.one_in(4)) {
                text += flow(depth - 1, fold);
            } else {
                text += dice_.of<std::string>({"a", "b c", "'q, r'", "\"s\"", "12", "null", "~", "d-e"});
            }
        }
        if (count > 0 && dice_.one_in(8)) text += ",";
        return text + (dice_.one_in(8) ? " " : "") + (map ? "}" : "]");
    }

    void block_scalar(int indent) {
        const std::string header = dice_.of<std::string>({"|", "|-", "|+", ">", ">-", "|2", "|2-"});
        const bool fixed = header.find('2') != std::string::npos;
        out_ += " " + header;
        end_line();
        const int inner = indent + (fixed ? 2 : 1 + static_cast<int>(dice_.below(3)));
        const std::size_t count = 1 + dice_.below(3);
        for (std::size_t i = 0; i < count; ++i) {
            out_ += blanks(inner + (i > 0 && dice_.one_in(4) ? 2 : 0)) +
                    dice_.of<std::string>({"text", "# no comment", "- x", "k: v", "\"q"}) + "\n";
            if (dice_.one_in(5)) out_ += dice_.one_in(2) ? "\n" : blanks(inner) + "\n";
        }
    }

    // What stands behind `key:` or `-`, whose column is `indent`.
    void value(int indent, int depth) {
        const std::string deeper = blanks(indent + 1 + static_cast<int>(dice_.below(3)));
        switch (dice_.below(depth < 3 ? 13 : 9)) {
            case 0:
                out_ += " '" + dice_.of<std::string>({"", "a", "it''s", "x: y", "# z"}) + "'";
                break;
            case 1:
                out_ += " \"" + dice_.of<std::string>({"", "a", "\\\"b\\\"", "x: y", "\\n", "\\u00fc"}) + "\"";
                break;
            case 2:
                out_ += " \"first\n" + deeper + "second" + (dice_.one_in(3) ? "\n\n" + deeper + "third" : "") + "\"";
                break;
            case 3:
                return block_scalar(indent);
            case 4:
                out_ += " " + plain() + "\n" + deeper + plain() + (dice_.one_in(3) ? "\n\n" + deeper + "more" : "");
                break;
            case 5:
                out_ += " " + flow(2, deeper);
                break;
            case 6:
                break;
            case 9:
            case 10:
                return list(indent, depth);
            case 11:
                return map(indent, depth);
            default:
                out_ += (dice_.one_in(9) ? "   " : " ") + plain();
        }
        end_line();
    }

    void list(int indent, int depth) {
        end_line();
        items(indent + static_cast<int>(dice_.below(4)), depth + 1);
    }
    void map(int indent, int depth) {
        end_line();
        entries(indent + 1 + static_cast<int>(dice_.below(4)), depth + 1, 1 + dice_.below(3));
    }

    void items(int indent, int depth) {
        const std::size_t count = 1 + dice_.below(3);
        for (std::size_t i = 0; i < count; ++i) {
            between(indent);
            out_ += blanks(indent) + "-";
            if (depth < 4 && dice_.one_in(3)) {
                const int gap = 1 + static_cast<int>(dice_.below(3) / 2);
                out_ += blanks(gap);
                entries(indent + 1 + gap, depth + 1, 1 + dice_.below(3), true);
            } else if (depth < 4 && dice_.one_in(12)) {
                out_ += " - x\n" + blanks(indent + 2) + "- y\n";
            } else {
                item_value(indent, depth);
            }
        }
    }
    // A list right below a dash would be one of the outer list.
    void item_value(int indent, int depth) {
        const std::size_t before = out_.size();
        value(indent, depth + 3);
        if (out_.compare(before, 1, "\n") == 0 && dice_.one_in(2)) out_.insert(before, " x");
    }

    void entries(int indent, int depth, std::size_t count, bool on_dash = false) {
        for (std::size_t i = 0; i < count; ++i) {
            if (i > 0 || !on_dash) {
                between(indent);
                out_ += blanks(indent);
            }
            out_ += key() + (dice_.one_in(30) ? " :" : ":");
            value(indent, depth);
        }
    }

    std::string finished() {
        if (dice_.one_in(6)) out_.pop_back();
        if (dice_.one_in(6)) {
            std::string crlf;
            for (const char c : out_) crlf += c == '\n' ? "\r\n" : std::string(1, c);
            out_ = crlf;
        }
        return (dice_.one_in(10) ? "\xef\xbb\xbf" : "") + out_;
    }

    Dice& dice_;
    std::string out_;
    int comments_ = 0;
    int keys_ = 0;
};

void add_code_point(std::string& text, std::uint32_t c) {
    if (c < 0x80) {
        text += static_cast<char>(c);
    } else if (c < 0x800) {
        text += static_cast<char>(0xC0 | (c >> 6));
        text += static_cast<char>(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        text += static_cast<char>(0xE0 | (c >> 12));
        text += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
        text += static_cast<char>(0x80 | (c & 0x3F));
    } else {
        text += static_cast<char>(0xF0 | (c >> 18));
        text += static_cast<char>(0x80 | ((c >> 12) & 0x3F));
        text += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
        text += static_cast<char>(0x80 | (c & 0x3F));
    }
}

std::uint32_t random_code_point(Dice& dice) {
    switch (dice.below(6)) {
        case 0:
            return static_cast<std::uint32_t>(1 + dice.below(0x9F));
        case 1:
            return static_cast<std::uint32_t>(0x80 + dice.below(0x500));
        case 2:
            return 0xFDD0 + static_cast<std::uint32_t>(dice.below(0x230));
        case 3:
            return 0x2000 + static_cast<std::uint32_t>(dice.below(0x70));
        case 4:
            return 0x10000 + static_cast<std::uint32_t>(dice.below(0x100000));
        default:
            return 0x20 + static_cast<std::uint32_t>(dice.below(0x5F));
    }
}

}  // namespace

std::string random_record(Dice& dice) { return Author(dice).record(); }

std::string random_words(Dice& dice) {
    std::string text = dice.of<std::string>(
        {"stage", "12:30", "no",  "08",   "- x",  "a: b",       "#tag", "a #b", "",        " lead", "trail ", "'q'",
         "\"d\"", "[x]",   "@at", "null", "~",    "ü",          "*",    "&a",   "!t",      "%",     "|",      ">",
         "a:",    "---",   "...", "<<",   "x, y", "2026-06-12", "a\\b", "{",    "=======", "? q",   "true"});
    if (dice.one_in(3)) text += dice.of<std::string>({" more", ":", " #", "'", "\"", ", z", "]"});
    return text;
}

std::string random_text(Dice& dice) {
    std::string text;
    if (dice.one_in(2))
        text = dice.of<std::string>({"-",  "?",  ":",     ",",   "[",   "]",  "{", "}",    "#",  "&",  "*",
                                     "!",  "|",  ">",     "'",   "\"",  "%",  "@", "`",    " ",  "- ", "? ",
                                     ": ", "\n", "\t",    "---", "...", "<<", "~", "null", "0x", "1e", "\xef\xbb\xbf",
                                     ".",  "=",  "--- a", "\n\n"});
    for (std::size_t left = dice.below(12); left > 0; --left) {
        if (dice.one_in(2))
            text += dice.of<std::string>({"a", "b", " ", "  ", ": ", " #", ":", "#", "\n", "\n\n", "\n ", " \n", "-",
                                          "'", "\"", "\\", ",", "1", "\r"});
        else
            add_code_point(text, random_code_point(dice));
    }
    return text;
}

Value random_value(Dice& dice, int depth) {
    const std::size_t kind = dice.below(depth > 0 ? 6 : 3);
    if (kind == 0) return Value::scalar(dice.one_in(2) ? "line one\nline two\n" : "a\n\n  b");
    if (kind < 3) return Value::scalar(random_words(dice));
    if (kind < 4) return Value::scalar(random_text(dice));
    std::vector<Value> items;
    std::vector<std::pair<std::string, Value>> entries;
    for (std::size_t count = 1 + dice.below(3); count > 0; --count) {
        items.push_back(random_value(dice, depth - 1));
        entries.emplace_back("k" + std::to_string(count) + (dice.one_in(9) ? random_words(dice) : ""),
                             random_value(dice, depth - 1));
    }
    return kind == 4 ? Value::list(std::move(items)) : Value::map(std::move(entries));
}

}  // namespace backops::yaml::test
