#include "time/recurrence.h"

#include <algorithm>
#include <bit>
#include <iterator>

#include "time/pattern.h"

namespace backops::time {

namespace {

Date end_of_calendar() { return *date_of(2999, 12, 31); }

template <typename Visit>
void walk(const Rule& rule, Date start, Date first, Date last, Visit visit) {
    first = std::max(first, start);
    last = std::min({last, rule.until.value_or(last), end_of_calendar()});
    if (first > last) return;
    const Pattern pattern(rule, start);
    if (!pattern.names_a_day()) return;
    if (rule.count) last = pattern.counted(*rule.count, last);

    std::vector<Date> skipped;
    std::copy_if(rule.skip.begin(), rule.skip.end(), std::back_inserter(skipped),
                 [&](Date date) { return date >= first && date <= last; });
    std::sort(skipped.begin(), skipped.end());
    auto skip = skipped.cbegin();
    if (first > last) return;
    const std::int64_t final = pattern.period_at(last);
    for (std::int64_t number = pattern.period_at(first); number <= final; ++number) {
        auto [begin, days] = pattern.period(number);
        for (; days != 0; days &= days - 1) {
            const Date date = begin + std::countr_zero(days);
            if (date < first) continue;
            if (date > last) return;
            while (skip != skipped.cend() && *skip < date) ++skip;
            if (skip != skipped.cend() && *skip == date) continue;
            if (!visit(date)) return;
        }
    }
}

}  // namespace

std::vector<Date> dates_within(const Rule& rule, Date start, Date first, Date last) {
    std::vector<Date> dates;
    walk(rule, start, first, last, [&](Date date) {
        dates.push_back(date);
        return true;
    });
    return dates;
}

std::optional<Date> next_on_or_after(const Rule& rule, Date start, Date from) {
    std::optional<Date> next;
    walk(rule, start, from, end_of_calendar(), [&](Date date) {
        next = date;
        return false;
    });
    return next;
}

bool starts_in_rule(const Rule& rule, Date start) {
    const Period period = Pattern(rule, start).period(0);
    return (period.days >> (start - period.first) & 1) != 0;
}

}  // namespace backops::time
