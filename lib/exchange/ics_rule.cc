#include "exchange/ics_rule.h"

#include <algorithm>
#include <map>

#include "exchange/ics_values.h"
#include "time/scan.h"

namespace backops::exchange {
namespace {

using Frequency = CalendarRule::Frequency;
using time::Date;

constexpr int longest_interval = 999;
constexpr int most_counted = 100'000;

bool has(const std::vector<int>& numbers, int number) {
    return std::find(numbers.begin(), numbers.end(), number) != numbers.end();
}

// Counted from the beginning or, below zero, from the end of so many.
bool has_place(const std::vector<int>& numbers, int number, int of) {
    return has(numbers, number) || has(numbers, number - of - 1);
}

int month_number(Date date) {
    const auto day = time::year_month_day(date);
    return day.year * 12 + static_cast<int>(day.month) - 1;
}

Date first_of_month(int number) { return *time::date_of(number / 12, static_cast<unsigned>(number % 12 + 1), 1); }

Date first_of_year(int year) { return *time::date_of(year, 1, 1); }

int days_since(time::Weekday start, Date date) {
    return (static_cast<int>(time::weekday(date)) - static_cast<int>(start) + 7) % 7;
}

// A stretch of days in which something is counted: a month or a year.
struct Span {
    Date first;
    int length;
};

Span month_of(Date date) {
    const Date first = first_of_month(month_number(date));
    return {first, first_of_month(month_number(date) + 1) - first};
}

Span year_of(Date date) {
    const int year = time::year_month_day(date).year;
    return {first_of_year(year), first_of_year(year + 1) - first_of_year(year)};
}

/// The steps of a rule, and which days it takes.
class Days {
  public:
    Days(const CalendarRule& rule, Date start) : rule_(rule), start_(start) {}

    std::int64_t step(Date date) const {
        switch (rule_.frequency) {
            case Frequency::daily:
                return date - start_;
            case Frequency::weekly:
                return (first(date) - first(start_)) / 7;
            case Frequency::monthly:
                return month_number(date) - month_number(start_);
            case Frequency::yearly:
                return time::year_month_day(date).year - time::year_month_day(start_).year;
        }
        return 0;
    }

    /// Of the step that a date is in.
    Date first(Date date) const {
        switch (rule_.frequency) {
            case Frequency::daily:
                return date;
            case Frequency::weekly:
                return date - days_since(rule_.week_start, date);
            case Frequency::monthly:
                return month_of(date).first;
            case Frequency::yearly:
                return year_of(date).first;
        }
        return date;
    }

    bool takes(Date date) const {
        const auto day = time::year_month_day(date);
        const Span month = month_of(date);
        const Span year = year_of(date);
        const bool is_named = rule_.days.empty() || std::any_of(rule_.days.begin(), rule_.days.end(), [&](time::On on) {
                                  return takes_weekday(on, date, month, year);
                              });
        return is_named && (rule_.months.empty() || has(rule_.months, static_cast<int>(day.month))) &&
               (rule_.month_days.empty() || has_place(rule_.month_days, static_cast<int>(day.day), month.length)) &&
               (rule_.year_days.empty() || has_place(rule_.year_days, date - year.first + 1, year.length)) &&
               (rule_.weeks.empty() || takes_week(date)) && takes_as_start(date);
    }

  private:
    bool takes_weekday(time::On on, Date date, Span month, Span year) const {
        if (on.weekday != time::weekday(date)) return false;
        if (on.number == 0) return true;
        const bool of_year = rule_.frequency == Frequency::yearly && rule_.months.empty();
        const Span span = of_year ? year : month;
        const int from_begin = (date - span.first) / 7 + 1;
        const int from_end = (span.length - 1 - (date - span.first)) / 7 + 1;
        return on.number == from_begin || on.number == -from_end;
    }

    // A week belongs to the year that has most of its days.
    bool takes_week(Date date) const {
        const Date week = date - days_since(rule_.week_start, date);
        const Span year = year_of(week + 3);
        const auto week_one = [&](Date new_year) {
            const int since = days_since(rule_.week_start, new_year);
            return since <= 3 ? new_year - since : new_year + (7 - since);
        };
        const int number = (week - week_one(year.first)) / 7 + 1;
        return has_place(rule_.weeks, number, (week_one(year.first + year.length) - week_one(year.first)) / 7);
    }

    // What the rule leaves open is as with the start.
    bool takes_as_start(Date date) const {
        if (!rule_.days.empty() || !rule_.month_days.empty() || !rule_.year_days.empty()) return true;
        const auto day = time::year_month_day(date);
        const auto start = time::year_month_day(start_);
        if (rule_.frequency == Frequency::daily) return true;
        if (rule_.frequency == Frequency::weekly || !rule_.weeks.empty())
            return time::weekday(date) == time::weekday(start_);
        const bool any_month = rule_.frequency == Frequency::monthly || !rule_.months.empty();
        return day.day == start.day && (any_month || day.month == start.month);
    }

