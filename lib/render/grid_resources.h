#pragma once

#include <cstddef>
#include <string>
#include <unordered_map>
#include <vector>

#include "render/drawing.h"

namespace backops::render {

/// The areas, collaborators or people that stand across a grid: the selected calendars of that kind in their order, or,
/// when none is selected, all records by id. Refers to its drawing.
class GridResources {
  public:
    explicit GridResources(const Drawing& drawing);

    /// Places of those that an occurrence is on, in order; by the same rules as calendars.
    std::vector<std::size_t> of(const schedule::Occurrence& occurrence) const;
    /// Places of those that were selected, which stand also without anything; none when no calendar of the kind was.
    std::vector<std::size_t> chosen() const;
    std::string name(std::size_t place) const;

  private:
    std::vector<std::size_t> selected(const schedule::Occurrence& occurrence) const;

    const Drawing& drawing_;
    schedule::CalendarKind kind_;
    bool is_selected_ = false;
    std::vector<std::string> ids_;
    std::unordered_map<std::string, std::size_t> places_;
};

}  // namespace backops::render
