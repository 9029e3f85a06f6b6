#include "text/id.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "text/code_point.h"
#include "text/wording.h"

namespace backops::text {
namespace {

constexpr std::size_t longest_id = 64;

struct Spelling {
    char32_t letter;
    std::string_view ascii;
};

// After folding, so that only small letters come by; ß and the ligatures are taken apart by folding itself.
constexpr std::array<Spelling, 11> spellings{{{0xF8, "o"},
                                              {0xE6, "ae"},
                                              {0x153, "oe"},
                                              {0xDF, "ss"},
                                              {0x142, "l"},
                                              {0x111, "d"},
                                              {0xF0, "d"},
                                              {0xFE, "th"},
                                              {0x131, "i"},
                                              {0x127, "h"},
                                              {0x167, "t"}}};

bool is_id_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

/// Writes letters and at most one hyphen between them.
class Writer {
  public:
    void add(char32_t letter) {
        if (letter < 0x80 && is_id_letter(static_cast<char>(letter))) return add_letter(static_cast<char>(letter));
        const auto* found = std::find_if(spellings.begin(), spellings.end(),
                                         [&](const Spelling& spelling) { return spelling.letter == letter; });
        if (found == spellings.end()) return add_gap();
        for (const char c : found->ascii) add_letter(c);
    }

    void add_gap() { has_gap_ = !id_.empty(); }

    std::string id_up_to_limit() && {
        if (id_.size() <= longest_id) return std::move(id_);
        const auto hyphen = id_.rfind('-', longest_id);
        const bool keeps_most = hyphen != std::string::npos && hyphen >= longest_id / 2;
        id_.resize(keeps_most ? hyphen : longest_id);
        if (id_.ends_with('-')) id_.pop_back();
        return std::move(id_);
    }

  private:
    void add_letter(char c) {
        if (has_gap_) id_ += '-';
        has_gap_ = false;
        id_ += c;
    }

    std::string id_;
    bool has_gap_ = false;
};

void add_decomposed(Writer& writer, char32_t value) {
    constexpr auto options =
        static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD);
    std::array<utf8proc_int32_t, 32> parts{};
    const auto count =
        utf8proc_decompose_char(static_cast<utf8proc_int32_t>(value), parts.data(), parts.size(), options, nullptr);
    if (count < 0 || static_cast<std::size_t>(count) > parts.size()) return writer.add_gap();
    for (std::size_t i = 0; i < static_cast<std::size_t>(count); ++i) {
        const auto part = static_cast<char32_t>(parts[i]);
        if (!is_mark(part)) writer.add(part);
    }
}

}  // namespace

bool is_id(std::string_view text) {
    if (text.empty() || text.size() > longest_id || text.front() == '-' || text.back() == '-') return false;
    return text.find("--") == std::string_view::npos &&
           std::all_of(text.begin(), text.end(), [](char c) { return is_id_letter(c) || c == '-'; });
}

std::string why_no_id(std::string_view text) {
    const bool is_too_long = text.size() > longest_id && is_id(text.substr(0, longest_id));
    return quoted(text) + " cannot be an id: use " +
           (is_too_long ? "at most 64 characters" : "lower-case letters, digits and single hyphens");
}

std::string id_from(std::string_view name) {
    Writer writer;
    for (std::size_t at = 0; at < name.size();) {
        const auto point = code_point_at(name, at);
        at += point.bytes;
        add_decomposed(writer, point.value);
    }
    return std::move(writer).id_up_to_limit();
}

}  // namespace backops::text
