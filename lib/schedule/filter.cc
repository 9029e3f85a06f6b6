#include "schedule/filter.h"

#include <algorithm>
#include <string_view>

#include "schedule/audience.h"
#include "schedule/timing.h"
#include "text/utf8.h"

namespace backops::schedule {

namespace {

template <class T>
bool is_among(const T& value, const std::vector<T>& wanted) {
    return std::ranges::find(wanted, value) != wanted.end();
}

std::string_view prefix_of(Role role) {
    switch (role) {
        case Role::organizer:
            return "organizer:";
        case Role::required:
            return "required:";
        case Role::optional:
            return "optional:";
    }
    return {};
}

bool has_anyone(const Occurrence& occurrence, Role role) {
    switch (role) {
        case Role::organizer:
            return !occurrence.organizers().empty();
        case Role::required:
            return !occurrence.participants().required.empty() || !occurrence.activity->needs.empty();
        case Role::optional:
            return !occurrence.participants().optional.empty();
    }
    return false;
}

/// What the words of a search may be found in, one after the other.
class Searched {
  public:
    explicit Searched(const model::Plan& plan) : plan_(plan) {}

    void add(std::string_view part) { all_.append("\n").append(part); }
    void add(const std::vector<std::string>& parts) {
        for (const std::string& part : parts) add(part);
    }
    void add_area(const std::string& id) {
        if (const model::Area* area = model::find(plan_.areas, id)) add(area->name);
    }
    /// A company or a person, or words for somebody who is neither.
    void add_party(const std::string& id) {
        add(id);
        if (const auto* collaborator = model::find(plan_.collaborators, id)) add(collaborator->name);
        if (const auto* person = model::find(plan_.crew, id)) add(person->name);
    }
    void add_parties(const std::vector<std::string>& ids) {
        for (const std::string& id : ids) add_party(id);
    }
    const std::string& all() const { return all_; }

  private:
    const model::Plan& plan_;
    std::string all_;
};

void add_segments(Searched& searched, const model::Activity& activity) {
    for (const model::Segment& segment : activity.segments) {
        for (const std::string* part : {&segment.name, &segment.cue, &segment.type, &segment.location, &segment.notes})
            searched.add(*part);
        searched.add_parties(segment.who);
        for (const auto& [column, text] : segment.columns) searched.add(text);
    }
}

/// What the audience may not read cannot be searched.
std::string searched(const model::Plan& plan, const Occurrence& occurrence, Audience audience) {
    const model::Activity& activity = *occurrence.activity;
    const model::Change* change = occurrence.change;
    Searched searched(plan);
    searched.add(occurrence.name());
    searched.add(occurrence.location());
    searched.add(change && change->description ? *change->description : activity.description);
    for (const std::string& id : occurrence.areas()) searched.add_area(id);
    if (audience == Audience::everyone) return searched.all();
    searched.add(activity.id);
    searched.add(occurrence.areas());
    searched.add(activity.kind);
    searched.add(model::word_for(occurrence.status()));
    searched.add(change && change->notes ? *change->notes : activity.notes);
    searched.add(activity.tags);
    searched.add_parties(occurrence.organizers());
    searched.add_parties(occurrence.participants().required);
    searched.add_parties(occurrence.participants().optional);
    for (const model::Need& need : activity.needs) {
        searched.add(need.role);
        if (!need.collaborator.empty()) searched.add_party(need.collaborator);
    }
    add_segments(searched, activity);
    return searched.all();
}

bool is_moment(const Occurrence& occurrence) { return occurrence.until <= occurrence.from; }

bool is_on_at(const Occurrence& occurrence, time::Instant at) {
    return is_moment(occurrence) ? occurrence.from == at : occurrence.from <= at && at < occurrence.until;
}

bool overlaps_day(const Occurrence& occurrence, time::Date day, std::int32_t day_start) {
    const auto begin = occurrence.zone.at({day, day_start}).instant;
    const auto end = occurrence.zone.at({day + 1, day_start}).instant;
    return occurrence.from < end && begin < occurrence.until;
}

}  // namespace

Filter::Filter(const model::Plan& plan, const Selection& selection) : plan_(plan), selection_(selection) {
    for (const std::string& word : selection.words) words_.push_back(text::case_folded(word));
    for (const CalendarName& calendar : selection.calendars) {
        selects_people_ |= calendar.kind == CalendarKind::collaborator || calendar.kind == CalendarKind::crew;
    }
}

bool Filter::has_words(const Occurrence& occurrence) const {
    if (words_.empty()) return true;
    const std::string all = text::case_folded(searched(plan_, occurrence, selection_.audience));
    return std::ranges::all_of(words_, [&](const std::string& word) { return all.find(word) != std::string::npos; });
}

bool Filter::keeps(const Occurrence& occurrence) const {
    const model::Activity& activity = *occurrence.activity;
    const model::Status status = occurrence.status();
    if (selection_.statuses.empty() ? status == model::Status::cancelled : !is_among(status, selection_.statuses)) {
        return false;
    }
    if (!selection_.kinds.empty() && !is_among(activity.kind, selection_.kinds)) return false;
    const auto is_wanted_tag = [this](const std::string& tag) { return is_among(tag, selection_.tags); };
    if (!selection_.tags.empty() && std::ranges::none_of(activity.tags, is_wanted_tag)) return false;
    return is_shown_to(occurrence, selection_) && has_words(occurrence);
}

bool Filter::keeps_role(const Occurrence& occurrence, const std::vector<std::string>& via) const {
    if (selection_.roles.empty()) return true;
    return std::ranges::any_of(selection_.roles, [&](Role role) {
        if (!selects_people_) return has_anyone(occurrence, role);
        return std::ranges::any_of(via, [&](const std::string& reason) { return reason.starts_with(prefix_of(role)); });
    });
}

bool Filter::in_range(const Occurrence& occurrence, std::int32_t day_start) const {
    const bool is_on_many = lasts_days(occurrence);
    const auto is_on = [&](time::Date day) {
        return occurrence.day == day || (is_on_many && overlaps_day(occurrence, day, day_start));
    };
    if (!selection_.days.empty() && std::ranges::none_of(selection_.days, is_on)) return false;
    if (selection_.at && !is_on_at(occurrence, *selection_.at)) return false;
    if (selection_.to && occurrence.from >= *selection_.to) return false;
    if (!selection_.from) return true;
    return is_moment(occurrence) ? occurrence.from >= *selection_.from : occurrence.until > *selection_.from;
}

}  // namespace backops::schedule
