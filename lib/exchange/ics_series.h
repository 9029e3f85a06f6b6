#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "exchange/ics_event.h"
#include "exchange/ics_words.h"
#include "model/plan.h"
#include "schedule/occurrence.h"
#include "schedule/series.h"

namespace backops::exchange {

/// The events of one UID: what is said of all dates, and of single ones.
struct CalendarSeries {
    CalendarEvent master;
    std::vector<CalendarEvent> changes;
    bool is_ours = false;  ///< `export ics` wrote it
    bool is_part = false;  ///< it speaks of single dates of a series that is known here
};

/// An activity with those of its own keys that an import keeps.
struct ImportedActivity {
    model::Activity activity;
    std::vector<std::string> declined;      ///< `x-declined`: who said no
    std::vector<time::Date> changed_dates;  ///< `x-imported-changes`: the dates whose change the calendar made
};

/// A date that is an activity by itself, since no series can have it.
struct LoneEvent {
    CalendarEvent event;
    std::string why;  ///< with the event's name before it
};

/// Makes activities of calendar events. What the file does not say stays as it is in the activity before.
class CalendarActivities {
  public:
    /// `plan` has the event, its areas and its time frames.
    CalendarActivities(const model::Plan& plan, CalendarWords& words, Findings& findings);

    /// The activity as the events say it; nothing where it cannot be one, which is reported. `before`: null for a new
    /// one. Changes of dates that it does not have, or cannot have so, are left in `alone`.
    std::optional<ImportedActivity> of(const ImportedActivity* before, const CalendarSeries& series,
                                       std::vector<LoneEvent>& alone);

    /// Changes of dates after the event's last day, which were left out.
    std::size_t later() const { return later_; }

  private:
    /// Two series are the same that have the same dates for so long.
    static constexpr int compared_days = 3660;
    static constexpr const char* no_such_date = "has no such date in its series";

    time::Zone zone_of(const model::Activity& activity) const;
    void set_zone(const CalendarEvent& event, bool is_ours, model::Activity& activity);
    bool is_steady(const CalendarEvent& event, const time::Zone& here);
    void set_times(const CalendarEvent& event, model::Activity& activity) const;
    void set_end(const CalendarEvent& event, model::Activity& activity) const;
    void set_busy(const CalendarEvent& event, bool is_ours, model::Activity& activity) const;

    /// A series is all day or has clock times, and so are all of its dates.
    static bool changes_type(const CalendarEvent& change, const model::Activity& series);

    bool has_dates(const CalendarEvent& event, bool is_known, const model::Activity& activity);
    bool set_repeat(const CalendarEvent& event, std::vector<CalendarEvent>& changes, model::Activity& activity,
                    std::vector<LoneEvent>& alone);
    bool add_rules(const CalendarEvent& event, model::Activity& activity, std::vector<time::Date>& dates);
    void list_dates(const CalendarEvent& event, std::vector<time::Date> dates, std::vector<CalendarEvent>& changes,
                    model::Activity& activity, std::vector<LoneEvent>& alone) const;
    void set_skip(const CalendarEvent& event, const std::vector<CalendarEvent>& changes,
                  model::Activity& activity) const;
    bool is_exception(const CalendarEvent& event, time::Date date, const model::Activity& series) const;
    void keep_rule(const model::Activity& before, model::Activity& activity) const;

    void warn_of_list(const CalendarEvent& event, const model::Activity* before, const model::Activity& after);

    std::optional<model::Activity> part_of(const model::Activity& before, const CalendarSeries& series,
                                           std::vector<LoneEvent>& alone);
    std::optional<std::vector<time::Date>> dates_of_part(const model::Activity& before, const CalendarSeries& series,
                                                         std::vector<CalendarEvent>& changes);
    void set_changes(const CalendarSeries& series, const std::vector<CalendarEvent>& changes,
                     const ImportedActivity* before, ImportedActivity& after, std::vector<LoneEvent>& alone);
    void leave_alone(const CalendarEvent& event, time::Date date, model::Activity& series,
                     std::vector<LoneEvent>& alone) const;
    void set_other_changes(const CalendarSeries& series, const ImportedActivity* before,
                           const std::set<time::Date>& said, model::Activity& activity);
    void change_date(const CalendarEvent& event, bool is_ours, time::Date date, model::Activity& series);
    void set_change(const model::Activity& wanted, time::Date date, model::Activity& series) const;
    model::Activity on_date(const model::Activity& series, time::Date date) const;
    time::Date original(const CalendarTime& time, const model::Activity& series) const;
    std::vector<time::Date> date_that_starts(const CalendarEvent& event, const model::Activity& series) const;
    bool has_date(const model::Activity& series, time::Date date) const;
    std::vector<std::int64_t> starts(const model::Activity& series) const;

    const model::Plan& plan_;
    schedule::Zones zones_;
    CalendarWords& words_;
    Findings& findings_;
    schedule::DayRange planned_;
    std::optional<time::Zone> clock_;  ///< of the series at hand, on which its whole days were midnights
    std::int64_t budget_;
    std::size_t later_ = 0;
};

}  // namespace backops::exchange
