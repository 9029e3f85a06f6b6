#pragma once

#include <cstdint>
#include <optional>
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
};

/// Makes activities of calendar events. What the file does not say stays as it is in the activity before.
class CalendarActivities {
  public:
    /// `plan` has the event, its areas and its time frames.
    CalendarActivities(const model::Plan& plan, CalendarWords& words, Findings& findings);

    /// The activity as the events say it; nothing where it cannot be one, which is reported. `before`: null for a new
    /// one. Changes of dates that it does not have are left in `alone`.
    std::optional<model::Activity> of(const model::Activity* before, const CalendarSeries& series,
                                      std::vector<CalendarEvent>& alone);

    /// Changes of dates after the event's last day, which were left out.
    std::size_t later() const { return later_; }

  private:
    time::Zone zone_of(const model::Activity& activity) const;
    void set_zone(const CalendarEvent& event, model::Activity& activity) const;
    void set_times(const CalendarEvent& event, model::Activity& activity) const;
    void set_end(const CalendarEvent& event, model::Activity& activity) const;
    void set_busy(const CalendarEvent& event, bool is_ours, model::Activity& activity) const;

    bool set_repeat(const CalendarEvent& event, std::vector<CalendarEvent>& changes, model::Activity& activity);
    bool add_rules(const CalendarEvent& event, model::Activity& activity, std::vector<time::Date>& dates);
    bool list_dates(const CalendarEvent& event, std::vector<time::Date> dates, std::vector<CalendarEvent>& changes,
                    model::Activity& activity);
    void set_skip(const CalendarEvent& event, model::Activity& activity) const;
    void keep_rule(const model::Activity& before, model::Activity& activity) const;

    void warn_of_list(const CalendarEvent& event, const model::Activity* before, const model::Activity& after);

    std::optional<model::Activity> part_of(const model::Activity& before, const CalendarSeries& series);
    void set_changes(const CalendarSeries& series, const std::vector<CalendarEvent>& changes, model::Activity& activity,
                     std::vector<CalendarEvent>& alone);
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
    std::int64_t budget_;
    std::size_t later_ = 0;
};

}  // namespace backops::exchange
