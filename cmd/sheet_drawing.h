#pragma once

#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "cmd/session.h"
#include "render/drawing.h"
#include "render/sheet_json.h"
#include "render/template.h"

namespace backops::cmd {

/// Options of every sheet: its format, file, template and issue.
std::vector<Option> sheet_form_options();

/// Own keys of records, read when a sheet first asks for them; several threads may.
class OwnKeysReader {
  public:
    explicit OwnKeysReader(event::Directory& directory) : directory_(directory) {}
    render::Json operator()(event::Noun noun, std::string_view id);

  private:
    event::Directory& directory_;
    std::mutex reading_;
};

/// How a verb's sheets are drawn, from what was typed and the templates of the event. For one thread.
class SheetDrawing {
  public:
    /// `kind` is the template's name unless another is asked for: "call", "day", "run". text::Failure for a template
    /// that is not there or is wrong.
    SheetDrawing(const Arguments& arguments, const event::Directory& directory, std::string_view kind,
                 render::Screen screen);

    const std::string& format() const { return format_; }
    /// Stamps the sheet and draws it.
    std::string drawn(render::Json& sheet);
    /// The page that lists many sheets; only with --each.
    std::string drawn_index(render::Json index);

  private:
    std::string format_, issue_;
    render::Screen screen_;
    std::optional<render::Template> template_, index_;
};

}  // namespace backops::cmd
