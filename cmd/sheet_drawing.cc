#include "cmd/sheet_drawing.h"

#include "cmd/sheet_templates.h"
#include "cmd/values.h"
#include "cmd/writing.h"
#include "render/record_json.h"
#include "render/sheet_text.h"
#include "text/failure.h"

namespace backops::cmd {
namespace {

using render::Markup;
using render::TemplateSource;

const std::vector<std::string> formats{"text", "md", "html", "json"};

Markup markup_of(const std::string& format) {
    return format == "html" ? Markup::html : format == "md" ? Markup::markdown : Markup::text;
}

render::Template made(const SheetTemplates& templates, const TemplateSource& source, const std::string& format) {
    return {source, templates.finder(), markup_of(format)};
}

}  // namespace

std::vector<Option> sheet_form_options() {
    return {{"--format", {"FORMAT", "text md html json"}, "text (default), md, html or json"},
            {"--template", {"NAME", "<template>"}, "drawn with templates/NAME.FORMAT.mustache of the event"},
            {"--issue", "TEXT", "which issue it is, such as \"Rev B\""},
            {"-o", value::file, "write to this file; its ending gives the format: .txt .md .html .json"},
            {"--force", "", "write the file even if the event has errors"}};
}

render::Json OwnKeysReader::operator()(event::Noun noun, std::string_view id) {
    const std::lock_guard held(reading_);
    return render::own_keys(directory_.file(noun, id));
}

SheetDrawing::SheetDrawing(const Arguments& arguments, const event::Directory& directory, std::string_view kind,
                           render::Screen screen)
    : format_(arguments.has("--each") ? format_of(arguments, formats) : format_for(arguments, formats)),
      issue_(arguments.value("--issue", "")),
      screen_(screen) {
    const auto asked = arguments.value("--template");
    if (format_ == "json") {
        if (asked) throw text::Failure("`--template` is for text, md and html, not for json", {}, text::wrong_usage);
        return;
    }
    const SheetTemplates templates(directory.store(), format_);
    const std::string name = asked.value_or(std::string(kind));
    if (const auto source = templates.find(name))
        template_ = made(templates, *source, format_);
    else if (asked || format_ != "text")
        templates.refuse(name);
    // A mistake in the page that lists the sheets is said before any of them is written.
    if (arguments.has("--each")) index_ = made(templates, templates.find("index").value(), format_);
}

std::string SheetDrawing::drawn(render::Json& sheet) {
    render::stamp(sheet, issue_);
    if (format_ == "json") return render::dumped(sheet);
    return template_ ? template_->rendered(sheet) : render::sheet_text(sheet, screen_);
}

std::string SheetDrawing::drawn_index(render::Json index) {
    render::stamp(index, issue_);
    if (format_ == "json") return render::dumped(index);
    return index_.value().rendered(index);
}

}  // namespace backops::cmd
