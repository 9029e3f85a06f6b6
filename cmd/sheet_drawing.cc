#include "cmd/sheet_drawing.h"

#include <fmt/format.h>

#include <set>

#include "cmd/values.h"
#include "cmd/writing.h"
#include "files/trouble.h"
#include "render/record_json.h"
#include "render/sheet_text.h"
#include "text/failure.h"
#include "text/id.h"
#include "text/near_miss.h"
#include "text/wording.h"

namespace backops::cmd {
namespace {

using render::Markup;
using render::TemplateSource;

const std::vector<std::string> formats{"text", "md", "html", "json"};

Markup markup_of(const std::string& format) {
    return format == "html" ? Markup::html : format == "md" ? Markup::markdown : Markup::text;
}

/// Templates of one format: the event's own, then those that backops brings.
class Templates {
  public:
    Templates(const event::Directory& directory, const std::string& format)
        : store_(directory.store()), ending_(ending_of(format)) {}

    std::optional<TemplateSource> find(const std::string& name) const {
        if (text::is_id(name)) {
            const std::string path = "templates/" + name + ending_ + ".mustache";
            try {
                if (auto text = store_.read(path)) return TemplateSource{path, std::move(*text)};
            } catch (const std::system_error& error) {
                throw text::Failure(fmt::format("cannot read {}: {}", path, files::reason(error.code())));
            }
        }
        return render::built_in_template(name + ending_);
    }

    std::vector<std::string> names() const {
        std::set<std::string> names;
        const std::string end = ending_ + ".mustache";
        for (const files::Entry& entry : store_.list("templates"))
            if (entry.name.ends_with(end)) names.insert(entry.name.substr(0, entry.name.size() - end.size()));
        for (const std::string_view sheet : {"call", "day", "run"})
            if (render::built_in_template(std::string(sheet) + ending_)) names.emplace(sheet);
        return {names.begin(), names.end()};
    }

    [[noreturn]] void refuse(const std::string& name) const {
        const std::vector<std::string> known = names();
        std::vector<std::string> hints;
        if (const auto near = text::nearest(name, known)) hints.push_back(fmt::format("did you mean `{}`?", *near));
        hints.push_back(text::is_id(name)
                            ? fmt::format("it would be templates/{}{}.mustache in the event", name, ending_)
                            : "a template's name is lower-case letters, digits and single hyphens");
        throw text::Failure(fmt::format("no template of this format is called {}", text::quoted(name)),
                            std::move(hints), text::wrong_usage);
    }

  private:
    const files::Store& store_;
    std::string ending_;
};

render::Template made(const Templates& templates, const TemplateSource& source, const std::string& format) {
    return {source, [&](const std::string& name) { return templates.find(name); }, markup_of(format)};
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
    : directory_(directory),
      format_(arguments.has("--each") ? format_of(arguments, formats) : format_for(arguments, formats)),
      issue_(arguments.value("--issue", "")),
      screen_(screen) {
    const auto asked = arguments.value("--template");
    if (format_ == "json") {
        if (asked) throw text::Failure("`--template` is for text, md and html, not for json", {}, text::wrong_usage);
        return;
    }
    const Templates templates(directory, format_);
    const std::string name = asked.value_or(std::string(kind));
    if (const auto source = templates.find(name))
        template_ = made(templates, *source, format_);
    else if (asked || format_ != "text")
        templates.refuse(name);
}

std::string SheetDrawing::drawn(render::Json& sheet) {
    render::stamp(sheet, issue_);
    if (format_ == "json") return render::dumped(sheet);
    return template_ ? template_->rendered(sheet) : render::sheet_text(sheet, screen_);
}

std::string SheetDrawing::drawn_index(render::Json index) {
    render::stamp(index, issue_);
    if (format_ == "json") return render::dumped(index);
    const Templates templates(directory_, format_);
    return made(templates, templates.find("index").value(), format_).rendered(index);
}

}  // namespace backops::cmd
