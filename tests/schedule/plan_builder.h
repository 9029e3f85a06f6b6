#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "model/plan.h"
#include "schedule/selection.h"
#include "time/zone.h"

template <>
struct doctest::StringMaker<std::vector<std::string>> {
    static String convert(const std::vector<std::string>& texts) {
        std::string all;
        for (const std::string& text : texts) all += "\n    " + text;
        return all.c_str();
    }
};

namespace backops::tests {

inline time::Date date(std::string_view text) { return *time::parse_date(text); }
inline time::WallTime at(std::string_view text) { return *time::parse_wall_time(text); }
inline time::Instant instant(std::string_view text) { return *time::parse_instant(text); }

/// A festival in Berlin, 10 to 14 June 2026 (Wednesday to Sunday), whose records are added in any order.
class PlanBuilder {
  public:
    PlanBuilder() {
        plan_.event.name = "Summer Sound 2026";
        plan_.event.timezone = "Europe/Berlin";
        plan_.event.start = date("2026-06-10");
        plan_.event.end = date("2026-06-14");
    }

    model::Event& event() { return plan_.event; }

    model::Area& area(std::string_view id, std::string_view name) { return add(plan_.areas, id, name); }
    model::Collaborator& collab(std::string_view id, std::string_view name) {
        return add(plan_.collaborators, id, name);
    }

    model::CrewMember& person(std::string_view id, std::string_view name, std::string_view collaborator) {
        auto& member = add(plan_.crew, id, name);
        member.collaborator = collaborator;
        return member;
    }

    /// Without an end it is a moment; with a date alone as start it is all day.
    model::Activity& activity(std::string_view id, std::string_view name, std::string_view start,
                              std::string_view end = "") {
        auto& activity = add(plan_.activities, id, name);
        activity.all_day = start.size() == 10;
        activity.start = activity.all_day ? time::WallTime{date(start), 0} : at(start);
        if (!end.empty()) activity.end = activity.all_day ? time::WallTime{date(end), 0} : at(end);
        return activity;
    }

    model::Timeframe& timeframe(std::string_view id, std::string_view name, std::string_view start,
                                std::string_view end) {
        auto& timeframe = add(plan_.timeframes, id, name);
        timeframe.start = time_or_date(start);
        timeframe.end = time_or_date(end);
        return timeframe;
    }

    /// Every day, for as long as nothing else bounds it.
    static model::Repeat& daily(model::Activity& activity) {
        activity.repeat.emplace();
        activity.repeat->every = time::Every{time::Unit::day, 1};
        return *activity.repeat;
    }

    const model::Plan& plan() const { return plan_; }

    /// A record that has been added, to be made another.
    model::Activity& activity(std::string_view id) { return added(plan_.activities, id); }
    model::Collaborator& collab(std::string_view id) { return added(plan_.collaborators, id); }
    model::CrewMember& person(std::string_view id) { return added(plan_.crew, id); }
    model::Area& area(std::string_view id) { return added(plan_.areas, id); }

  private:
    template <class R>
    R& add(std::vector<R>& records, std::string_view id, std::string_view name) {
        const auto place = std::ranges::lower_bound(records, id, {}, &R::id);
        R record;
        record.id = id;
        record.name = name;
        return *records.insert(place, std::move(record));
    }

    template <class R>
    static R& added(std::vector<R>& records, std::string_view id) {
        return *std::ranges::find(records, id, &R::id);
    }

    static model::TimeOrDate time_or_date(std::string_view text) {
        if (text.size() == 10) return {{date(text), 0}, true};
        return {at(text), false};
    }

    model::Plan plan_;
};

inline schedule::CalendarName whole_event() { return {schedule::CalendarKind::event, ""}; }
inline schedule::CalendarName area(std::string id) { return {schedule::CalendarKind::area, std::move(id)}; }
inline schedule::CalendarName collab(std::string id) { return {schedule::CalendarKind::collaborator, std::move(id)}; }
inline schedule::CalendarName crew(std::string id) { return {schedule::CalendarKind::crew, std::move(id)}; }

inline schedule::Selection of(std::vector<schedule::CalendarName> calendars) {
    schedule::Selection selection;
    selection.calendars = std::move(calendars);
    return selection;
}

inline schedule::Selection on(std::string_view day) {
    schedule::Selection selection;
    selection.days = {date(day)};
    return selection;
}

inline schedule::Schedule schedule_of(const PlanBuilder& builder, const schedule::Selection& selection) {
    return schedule::schedule_of(builder.plan(), schedule::Zones(builder.plan()), selection);
}

using Texts = std::vector<std::string>;

/// The names of the occurrences in the order of the rows.
inline Texts names(const schedule::Schedule& schedule) {
    Texts all;
    for (const schedule::Row& row : schedule.rows) all.push_back(name_of(row.occurrence));
    return all;
}

}  // namespace backops::tests
