#include "render/grid_resources.h"

#include <algorithm>

#include "render/agenda_rows.h"
#include "render/names.h"
#include "schedule/association.h"

namespace backops::render {

namespace {

using schedule::CalendarKind;
using schedule::Occurrence;

CalendarKind kind_of(Resource resource) {
    switch (resource) {
        case Resource::area:
            return CalendarKind::area;
        case Resource::collaborator:
            return CalendarKind::collaborator;
        case Resource::crew:
            break;
    }
    return CalendarKind::crew;
}

template <class R>
std::vector<std::string> ids_of(const std::vector<R>& records) {
    std::vector<std::string> ids;
    for (const R& record : records) ids.push_back(record.id);
    return ids;
}

std::vector<std::string> all_ids(const model::Plan& plan, CalendarKind kind) {
    if (kind == CalendarKind::area) return ids_of(plan.areas);
    return kind == CalendarKind::collaborator ? ids_of(plan.collaborators) : ids_of(plan.crew);
}

/// Every id that an occurrence names, of any kind that a column of `kind` can be found by.
std::vector<std::string> named_ids(const Occurrence& occurrence, CalendarKind kind) {
    if (kind == CalendarKind::area) return occurrence.areas();
    std::vector<std::string> ids = occurrence.organizers();
    const auto add = [&](const std::vector<std::string>& more) { ids.insert(ids.end(), more.begin(), more.end()); };
    add(occurrence.participants().required);
    add(occurrence.participants().optional);
    if (kind == CalendarKind::collaborator) {
        for (const model::Need& need : occurrence.activity->needs) ids.push_back(need.collaborator);
    } else {
        for (const model::Segment& segment : occurrence.activity->segments) add(segment.who);
    }
    return ids;
}

}  // namespace

GridResources::GridResources(const Drawing& drawing) : drawing_(drawing), kind_(kind_of(drawing.columns)) {
    for (const schedule::CalendarName& calendar : drawing.selection.calendars) {
        if (calendar.kind == kind_) ids_.push_back(calendar.id);
    }
    is_selected_ = !ids_.empty();
    if (!is_selected_) ids_ = all_ids(drawing.plan, kind_);
    for (std::size_t i = 0; i < ids_.size(); ++i) places_.emplace(ids_[i], i);
}

std::vector<std::size_t> GridResources::of(const Occurrence& occurrence) const {
    if (is_selected_) return selected(occurrence);
    std::vector<std::size_t> places;
    for (const std::string& id : named_ids(occurrence, kind_)) {
        if (const auto place = places_.find(id); place != places_.end()) places.push_back(place->second);
    }
    std::ranges::sort(places);
    places.erase(std::unique(places.begin(), places.end()), places.end());
    return places;
}

std::vector<std::size_t> GridResources::chosen() const {
    std::vector<std::size_t> places;
    for (std::size_t i = 0; is_selected_ && i < ids_.size(); ++i) {
        if (places_.at(ids_[i]) == i) places.push_back(i);
    }
    return places;
}

std::string GridResources::name(std::size_t place) const {
    const std::string& id = ids_[place];
    return kind_ == CalendarKind::area ? area_name(drawing_.plan, id)
                                       : shown_name(drawing_.plan, id, drawing_.selection.audience);
}

std::vector<std::size_t> GridResources::selected(const Occurrence& occurrence) const {
    std::vector<std::size_t> places;
    for (const std::size_t i : chosen()) {
        const schedule::CalendarName calendar{kind_, ids_[i]};
        if (!via_of(drawing_.plan, occurrence, calendar, widening_of(drawing_.selection)).empty()) {
            places.push_back(i);
        }
    }
    return places;
}

}  // namespace backops::render
