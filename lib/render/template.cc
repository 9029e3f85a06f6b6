#include "render/template.h"

#include <algorithm>
#include <utility>

#include "render/html.h"
#include "render/markdown.h"
#include "render/template_parts.h"
#include "text/failure.h"
#include "text/width.h"

namespace backops::render {
namespace {

/// Enough for the sheets of several thousand activities, and done in a fraction of a second.
constexpr std::size_t most_steps = 10'000'000;
constexpr std::size_t most_bytes = 16 * 1024 * 1024;
/// An object's keys that are looked at in about the time of a step, of names that are not longer than this.
constexpr std::size_t keys_a_step = 4, bytes_a_key = 64;

const Json nothing;
const Json yes = true, no = false;

bool is_nothing(const Json& json) {
    if (json.is_string()) return json.get_ref<const std::string&>().empty();
    if (json.is_boolean()) return !json.get<bool>();
    return json.is_null() || (json.is_array() && json.empty());
}

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

/// Draws the parts of a template with the values of a JSON object. Names are looked for in the sections that are open,
/// from the innermost out, so a list is found inside itself again: steps and bytes are counted.
class Drawing {
  public:
    Drawing(const std::vector<TemplatePart>& parts, Markup markup, const Json& json)
        : parts_(parts), markup_(markup), open_{&json} {}

    std::string drawn() {
        draw(0, parts_.size());
        return std::move(all_);
    }

  private:
    using Kind = TemplatePart::Kind;

    void draw(std::size_t from, std::size_t end) {
        for (std::size_t at = from; at < end; at = parts_[at].end) {
            const TemplatePart& part = parts_[at];
            if (part.kind == Kind::text) {
                add(part.words);
                continue;
            }
            tag_ = &part;
            const Json* json = found(part.words);
            if (part.kind == Kind::section) {
                if (json && !is_nothing(*json)) draw_section(at, *json);
            } else if (part.kind == Kind::absence) {
                if (!json) draw(at + 1, part.end);
                if (json && is_nothing(*json)) draw_inside(at, nothing);
            } else if (json) {
                add_value(*json, part.kind == Kind::raw_value);
            }
        }
    }

    void draw_section(std::size_t at, const Json& json) {
        if (!json.is_array()) return draw_inside(at, json);
        for (const Json& item : json) draw_inside(at, item);
    }

    void draw_inside(std::size_t at, const Json& json) {
        count(1);
        open_.push_back(&json);
        draw(at + 1, parts_[at].end);
        open_.pop_back();
    }

    /// A raw value too is shown, so nothing in it may act on a terminal.
    void add_value(const Json& json, bool is_raw) {
        if (!json.is_string() && !json.is_number()) return;
        const std::string value = json.is_string() ? json.get<std::string>() : json.dump();
        add(is_raw ? text::many_lines(value) : escaped(value, markup_));
    }

    void add(std::string_view words) {
        count(1);
        if (all_.size() + words.size() > most_bytes) refuse("this template draws more than 16 MiB");
        all_ += words;
    }

    /// What a name means here; nothing for one that nothing has.
    const Json* found(std::string_view name) {
        count(1);
        if (name == ".") return open_.back();
        const std::size_t dot = std::min(name.find('.'), name.size());
        const std::string first(name.substr(0, dot));
        for (auto object = open_.rbegin(); object != open_.rend(); ++object) {
            if (const Json* value = at(**object, first)) return inner(value, name.substr(dot));
            if (!first.starts_with("has_")) continue;
            const Json* list = at(**object, first.substr(4));
            if (list && list->is_array()) return list->empty() ? &no : &yes;
        }
        return nullptr;
    }

    /// The value at a path such as `.place.name`; an empty one is the value itself.
    const Json* inner(const Json* value, std::string_view path) {
        while (value && !path.empty()) {
            path.remove_prefix(1);
            const std::size_t dot = std::min(path.find('.'), path.size());
            value = at(*value, std::string(path.substr(0, dot)));
            path.remove_prefix(dot);
        }
        return value;
    }

    /// Objects keep their keys in a row, so each may have to be looked at.
    const Json* at(const Json& json, const std::string& key) {
        count(1);
        if (!json.is_object()) return nullptr;
        count(json.size() * (1 + key.size() / bytes_a_key) / keys_a_step);
        const auto value = json.find(key);
        return value == json.end() ? nullptr : &*value;
    }

    void count(std::size_t steps) {
        steps_ += steps;
        if (steps_ > most_steps) refuse("this template takes too long to draw");
    }

    [[noreturn]] void refuse(std::string message) const {
        refuse_template(*tag_->source, tag_->span, "limit", std::move(message),
                        {"draw fewer lists inside one another"});
    }

    const std::vector<TemplatePart>& parts_;
    Markup markup_;
    std::vector<const Json*> open_;  ///< the sections that are open, the innermost last
    std::string all_;
    std::size_t steps_ = 0;
    const TemplatePart* tag_ = nullptr;  ///< the last that was drawn; text alone reaches no limit
};

}  // namespace

struct Template::Parsed {
    TemplateParts all;
    Markup markup;
};

Template::Template(const TemplateSource& source, const Find& partial, Markup markup)
    : parsed_(std::make_unique<Parsed>(Parsed{parts_of(source, partial), markup})) {}

Template::~Template() = default;
Template::Template(Template&&) noexcept = default;
Template& Template::operator=(Template&&) noexcept = default;

std::string Template::rendered(const Json& json) const {
    return Drawing(parsed_->all.parts, parsed_->markup, json).drawn();
}

text::Problems template_problems(const TemplateSource& source, const Template::Find& partial) {
    try {
        parts_of(source, partial);
    } catch (const text::Failure& failure) {
        return failure.problems;
    }
    return {};
}

}  // namespace backops::render
