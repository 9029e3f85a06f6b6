#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include "time/recurrence.h"

namespace backops::time {

/// `on` as sets of bits, so that its length costs once and asking about a day costs the same always.
class DaySet {
  public:
    void add(On on);
    bool empty() const { return !any_; }
    /// Whether it names every such weekday.
    bool has_weekday(Weekday day) const { return (weekday(day).nth & 1) != 0; }
    /// Whether it names the `day`th (from 1), a `weekday`, of a month of `length` days.
    bool has_day_of_month(int day, int length, Weekday weekday) const;

  private:
    struct Counted {
        std::uint32_t nth = 0;       ///< bit n: the nth from the beginning; bit 0: every one
        std::uint32_t from_end = 0;  ///< bit n: the nth from the end
    };

    const Counted& weekday(Weekday day) const { return weekdays_[static_cast<std::size_t>(day)]; }

    Counted month_days_;
    std::array<Counted, 7> weekdays_;
    bool any_ = false;
};

/// One step of `every`: a day, a week or a month, and which of its days the rule names (bit 0 is the first).
struct Period {
    Date first;
    std::uint32_t days;
};

/// What `every` and `on` name, period by period; period 0 holds the start, and may name days before it.
class Pattern {
  public:
    Pattern(const Rule& rule, Date start);

    bool names_a_day() const { return days_in_cycle_ != 0; }
    Period period(std::int64_t number) const;
    /// The last that begins on or before `date`, which is not before the start.
    std::int64_t period_at(Date date) const;
    /// The occurrence that is the `count`th from the start on; `limit` when it would be later.
    Date counted(int count, Date limit) const;

  private:
    bool takes(On on) const { return unit_ == Unit::month || (on.weekday && on.number == 0); }
    void take_start();
    std::uint32_t days_of_month(Date first, Date next) const;
    std::int64_t step() const { return interval_ * (unit_ == Unit::week ? 7 : 1); }

    Unit unit_;
    std::int64_t interval_;
    Date start_;
    Date origin_;                     ///< days and weeks: the first day of period 0
    std::uint32_t days_of_week_ = 0;  ///< weeks: the days of every period
    std::int64_t first_month_ = 0;    ///< months: the number of period 0
    DaySet on_;
    std::int64_t cycle_ = 1;  ///< days and weeks: after so many periods their days come again
    std::int64_t days_in_cycle_ = 0;
};

}  // namespace backops::time
