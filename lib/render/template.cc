#include "render/template.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <deque>
#include <kainjow/mustache.hpp>
#include <unordered_map>
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
    fail(source, begin, "the delimiters are not two words without `=`", {"such as: {{=<% %>=}}"});
}

/// Puts what it includes into a template, so that all of it is parsed once.
class Including {
  public:
    explicit Including(const Template::Find& find) : find_(find) {}

    std::string text_of(const TemplateSource& source) {
        constexpr std::size_t most = 16;
        check(source);
        std::string all;
        std::size_t at = 0;
        for (std::size_t tag; (tag = source.text.find("{{", at)) != std::string::npos;) {
            const std::size_t sign = source.text.find_first_not_of(" \t", tag + 2);
            const std::size_t close = source.text.find("}}", tag);
            if (close == std::string::npos) break;
            const bool includes = source.text[sign] == '>';
            all.append(source.text, at, (includes ? tag : close + 2) - at);
            at = close + 2;
            if (!includes) continue;
            std::string name = source.text.substr(sign + 1, close - sign - 1);
            std::erase_if(name, [](char c) { return c == ' ' || c == '\t'; });
            const auto included = find_(name);
            if (!included) fail(source, tag, fmt::format("there is no template {} to include", text::quoted(name)));
            if (depth_ == most) fail(source, tag, "templates include each other without end");
            ++depth_;
            all += text_of(*included);
            --depth_;
            // A tag alone on its line is replaced with that line.
            const bool is_alone = (tag == 0 || source.text[tag - 1] == '\n') && source.text[at] == '\n';
            if (is_alone && all.ends_with('\n')) ++at;
        }
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

/// What the library asks for while it draws, taken from the JSON when it is asked for: most of a sheet's values are in
/// no template.
class Values : public mustache::basic_context<std::string> {
  public:
    explicit Values(const Json& json) : open_{&json} {}

    /// What is opened as a section was asked for just before, or is an item of a list.
    void push(const mustache::data* data) override {
        const auto item = items_.find(data);
        open_.push_back(data == &nothing_ ? &null_ : item == items_.end() ? last_ : item->second);
    }
    void pop() override { open_.pop_back(); }

    const mustache::data* get(const std::string& name) const override {
        if (name == ".") return data_of(*open_.back());
        const std::size_t dot = name.find('.');
        const std::string first = name.substr(0, dot);
        for (auto object = open_.rbegin(); object != open_.rend(); ++object) {
            if (!(*object)->is_object()) continue;
            if (const auto at = (*object)->find(first); at != (*object)->end())
                return dot == std::string::npos ? data_of(*at) : inner(*at, name.substr(dot + 1));
            if (!first.starts_with("has_")) continue;
            const auto list = (*object)->find(first.substr(4));
            if (list != (*object)->end() && list->is_array())
                return list->empty() ? &nothing_ : made(mustache::data(true), *list);
        }
        return nullptr;
    }

    const mustache::data* get_partial(const std::string&) const override { return nullptr; }

  private:
    const mustache::data* inner(const Json& json, const std::string& path) const {
        const std::size_t dot = path.find('.');
        const auto at = json.is_object() ? json.find(path.substr(0, dot)) : json.end();
        if (at == json.end()) return nullptr;
        return dot == std::string::npos ? data_of(*at) : inner(*at, path.substr(dot + 1));
    }

    const mustache::data* data_of(const Json& json) const {
        if (json.is_null() || json == false) return &nothing_;
        if (json.is_string()) {
            const auto& text = json.get_ref<const std::string&>();
            return text.empty() ? &nothing_ : made(mustache::data(text), json);
        }
        if (json.is_number()) return made(mustache::data(json.dump()), json);
        if (!json.is_array()) return made(mustache::data(true), json);
        if (json.empty()) return &nothing_;
        const mustache::data* list = made(mustache::data(mustache::list(json.size())), json);
        for (std::size_t i = 0; i < json.size(); ++i) items_[&list->list_value()[i]] = &json[i];
        return list;
    }

    const mustache::data* made(mustache::data data, const Json& json) const {
        kept_.push_back(std::move(data));
        last_ = &json;
        return &kept_.back();
    }

    const mustache::data nothing_{false};
    const Json null_;
    std::vector<const Json*> open_;  ///< the sections that are open, the innermost last
    mutable std::deque<mustache::data> kept_;
    mutable const Json* last_ = nullptr;  ///< what the last of these shows
    mutable std::unordered_map<const mustache::data*, const Json*> items_;
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
    Parsed(const std::string& text, Markup markup) : mustache(without_line_ends(text)) {
        mustache.set_custom_escape([markup](const std::string& value) { return escaped(value, markup); });
    }

    mustache::mustache mustache;
};

Template::Template(const TemplateSource& source, const Find& partial, Markup markup)
    : parsed_(std::make_unique<Parsed>(Including(partial).text_of(source), markup)) {}

Template::~Template() = default;
Template::Template(Template&&) noexcept = default;
Template& Template::operator=(Template&&) noexcept = default;

std::string Template::rendered(const Json& json) {
    Values values(json);
    std::string text = parsed_->mustache.render(values);
    std::ranges::replace(text, line_end, '\n');
    return text;
}

}  // namespace backops::render
