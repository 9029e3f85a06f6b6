// A template comes from whoever wrote the event, and may be made to harm. So it is parsed here and not by a general
// Mustache library, which knows no places while it draws, counts no literal text and takes 140 bytes for each blank:
// here every part keeps its place for messages, and what is kept grows with the text alone.

#include "render/template_parts.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "text/code_point.h"
#include "text/encoding.h"
#include "text/failure.h"
#include "text/wording.h"

namespace backops::render {
namespace {

constexpr std::size_t most_bytes = 1024 * 1024;
constexpr std::size_t deepest_section = 32;
constexpr std::size_t deepest_include = 16;
constexpr auto nowhere = std::string_view::npos;

[[noreturn]] void refuse(text::Problem problem) {
    throw text::Failure(text::Problems{std::move(problem)}, "the sheet cannot be drawn with this template");
}

text::Span span_of(std::size_t begin, std::size_t end) {
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

/// What is refused in a template but not in a record, whose texts are made safe when they are shown.
void refuse_invisible(const TemplateSource& source) {
    for (std::size_t at = 0; at < source.text.size();) {
        const auto point = text::code_point_at(source.text, at);
        if (text::acts_on_a_terminal(point.value) && point.value != '\n' && point.value != '\t') {
            const auto code = static_cast<unsigned>(point.value);
            std::vector<std::string> hints{"delete it; nothing that people read needs it"};
            if (source.file.ends_with(".html.mustache"))
                hints = {fmt::format("delete it, or write &#x{:X}; if the page needs it", code)};
            refuse_template(source, span_of(at, at + point.bytes), "encoding",
                            fmt::format("there is an invisible character here: U+{:04X}", code), std::move(hints));
        }
        at += point.bytes;
    }
}

/// The text as it is drawn: without byte order mark, its lines ended by LF alone. No place changes by that.
TemplateSource readable(TemplateSource source) {
    if (source.text.size() > most_bytes)
        refuse({text::Severity::error,
                "limit",
                "this template is larger than 1 MiB",
                text::place_of(source.file),
                {},
                {}});
    if (auto problem = text::encoding_problem(source.file, source.text)) refuse(std::move(*problem));
    if (source.text.starts_with("\xEF\xBB\xBF")) source.text.erase(0, 3);
    std::erase(source.text, '\r');
    refuse_invisible(source);
    return source;
}

std::string_view trimmed(std::string_view text) {
    const std::size_t begin = std::min(text.find_first_not_of(" \t\n"), text.size());
    return text.substr(begin, text.find_last_not_of(" \t\n") + 1 - begin);
}

struct Delimiters {
    std::string_view open = "{{", close = "}}";
};

/// What `{{=<% %>=}}` says between its delimiters.
std::optional<Delimiters> delimiters_in(std::string_view words) {
    if (words.size() < 5 || !words.ends_with('=')) return std::nullopt;
    words = trimmed(words.substr(1, words.size() - 2));
    const std::size_t blank = words.find(' ');
    if (blank == nowhere) return std::nullopt;
    const Delimiters said{words.substr(0, blank), trimmed(words.substr(blank))};
    for (const std::string_view word : {said.open, said.close})
        if (word.find_first_of(" \t\n=") != nowhere) return std::nullopt;
    return said;
}

struct Tag {
    char sign = 0;  ///< one of `# ^ / > ! = & {`, or none
    std::string_view words;
    text::Span span;
};

std::optional<Tag> next_tag(const TemplateSource& source, std::size_t from, const Delimiters& delimiters) {
    const std::string_view text = source.text;
    const std::size_t begin = text.find(delimiters.open, from);
    if (begin == nowhere) return std::nullopt;
    std::size_t inside = begin + delimiters.open.size();
    const bool is_triple = delimiters.open == "{{" && delimiters.close == "}}" && text.substr(inside).starts_with('{');
    if (is_triple) ++inside;
    const std::string_view close = is_triple ? "}}}" : delimiters.close;
    const std::size_t end = text.find(close, inside);
    if (end == nowhere)
        refuse_template(source, span_of(begin, text.size()), "template",
                        fmt::format("the tag is not closed: there is no {}", text::quoted(close)));
    Tag tag{is_triple ? '{' : '\0', trimmed(text.substr(inside, end - inside)), span_of(begin, end + close.size())};
    if (is_triple || tag.words.empty() || std::string_view("#^/>!=&").find(tag.words[0]) == nowhere) return tag;
    tag.sign = tag.words[0];
    if (tag.sign != '=') tag.words = trimmed(tag.words.substr(1));
    return tag;
}

/// The bytes that a tag takes: it goes with its line where it is alone on it and nothing is drawn in its place.
text::Span taken_by(const Tag& tag, std::string_view text) {
    if (tag.sign == 0 || std::string_view("#^/!=").find(tag.sign) == nowhere) return tag.span;
    const std::size_t before = tag.span.begin == 0 ? nowhere : text.find_last_not_of(" \t", tag.span.begin - 1);
    const std::size_t after = std::min(text.find_first_not_of(" \t", tag.span.end), text.size());
    const bool begins = before == nowhere || text[before] == '\n';
    const bool ends = after == text.size() || text[after] == '\n';
    return begins && ends ? span_of(before + 1, std::min(after + 1, text.size())) : tag.span;
}

class Parsing {
  public:
    explicit Parsing(const Template::Find& find) : find_(find) {}

    TemplateParts take(const TemplateSource& source) {
        all_.sources.push_back(readable(source));
        add(all_.sources.front());
        return std::move(all_);
    }

  private:
    using Kind = TemplatePart::Kind;

    void add(const TemplateSource& source) {
        bytes_ += source.text.size();
        including_.push_back(&source);
        Delimiters delimiters;
        Sections sections;
        std::size_t at = 0;
        while (const auto tag = next_tag(source, at, delimiters)) {
            const text::Span taken = taken_by(*tag, source.text);
            add_part(source, Kind::text, span_of(at, taken.begin), source.text);
            at = taken.end;
            if (tag->sign == '>')
                at += include(source, *tag);
            else if (tag->sign == '=')
                delimiters = said_in(source, *tag);
            else
                add_tag(source, *tag, sections);
        }
        add_part(source, Kind::text, span_of(at, source.text.size()), source.text);
        for (const std::size_t section : sections.open) sections.torn = std::min(sections.torn, section);
        if (sections.torn != nowhere) refuse_torn(all_.parts[sections.torn]);
        including_.pop_back();
    }

    struct Sections {
        std::vector<std::size_t> open;  ///< indexes of parts, the innermost last
        std::size_t torn = nowhere;     ///< the first that another one's end has closed
    };

    void add_part(const TemplateSource& source, Kind kind, text::Span span, std::string_view words) {
        if (kind == Kind::text) words = words.substr(span.begin, span.end - span.begin);
        if (kind == Kind::text && words.empty()) return;
        const auto next = static_cast<std::uint32_t>(all_.parts.size() + 1);
        all_.parts.push_back({kind, span, next, words, &source});
    }

    void add_tag(const TemplateSource& source, const Tag& tag, Sections& sections) {
        if (tag.sign == '!') return;
        if (tag.sign == '/') return close(source, tag, sections);
        if (tag.sign != '#' && tag.sign != '^')
            return add_part(source, tag.sign == 0 ? Kind::value : Kind::raw_value, tag.span, tag.words);
        if (depth_ == deepest_section)
            refuse_template(source, tag.span, "limit", "sections are nested more than 32 deep here",
                            {"use fewer levels"});
        ++depth_;
        sections.open.push_back(all_.parts.size());
        add_part(source, tag.sign == '#' ? Kind::section : Kind::absence, tag.span, tag.words);
    }

    void close(const TemplateSource& source, const Tag& tag, Sections& sections) {
        if (sections.open.empty())
            refuse_template(source, tag.span, "template",
                            fmt::format("no section {} is open here", text::quoted(tag.words)));
        const std::size_t section = sections.open.back();
        sections.open.pop_back();
        --depth_;
        all_.parts[section].end = static_cast<std::uint32_t>(all_.parts.size());
        if (all_.parts[section].words != tag.words) sections.torn = std::min(sections.torn, section);
    }

    [[noreturn]] static void refuse_torn(const TemplatePart& section) {
        const std::string name = text::quoted(section.words);
        refuse_template(*section.source, section.span, "template", fmt::format("the section {} is not closed", name),
                        {fmt::format("write {{{{/{}}}}} where it ends, and close what is opened inside it before",
                                     name.substr(1, name.size() - 2))});
    }

    static Delimiters said_in(const TemplateSource& source, const Tag& tag) {
        if (const auto delimiters = delimiters_in(tag.words)) return *delimiters;
        refuse_template(source, tag.span, "template", "the delimiters are not two words without `=`",
                        {"such as: {{=<% %>=}}"});
    }

    /// How many bytes after the tag go with it: the line end of one that is alone on its line.
    std::size_t include(const TemplateSource& source, const Tag& tag) {
        const TemplateSource& included = found(source, tag);
        if (std::ranges::find(including_, &included) != including_.end())
            refuse_template(source, tag.span, "template", "templates include each other without end");
        if (including_.size() > deepest_include)
            refuse_template(source, tag.span, "limit", "templates include each other more than 16 deep here");
        if (bytes_ + included.text.size() > most_bytes)
            refuse_template(source, tag.span, "limit", "with all that it includes, the template is larger than 1 MiB");
        add(included);
        const std::string_view text = source.text;
        const bool is_alone =
            (tag.span.begin == 0 || text[tag.span.begin - 1] == '\n') && text.substr(tag.span.end).starts_with('\n');
        return is_alone && (included.text.empty() || included.text.ends_with('\n')) ? 1 : 0;
    }

    const TemplateSource& found(const TemplateSource& source, const Tag& tag) {
        std::string name(tag.words);
        std::erase_if(name, [](char c) { return c == ' ' || c == '\t'; });
        if (const auto known = known_.find(name); known != known_.end()) return *known->second;
        auto included = find_(name);
        if (!included)
            refuse_template(source, tag.span, "template",
                            fmt::format("there is no template {} to include", text::quoted(name)));
        all_.sources.push_back(readable(std::move(*included)));
        return *known_.emplace(std::move(name), &all_.sources.back()).first->second;
    }

    const Template::Find& find_;
    TemplateParts all_;
    std::map<std::string, const TemplateSource*> known_;
    std::vector<const TemplateSource*> including_;  ///< the file that is parsed last
    std::size_t bytes_ = 0, depth_ = 0;
};

}  // namespace

TemplateParts parts_of(const TemplateSource& source, const Template::Find& partial) {
    return Parsing(partial).take(source);
}

void refuse_template(const TemplateSource& source, text::Span span, std::string rule, std::string message,
                     std::vector<std::string> hints) {
    refuse({text::Severity::error,
            std::move(rule),
            std::move(message),
            text::place_of(source.file, source.text, span),
            {},
            std::move(hints)});
}

}  // namespace backops::render
