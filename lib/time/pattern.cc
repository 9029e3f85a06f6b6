#include "time/pattern.h"

#include <algorithm>
#include <bit>
#include <cstdlib>

namespace backops::time {

namespace {

constexpr std::int64_t days_in_week = 7;

int days_after(Weekday from, Weekday to) { return (static_cast<int>(to) - static_cast<int>(from) + 7) % 7; }

std::int64_t month_number(Date date) {
    const auto [year, month, day] = year_month_day(date);
    return std::int64_t{year} * 12 + month - 1;
}

Date first_of_month(std::int64_t number) {
    return *date_of(static_cast<int>(number / 12), static_cast<unsigned>(number % 12 + 1), 1);
}

std::uint32_t bit(int number) { return std::uint32_t{1} << number; }

}  // namespace

void DaySet::add(On on) {
    const int most = on.weekday ? 5 : 31;
    if (on.number < -most || on.number > most || (!on.weekday && on.number == 0)) return;
    Counted& counted = on.weekday ? weekdays_[static_cast<std::size_t>(*on.weekday)] : month_days_;
    (on.number < 0 ? counted.from_end : counted.nth) |= bit(std::abs(on.number));
    any_ = true;
}

bool DaySet::has_day_of_month(int day, int length, Weekday on) const {
    const int left = length - day;
    const Counted& counted = weekday(on);
    return ((month_days_.nth & bit(day)) | (month_days_.from_end & bit(left + 1)) |
            (counted.nth & (bit(0) | bit(day / 7 + (day % 7 != 0)))) | (counted.from_end & bit(left / 7 + 1))) != 0;
}

Pattern::Pattern(const Rule& rule, Date start)
    : unit_(rule.every.unit), interval_(std::max(rule.every.interval, 1)), start_(start), origin_(start) {
    if (rule.on.empty()) take_start();
    for (const On on : rule.on)
        if (takes(on)) on_.add(on);
    if (unit_ == Unit::month) {
        first_month_ = month_number(start);
        days_in_cycle_ = on_.empty() ? 0 : 1;
        return;
    }
    if (unit_ == Unit::day) cycle_ = days_in_week;
    if (unit_ == Unit::week) origin_ = start - days_after(rule.week_start, weekday(start));
    for (int day = 0; unit_ == Unit::week && day < days_in_week; ++day)
        if (on_.has_weekday(weekday(origin_ + day))) days_of_week_ |= bit(day);
    for (std::int64_t number = 0; number < cycle_; ++number) days_in_cycle_ += std::popcount(period(number).days);
}

void Pattern::take_start() {
    if (unit_ == Unit::week) on_.add({weekday(start_), 0});
    if (unit_ == Unit::month) on_.add({{}, static_cast<int>(year_month_day(start_).day)});
    for (int day = 0; unit_ == Unit::day && day < days_in_week; ++day) on_.add({static_cast<Weekday>(day), 0});
}

Period Pattern::period(std::int64_t number) const {
    if (unit_ == Unit::month) {
        const std::int64_t month = first_month_ + number * interval_;
        const Date first = first_of_month(month);
        return {first, days_of_month(first, first_of_month(month + 1))};
    }
    const Date first = origin_ + static_cast<int>(number * step());
    if (unit_ == Unit::week) return {first, days_of_week_};
    return {first, on_.has_weekday(weekday(first)) ? bit(0) : 0};
}

std::uint32_t Pattern::days_of_month(Date first, Date next) const {
    const int length = next - first;
    const int first_weekday = static_cast<int>(weekday(first));
    std::uint32_t days = 0;
    for (int i = 0; i < length; ++i)
        if (on_.has_day_of_month(i + 1, length, static_cast<Weekday>((first_weekday + i) % 7))) days |= bit(i);
    return days;
}

std::int64_t Pattern::period_at(Date date) const {
    return (unit_ == Unit::month ? month_number(date) - first_month_ : std::int64_t{date - origin_}) / step();
}

Date Pattern::counted(int count, Date limit) const {
    if (count < 1) return start_ - 1;
    const Period begin = period(0);
    std::int64_t left = std::int64_t{count} + std::popcount(begin.days & (bit(start_ - begin.first) - 1));
    std::int64_t number = 0;
    if (unit_ != Unit::month) {
        const std::int64_t whole_cycles = (left - 1) / days_in_cycle_;
        number = whole_cycles * cycle_;
        left -= whole_cycles * days_in_cycle_;
    }
    for (const std::int64_t final = period_at(limit); number <= final; ++number) {
        auto [first, days] = period(number);
        for (; days != 0; days &= days - 1)
            if (--left == 0) return std::min(first + std::countr_zero(days), limit);
    }
    return limit;
}

}  // namespace backops::time
