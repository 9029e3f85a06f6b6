#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "files/store.h"
#include "render/template.h"
#include "text/problem.h"

namespace backops::cmd {

/// Templates of one format: the event's own, then those that backops brings. The store must outlive them.
class SheetTemplates {
  public:
    /// `format` is "text", "md" or "html".
    SheetTemplates(const files::Store& store, const std::string& format);

    /// text::Failure for one that is there and cannot be read.
    std::optional<render::TemplateSource> find(const std::string& name) const;
    /// The same for what templates include.
    render::Template::Find finder() const;
    /// Says that there is none of this name, and what could be meant.
    [[noreturn]] void refuse(const std::string& name) const;

  private:
    std::vector<std::string> names() const;

    const files::Store& store_;
    std::string ending_;
};

/// What is wrong with an event's own templates, and how many it has.
struct CheckedTemplates {
    text::Problems problems;
    std::size_t files = 0;
};
CheckedTemplates checked_templates(const files::Store& store);

}  // namespace backops::cmd
