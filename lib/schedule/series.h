#pragma once

#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include "schedule/occurrence.h"
#include "time/recurrence.h"

namespace backops::schedule {

/// The last show day of the event or of its last time frame: what bounds a series that has no bound of its own.
time::Date last_planned_day(const model::Plan& plan);

using time::always;

/// What its days are, without the bound of `during` and without plain `dates`.
time::Rule rule_of(const model::Repeat& repeat);

/// How many of the dates that its rule or its `dates` name a series takes, skipped ones among them: 3,000, which is
/// every day for eight years. Where one of them lasts for days, so many that all together fill no more than 3,000 days.
/// Else a few lines of somebody's file fill a machine's memory.
std::size_t most_dates(const model::Activity& activity);

/// The last date that is taken of a series that names more than it takes; nothing where it does not.
std::optional<time::Date> last_taken(const model::Plan& plan, const model::Activity& activity);

/// The days that bound a series' dates, wherever its rule puts these: from its start to `until`, the days of `during`
/// or the last planned day; with a `count` without end; of plain `dates` the first and the last. Where it names more
/// than are taken, `last_taken` is the last of them.
DayRange bounds_of(const model::Plan& plan, const model::Activity& activity);

/// One series made ready to be asked for many dates, so that each costs little however many are listed, skipped or
/// changed. Points into the activity, which must outlive it and have a `repeat`.
class Series {
  public:
    Series(const model::Plan& plan, const model::Activity& activity);

    const model::Activity& activity() const { return *activity_; }
    /// As `dates_of`.
    std::vector<time::Date> within(DayRange window) const;
    /// Whether it happens on that date.
    bool falls_on(time::Date date) const { return !within({date, date}).empty(); }
    /// What its `changes` say of that date, the first where the file has several; null for most dates.
    const model::Change* change_on(time::Date date) const;

  private:
    using Changed = std::pair<time::Date, const model::Change*>;

    const model::Activity* activity_;
    DayRange bounds_;
    std::optional<time::Rule> rule_;  ///< without `skip`
    std::vector<time::Date> dates_;   ///< where there is no rule
    std::vector<time::Date> skip_;    ///< in order, each once, as `dates_`
    std::vector<Changed> changes_;    ///< in order
};

/// The first of its dates; nothing when it never happens.
std::optional<time::Date> first_date(const model::Plan& plan, const model::Activity& activity);

/// The dates within `window` that the rule of `activity.repeat` writes, in order, without those of `skip`. Plain
/// `dates` are taken as they stand. `during` keeps the dates that are days of that time frame.
std::vector<time::Date> dates_of(const model::Plan& plan, const model::Activity& activity, DayRange window);

}  // namespace backops::schedule
