#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "render/json.h"
#include "text/problem.h"

namespace backops::render {

/// What the text between a template's tags is, and so how values are escaped in it: `<`, `|` or escape sequences stay
/// what they are to read. Line ends in values are `<br>` but in plain text.
enum class Markup : std::uint8_t { html, markdown, text };

/// The text of a template and the file that it stands in.
struct TemplateSource {
    std::string file;
    std::string text;
};

/// A Mustache template (mustache(5)), made ready to be used often. Its values are those of a JSON object; null, an
/// empty text, an empty list and `false` are no value. For each list `rows` there is `has_rows`. It may come from
/// anyone: what is drawn is UTF-8 in which nothing acts on a terminal but tabs and line ends, and what is parsed and
/// drawn has limits (backops-sheet(1), "Limits").
class Template {
  public:
    /// What `{{>name}}` includes; nothing when there is no such template.
    using Find = std::function<std::optional<TemplateSource>(const std::string& name)>;

    /// text::Failure with the places of what is wrong in the template or in what it includes.
    Template(const TemplateSource& source, const Find& partial, Markup markup);
    ~Template();
    Template(Template&&) noexcept;
    Template& operator=(Template&&) noexcept;

    /// text::Failure, with the place of the tag, for more than a sheet may have or take to draw.
    std::string rendered(const Json& json) const;

  private:
    struct Parsed;
    std::unique_ptr<Parsed> parsed_;
};

/// What keeps a template, or what it includes, from being drawn at all; empty when all is well.
text::Problems template_problems(const TemplateSource& source, const Template::Find& partial);

/// A template that backops brings, by its name: `call.html`, `head.html`, …
std::optional<TemplateSource> built_in_template(std::string_view name);
/// Finds the partials of one format among these: `{{>head}}` for ".html".
Template::Find built_in_partial(std::string ending);

}  // namespace backops::render
