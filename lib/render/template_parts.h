#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "render/template.h"
#include "text/span.h"

namespace backops::render {

/// A piece of a parsed template: a stretch of its text, or a tag.
struct TemplatePart {
    enum class Kind : std::uint8_t {
        text,
        value,      ///< {{name}}
        raw_value,  ///< {{{name}}}
        section,    ///< {{#name}}
        absence     ///< {{^name}}
    };
    Kind kind = Kind::text;
    text::Span span;                         ///< its bytes in the source
    std::uint32_t end = 0;                   ///< the index of the first part that is not inside it
    std::string_view words;                  ///< the text itself, or the name in the tag
    const TemplateSource* source = nullptr;  ///< the file that it is in
};

/// A template and all that it includes, one after the other as it is drawn.
struct TemplateParts {
    std::vector<TemplatePart> parts;
    std::deque<TemplateSource> sources;  ///< each file once; the parts point into them
};

/// text::Failure for a file that is not text, a wrong tag, and what is larger or deeper than a template may be.
TemplateParts parts_of(const TemplateSource& source, const Template::Find& partial);

/// Stops with a problem at these bytes of a template.
[[noreturn]] void refuse_template(const TemplateSource& source, text::Span span, std::string rule, std::string message,
                                  std::vector<std::string> hints = {});

}  // namespace backops::render