    const CalendarRule& rule_;
    Date start_;
};

// Those of a step's days that BYSETPOS takes.
std::vector<Date> placed(const CalendarRule& rule, const std::vector<Date>& days) {
    if (rule.positions.empty()) return days;
    std::vector<Date> taken;
    for (std::size_t i = 0; i < days.size(); ++i)
        if (has_place(rule.positions, static_cast<int>(i) + 1, static_cast<int>(days.size()))) taken.push_back(days[i]);
    return taken;
}

std::optional<std::vector<int>> numbers_of(const std::string& list) {
    std::vector<int> numbers;
    for (const std::string& word : values_of(list)) {
        const bool negative = word.starts_with('-');
        const auto number = time::whole_number(std::string_view(word).substr(negative ? 1 : 0));
        if (!number) return std::nullopt;
        numbers.push_back(negative ? -*number : *number);
    }
    return numbers;
}

std::optional<time::Weekday> weekday_of(std::string_view word) {
    constexpr std::string_view words[] = {"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
    const auto found = std::find(std::begin(words), std::end(words), word);
    if (found == std::end(words)) return std::nullopt;
    return static_cast<time::Weekday>(found - std::begin(words));
}

std::optional<std::vector<time::On>> days_of(const std::string& list) {
    std::vector<time::On> days;
    for (const std::string& word : values_of(list)) {
        const auto weekday =
            weekday_of(std::string_view(word).substr(word.size() - std::min<std::size_t>(2, word.size())));
        const auto number =
            word.size() == 2 ? std::optional(std::vector{0}) : numbers_of(word.substr(0, word.size() - 2));
        if (!weekday || !number) return std::nullopt;
        if (const time::On on{*weekday, number->front()}; std::find(days.begin(), days.end(), on) == days.end())
            days.push_back(on);
    }
    return days;
}

std::optional<Date> last_start(const std::string& until, time::WallTime start, const time::Zone& zone) {
    const auto stamp = parse_stamp(until);
    if (!stamp) return std::nullopt;
    if (stamp->is_date) return stamp->time.date;
    const time::WallTime last = stamp->is_utc ? zone.wall_time({time::linear(stamp->time)}) : stamp->time;
    return last.seconds >= start.seconds ? last.date : last.date - 1;
}

/// The parts of one rule.
class Parts {
  public:
    explicit Parts(const std::string& text) {
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t end = std::min(text.find(';', at), text.size());
            const std::string part = text.substr(at, end - at);
            parts_[part.substr(0, part.find('='))] = part.substr(std::min(part.find('='), part.size() - 1) + 1);
            at = end + 1;
        }
    }
    const std::string* find(const std::string& name) const {
        const auto found = parts_.find(name);
        return found == parts_.end() ? nullptr : &found->second;
    }
    // False when it is there and is no list of numbers.
    bool read(const std::string& name, std::vector<int>& numbers) const {
        const std::string* list = find(name);
        const auto read = list ? numbers_of(*list) : std::vector<int>{};
        if (read) numbers = *read;
        return read.has_value();
    }
    // Whether a part that is of the clock says what the start says anyway.
    bool is_only(const std::string& name, int of_start) const {
        const std::string* list = find(name);
        return !list || numbers_of(*list) == std::vector{of_start};
    }

  private:
    std::map<std::string, std::string> parts_;
};

std::optional<Frequency> frequency_of(const std::string* word) {
    constexpr std::string_view words[] = {"DAILY", "WEEKLY", "MONTHLY", "YEARLY"};
    const auto found = word ? std::find(std::begin(words), std::end(words), *word) : std::end(words);
    if (found == std::end(words)) return std::nullopt;
    return static_cast<Frequency>(found - std::begin(words));
}

}  // namespace

std::optional<CalendarRule> parse_calendar_rule(const std::string& text, time::WallTime start, const time::Zone& zone) {
    const Parts parts(text);
    const auto frequency = frequency_of(parts.find("FREQ"));
    if (!frequency || parts.find("RSCALE") || parts.find("SKIP")) return std::nullopt;
    if (!parts.is_only("BYHOUR", start.seconds / 3600) || !parts.is_only("BYMINUTE", start.seconds / 60 % 60) ||
        !parts.is_only("BYSECOND", start.seconds % 60))
        return std::nullopt;
    CalendarRule rule;
    rule.frequency = *frequency;
    std::vector<int> interval;
    std::vector<int> count;
    const bool are_numbers = parts.read("INTERVAL", interval) && parts.read("COUNT", count) &&
                             parts.read("BYMONTH", rule.months) && parts.read("BYMONTHDAY", rule.month_days) &&
                             parts.read("BYYEARDAY", rule.year_days) && parts.read("BYWEEKNO", rule.weeks) &&
                             parts.read("BYSETPOS", rule.positions);
    if (!are_numbers) return std::nullopt;
    if (!interval.empty()) rule.interval = std::max(1, interval.front());
    if (!count.empty()) rule.count = count.front();
    if (const std::string* until = parts.find("UNTIL")) {
        rule.until = last_start(*until, start, zone);
        if (!rule.until) return std::nullopt;
    }
    if (const std::string* week = parts.find("WKST")) rule.week_start = weekday_of(*week).value_or(time::Weekday::mon);
    if (const std::string* days = parts.find("BYDAY")) {
        const auto read = days_of(*days);
        if (!read) return std::nullopt;
        rule.days = *read;
    }
    const bool of_short_step = rule.frequency == Frequency::daily || rule.frequency == Frequency::weekly;
    const bool has_numbered =
        std::any_of(rule.days.begin(), rule.days.end(), [](time::On on) { return on.number != 0; });
    if (of_short_step && has_numbered) return std::nullopt;
    return rule;
}

std::optional<time::Rule> as_rule(const CalendarRule& rule, Date start) {
    const bool is_yearly = rule.frequency == Frequency::yearly;
    const bool is_of_months = is_yearly || rule.frequency == Frequency::monthly;
    const int interval = is_yearly ? rule.interval * 12 : rule.interval;
    const std::vector<int> own_month{static_cast<int>(time::year_month_day(start).month)};
    if (interval > longest_interval || rule.count > most_counted) return std::nullopt;
    if (!rule.year_days.empty() || !rule.weeks.empty() || !rule.positions.empty()) return std::nullopt;
    if (!rule.months.empty() && !(is_yearly && rule.months == own_month)) return std::nullopt;
    if (!rule.month_days.empty() && (!is_of_months || !rule.days.empty())) return std::nullopt;
    const bool names_days = !rule.month_days.empty() || !rule.days.empty();
    if (is_yearly && names_days && rule.months.empty()) return std::nullopt;
    time::Rule same;
    same.every = {is_of_months                          ? time::Unit::month
                  : rule.frequency == Frequency::weekly ? time::Unit::week
                                                        : time::Unit::day,
                  interval};
    for (const int day : rule.month_days) same.on.push_back({std::nullopt, day});
    for (const time::On on : rule.days) {
        if (on.number < -5 || on.number > 5) return std::nullopt;
        same.on.push_back(on);
    }
    // A week's own day need not be named.
    if (same.every.unit == time::Unit::week && same.on == std::vector{time::On{time::weekday(start), 0}})
        same.on.clear();
    const bool week_matters = same.every.unit == time::Unit::week && interval > 1;
    if (week_matters) same.week_start = rule.week_start;
    same.until = rule.until;
    same.count = rule.count;
    return same;
}

std::optional<CalendarRule> moved(const CalendarRule& rule, int days) {
    if (days == 0) return rule;
    const bool is_of_dates = !rule.months.empty() || !rule.month_days.empty() || !rule.year_days.empty() ||
                             !rule.weeks.empty() || !rule.positions.empty();
    const bool is_short = rule.frequency == Frequency::daily || rule.frequency == Frequency::weekly;
    if (is_of_dates || !is_short) return std::nullopt;
    CalendarRule earlier = rule;
    const auto move = [&](time::Weekday& day) {
        day = static_cast<time::Weekday>(((static_cast<int>(day) - days) % 7 + 7) % 7);
    };
    for (time::On& on : earlier.days)
        if (on.weekday) move(*on.weekday);
    move(earlier.week_start);
    if (earlier.until) earlier.until = *earlier.until - days;
    return earlier;
}

std::vector<Date> dates_within(const CalendarRule& rule, Date start, Date first, Date last, std::int64_t& budget) {
    const Days days(rule, start);
    if (rule.until) last = std::min(last, *rule.until);
    std::vector<Date> dates;
    int count = 0;
    Date day = days.first(rule.count ? start : std::max(start, first));
    while (day <= last && budget >= 0) {
        const std::int64_t step = days.step(day);
        std::vector<Date> of_step;
        for (; days.step(day) == step; day = day + 1, --budget)
            if (step % rule.interval == 0 && days.takes(day)) of_step.push_back(day);
        for (const Date date : placed(rule, of_step)) {
            if (date < start || date > last || (rule.count && count >= *rule.count)) continue;
            ++count;
            if (date >= first) dates.push_back(date);
        }
        if (rule.count && count >= *rule.count) break;
    }
    return dates;
}

}  // namespace backops::exchange
