#include "exchange/source.h"

#include <fmt/format.h>

#include <algorithm>

#include "text/utf8.h"

namespace backops::exchange {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::size_t most_excerpt_bytes = 16 * 1024 * 1024;
constexpr std::size_t always_excerpted = 200;

text::Span span_of(std::size_t begin, std::size_t end) {
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

bool looks_like_utf16(std::string_view text) {
    if (text.starts_with("\xff\xfe") || text.starts_with("\xfe\xff")) return true;
    return text.size() >= 4 && (text[0] == '\0') != (text[1] == '\0') && (text[2] == '\0') != (text[3] == '\0');
}

bool is_readable(const Source& source, std::string_view kind, Findings& findings) {
    const std::string_view text = source.text;
    if (text.size() > largest_source) {
        findings.add("limit", "this file is larger than 16 MiB", {"import it in several parts"});
        return false;
    }
    if (looks_like_utf16(text)) {
        findings.add("encoding", "this file is UTF-16", {"save it as UTF-8"});
        return false;
    }
    if (const std::size_t nul = text.find('\0'); nul != std::string_view::npos) {
        findings.add(span_of(nul, nul + 1), "encoding", "a NUL byte stands here, so this is no text file",
                     {fmt::format("save it as {}, in UTF-8", kind)});
        return false;
    }
    return true;
}

std::vector<std::uint32_t> line_begins(std::string_view text) {
    std::vector<std::uint32_t> begins{0};
    for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1))
        begins.push_back(static_cast<std::uint32_t>(at + 1));
    return begins;
}

}  // namespace

text::Place Source::place(text::Span span) const {
    const std::size_t begin = std::min<std::size_t>(span.begin, text.size());
    const auto after = std::upper_bound(lines.begin(), lines.end(), begin);
    const auto number = static_cast<std::size_t>(after - lines.begin());
    std::size_t from = lines[number - 1];
    if (from == 0 && text.starts_with(byte_order_mark)) from = byte_order_mark.size();
    std::size_t to = after == lines.end() ? text.size() : *after - 1;
    if (to > from && text[to - 1] == '\r') --to;
    const std::size_t first = std::clamp(begin, from, std::max(from, to));
    const std::size_t last = std::clamp<std::size_t>(span.end, first, std::max(first, to));
    const std::string_view all = text;
    return {file, static_cast<int>(number), static_cast<int>(text::code_points(all.substr(from, first - from))) + 1,
            static_cast<int>(text::code_points(all.substr(first, last - first))),
            std::string(all.substr(from, std::max(from, to) - from))};
}

std::size_t Source::begin() const { return text.starts_with(byte_order_mark) ? byte_order_mark.size() : 0; }

text::Place Findings::place(text::Span at) {
    text::Place place = source_.place(at);
    excerpt_bytes_ += place.excerpt.size();
    if (excerpt_bytes_ > most_excerpt_bytes && place.excerpt.size() > always_excerpted) place.excerpt = "";
    return place;
}

text::Problem& Findings::add(text::Span at, std::string rule, std::string message, std::vector<std::string> hints,
                             text::Severity severity) {
    if (severity == text::Severity::error) ++errors_;
    if (full()) return dropped_ = {};
    problems_.push_back({severity, std::move(rule), std::move(message), place(at), {}, std::move(hints)});
    return problems_.back();
}

void Findings::add(std::string rule, std::string message, std::vector<std::string> hints) {
    ++errors_;
    problems_.push_back({text::Severity::error,
                         std::move(rule),
                         std::move(message),
                         {source_.file, 0, 0, 0, ""},
                         {},
                         std::move(hints)});
}

void Findings::add(text::Problems others) {
    for (text::Problem& problem : others) {
        if (problem.severity == text::Severity::error) ++errors_;
        if (!full()) problems_.push_back(std::move(problem));
    }
}

text::Problems Findings::taken() {
    const bool more = full();
    text::sort(problems_);
    if (more) add("limit", "there are more than 10,000 problems, and the rest is not shown");
    return std::move(problems_);
}

bool read_source(std::string file, std::string text, std::string_view kind, Source& source, Findings& findings) {
    source = {std::move(file), std::move(text), {0}};
    if (source.text.size() <= largest_source) {
        // Old programs end lines with CR alone; in place, so that offsets stay.
        if (source.text.find('\n') == std::string::npos)
            std::replace(source.text.begin(), source.text.end(), '\r', '\n');
        source.lines = line_begins(source.text);
    }
    return is_readable(source, kind, findings);
}

bool is_utf8(const Source& source, Findings& findings) {
    const auto bad = text::first_bad_byte(source.text);
    if (!bad) return true;
    findings.add(span_of(*bad, *bad + 1), "encoding",
                 fmt::format("byte 0x{:02X} is not UTF-8", static_cast<unsigned char>(source.text[*bad])),
                 {"save the file as UTF-8; it may be Latin-1 or Windows-1252 now"});
    return false;
}

}  // namespace backops::exchange
