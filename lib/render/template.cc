#include "render/template.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <kainjow/mustache.hpp>
#include <set>
#include <utility>

#include "render/html.h"
#include "render/markdown.h"
#include "text/failure.h"
#include "text/width.h"
#include "text/wording.h"

namespace backops::render {
namespace {

namespace mustache = kainjow::mustache;

[[noreturn]] void fail(const TemplateSource& source, std::size_t begin, std::string message,
                       std::vector<std::string> hints = {}) {
    const std::size_t end = std::min(source.text.find("}}", begin), source.text.size() - 2) + 2;
    text::Problem problem;
    problem.rule = "template";
    problem.message = std::move(message);
    problem.place =
        text::place_of(source.file, source.text, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    problem.hints = std::move(hints);
    throw text::Failure(text::Problems{std::move(problem)}, "the sheet cannot be drawn with this template");
}

/// The library's `Unclosed section "rows" at 120` as ours.
void check(const TemplateSource& source) {
    if (source.text.size() < 2) return;
    const mustache::mustache parsed(source.text);
    if (parsed.is_valid()) return;
    const std::string& said = parsed.error_message();
    std::size_t at = said.rfind(' ') + 1, begin = 0;
    std::from_chars(said.data() + at, said.data() + said.size(), begin);
    const std::size_t quote = said.find('"'), end = said.rfind('"');
    const std::string name = quote < end ? said.substr(quote + 1, end - quote - 1) : "";
    if (said.starts_with("Unclosed section"))
        fail(source, begin, fmt::format("the section {} is not closed", text::quoted(name)),
             {fmt::format("write {{{{/{}}}}} where it ends, and close what is opened inside it before", name)});
    if (said.starts_with("Unopened section"))
        fail(source, begin, fmt::format("no section {} is open here", text::quoted(name)));
    if (said.starts_with("Unclosed tag")) fail(source, begin, "the tag is not closed: there is no `}}`");
    fail(source, begin, "the delimiters are not two words without `=`");
}

/// Puts what it includes into a template, so that all of it is parsed once.
class Including {
  public:
    explicit Including(const Template::Find& find) : find_(find) {}

    std::string text_of(const TemplateSource& source) {
        constexpr std::size_t most = 16;
        check(source);
        if (++depth_ > most) fail(source, 0, "templates include each other without end");
        std::string all;
        std::size_t at = 0;
        for (std::size_t tag; (tag = source.text.find("{{>", at)) != std::string::npos;) {
            const std::size_t close = source.text.find("}}", tag);
            std::string name = source.text.substr(tag + 3, close - tag - 3);
            std::erase(name, ' ');
            const auto included = find_(name);
            if (!included) fail(source, tag, fmt::format("there is no template {} to include", text::quoted(name)));
            all.append(source.text, at, tag - at).append(text_of(*included));
            at = close + 2;
            // A tag alone on its line is replaced with that line.
            const bool is_alone = (tag == 0 || source.text[tag - 1] == '\n') && source.text[at] == '\n';
            if (is_alone && all.ends_with('\n')) ++at;
        }
        --depth_;
        return all.append(source.text, at);
    }

  private:
    const Template::Find& find_;
    std::size_t depth_ = 0;
};

bool is_standalone(std::string_view line) {
    const std::size_t begin = line.find_first_not_of(" \t"), end = line.find_last_not_of(" \t\r");
    if (begin == std::string_view::npos) return false;
    line = line.substr(begin, end - begin + 1);
    if (line.size() < 5 || !line.starts_with("{{") || std::string_view("#^/!").find(line[2]) == std::string_view::npos)
        return false;
    return line.find("}}") == line.size() - 2;
}

constexpr char line_end = '\x01';

/// Sections, their ends and comments that stand alone go with their line, as Mustache has it. The library does that
/// only for sections that are shown, so it gets to see no line ends at all.
std::string without_line_ends(const std::string& text) {
    std::string all;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string_view line = std::string_view(text).substr(at, end - at);
        all += line;
        if (end < text.size() && !is_standalone(line)) all += line_end;
        at = end + 1;
    }
    return all;
}

/// The names that a template uses, of `{{event.name}}` both. A value that none asks for need not be made ready.
std::set<std::string, std::less<>> names_in(std::string_view text) {
    std::set<std::string, std::less<>> names;
    for (std::size_t at = 0; (at = text.find("{{", at)) != std::string_view::npos;) {
        const std::size_t end = std::min(text.find("}}", at), text.size());
        std::string word;
        for (const char c : text.substr(at, end - at)) {
            const bool is_part = c != '.' && std::string_view("{}#^/& \t=").find(c) == std::string_view::npos;
            if (is_part)
                word += c;
            else if (!word.empty())
                names.insert(std::exchange(word, {}));
        }
        if (!word.empty()) names.insert(std::move(word));
        at = end;
    }
    return names;
}

class Values {
  public:
    explicit Values(std::set<std::string, std::less<>> names) : names_(std::move(names)) {}

    mustache::data of(const Json& json) const {
        if (json.is_object()) {
            mustache::data object{mustache::data::type::object};
            for (const auto& [key, value] : json.items()) {
                if (names_.contains(key)) object.set(key, of(value));
                if (value.is_array() && names_.contains("has_" + key))
                    object.set("has_" + key, mustache::data(!value.empty()));
            }
            return object;
        }
        if (json.is_array()) {
            mustache::data list{mustache::data::type::list};
            for (const Json& value : json) list.push_back(of(value));
            return list;
        }
        if (json.is_boolean()) return mustache::data(json.get<bool>());
        if (json.is_string() && !json.get_ref<const std::string&>().empty())
            return mustache::data(json.get_ref<const std::string&>());
        if (json.is_number()) return mustache::data(json.dump());
        return mustache::data(false);
    }

  private:
    std::set<std::string, std::less<>> names_;
};

std::string escaped(std::string_view value, Markup markup) {
    if (markup == Markup::html) return html_lines(value);
    if (markup == Markup::text) return text::many_lines(value);
    std::string all;
    for (std::size_t at = 0; at <= value.size();) {
        const std::size_t end = std::min(value.find('\n', at), value.size());
        all.append(at == 0 ? "" : "<br>").append(markdown(value.substr(at, end - at)));
        at = end + 1;
    }
    return all;
}

}  // namespace

struct Template::Parsed {
    Parsed(const std::string& text, Markup markup) : mustache(without_line_ends(text)), values(names_in(text)) {
        mustache.set_custom_escape([markup](const std::string& value) { return escaped(value, markup); });
    }

    mustache::mustache mustache;
    Values values;
};

Template::Template(const TemplateSource& source, const Find& partial, Markup markup)
    : parsed_(std::make_unique<Parsed>(Including(partial).text_of(source), markup)) {}

Template::~Template() = default;
Template::Template(Template&&) noexcept = default;
Template& Template::operator=(Template&&) noexcept = default;

std::string Template::rendered(const Json& json) {
    std::string text = parsed_->mustache.render(parsed_->values.of(json));
    std::ranges::replace(text, line_end, '\n');
    return text;
}

}  // namespace backops::render
