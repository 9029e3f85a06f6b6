#include <fmt/format.h>

#include <algorithm>

#include "text/wording.h"
#include "time/entry_reader.h"
#include "time/phrase.h"
#include "time/scan.h"

namespace backops::time {

namespace {

constexpr std::string_view long_months[] = {"january", "february", "march",     "april",   "may",      "june",
                                            "july",    "august",   "september", "october", "november", "december"};

std::optional<unsigned> month_of(std::string_view lower) {
    for (unsigned month = 1; month <= 12; ++month)
        if (lower == month_name(month) || lower == long_months[month - 1]) return month;
    if (lower == "sept") return 9;
    return std::nullopt;
}

/// `12`, `12th`.
std::optional<int> number_of_day(std::string_view lower) {
    for (std::string_view suffix : {"st", "nd", "rd", "th"})
        if (lower.size() > 2 && lower.ends_with(suffix)) lower.remove_suffix(2);
    if (lower.size() > 2) return std::nullopt;
    return whole_number(lower);
}

std::optional<int> year_word(std::string_view word) {
    const auto year = word.size() == 4 ? whole_number(word) : std::nullopt;
    return year && *year >= 1900 && *year <= 2999 ? year : std::nullopt;
}

}  // namespace

bool EntryReader::take_day() {
    if (take_relative_day() || failed_) return !failed_;
    if (take_numbered_day() || failed_) return !failed_;
    if (take_next() || failed_) return !failed_;
    if (take_weekday() || failed_) return !failed_;
    if (take_numeric_date() || failed_) return !failed_;
    return take_month_day();
}

bool EntryReader::set_day(Date day, bool of_calendar, std::size_t count) {
    if (day_) return names_two_days();
    day_ = day;
    of_calendar_ = of_calendar;
    pos_ += count;
    return true;
}

bool EntryReader::names_two_days() {
    return said_examples(fmt::format("{} names two days", text::quoted(text_)), "keep one of them");
}

bool EntryReader::take_relative_day() {
    constexpr std::pair<std::string_view, int> known[] = {
        {"today", 0}, {"tonight", 0}, {"tomorrow", 1}, {"yesterday", -1}};
    for (const auto& [word, days] : known) {
        if (!is(pos_, word)) continue;
        const auto time = now();
        if (!time || !set_day(show_day(*time, setting_.day_start) + days, false, 1)) return false;
        if (word == "tonight") default_clock_ = TypedClock{20 * 3600, false};
        return true;
    }
    return false;
}

bool EntryReader::take_numbered_day() {
    if (!is(pos_, "day")) return false;
    const std::string said = pos_ + 1 < words_.size() ? typed_[pos_ + 1] : "";
    const bool negative = said.starts_with('-');
    const auto number = whole_number(negative ? said.substr(1) : said);
    const int days = setting_.last - setting_.first + 1;
    if (number && !negative && *number >= 1 && *number <= days)
        return set_day(setting_.first + (*number - 1), false, 2);
    if (number)
        return fail(fmt::format("{} is none of the event's {}", text::quoted("day " + said),
                                text::counted(static_cast<std::size_t>(days), "day")),
                    pos_, 2, {fmt::format("day {}", negative || *number < 1 ? 1 : days)}, true);
    return fail(fmt::format("no number follows `day` in {}", text::quoted(text_)), pos_,
                said.empty() || read_clock(said) ? 1 : 2, {"day 1"}, true);
}

bool EntryReader::take_next() {
    const bool next = is(pos_, "next");
    if (!next && !is(pos_, "this") && !is(pos_, "last")) return false;
    if (pos_ + 1 == words_.size()) return false;
    const std::string& unit = words_[pos_ + 1];
    if (next && unit == "week") {
        const auto time = now();
        return time && set_day(show_day(*time, setting_.day_start) + 7, false, 2);
    }
    if (parse_weekday(unit))
        return fail(fmt::format("{} can mean two days", text::quoted(typed_[pos_] + ' ' + typed_[pos_ + 1])), pos_, 2,
                    {unit});
    if (next && unit == "day") return fail("`next day` does not say after which", pos_, 2, {"tomorrow"});
    return false;
}

bool EntryReader::take_weekday() {
    const auto day = parse_weekday(words_[pos_]);
    if (!day) return false;
    if (weekday_) return names_two_days();
    weekday_ = day;
    weekday_at_ = pos_++;
    return true;
}

bool EntryReader::take_numeric_date() {
    const std::string& word = words_[pos_];
    if (const auto date = parse_date(word)) return set_day(*date, true, 1);
    if (word.size() == 8 && whole_number(word)) {
        const std::string hyphened = fmt::format("{}-{}-{}", word.substr(0, 4), word.substr(4, 2), word.substr(6));
        return fail(fmt::format("{} has no hyphens", text::quoted(word)), pos_, 1, {hyphened});
    }
    if (numeric_date_length(word) != word.size()) return false;
    const Amiss amiss = amiss_date(word);
    return fail(amiss.error, pos_, 1, amiss.instead, amiss.guess);
}

bool EntryReader::take_month_day() {
    if (pos_ + 1 == words_.size()) return false;
    const std::string &first = words_[pos_], &second = words_[pos_ + 1];
    auto month = month_of(first);
    auto number = month ? number_of_day(second) : number_of_day(first);
    if (!month) month = month_of(second);
    if (!month || !number) return false;
    const auto year = pos_ + 2 < words_.size() ? year_word(words_[pos_ + 2]) : std::nullopt;
    if (!year) return take_day_of_month(pos_, *number, *month, 2);
    const auto date = date_of(*year, *month, static_cast<unsigned>(*number));
    if (date) return set_day(*date, true, 3);
    return fail(fmt::format("{} is no day", text::quoted(fmt::format("{} {} {}", first, second, *year))), pos_, 3);
}

/// Without a year: that whose day is nearest to the event's.
bool EntryReader::take_day_of_month(std::size_t at, int number, unsigned month, std::size_t count) {
    const int year = year_month_day(setting_.first).year;
    std::optional<Date> best;
    for (int candidate = year - 1; candidate <= year + 1; ++candidate) {
        const auto date = date_of(candidate, month, static_cast<unsigned>(number));
        if (date && (!best || std::abs(*date - setting_.first) < std::abs(*best - setting_.first))) best = date;
    }
    if (best) return set_day(*best, true, count);
    const std::string said = typed_[at] + ' ' + typed_[at + 1];
    std::vector<std::string> instead;
    for (int last = 28; last < number && date_of(year, month, static_cast<unsigned>(last)); ++last)
        instead = {fmt::format("{} {}", last, month_name(month))};
    return fail(fmt::format("{} is no day of {}", text::quoted(said), year), at, count, instead, true);
}

// The event's own days are meant first: a load-in that has a Saturday too does not make `sat` doubtful.
std::vector<Days> EntryReader::weekdays(Weekday day) const {
    std::vector<Days> found = weekdays_in({{"the event", setting_.first, setting_.last}}, day);
    if (found.empty() && setting_.timeframes) found = weekdays_in(setting_.timeframes(), day);
    return found;
}

std::vector<Days> EntryReader::weekdays_in(const std::vector<Days>& spans, Weekday day) {
    std::vector<Days> found;
    for (const Days& span : spans) {
        const int wait = (static_cast<int>(day) - static_cast<int>(weekday(span.first)) + 7) % 7;
        for (Date date = span.first + wait; date <= span.last && found.size() < 100; date = date + 7)
            if (std::none_of(found.begin(), found.end(), [&](const Days& one) { return one.first == date; }))
                found.push_back({span.name, date, date});
    }
    std::sort(found.begin(), found.end(), [](const Days& a, const Days& b) { return a.first < b.first; });
    return found;
}

bool EntryReader::settle_weekday() {
    const std::string& typed = typed_[weekday_at_];
    if (day_) {
        if (weekday(*day_) == *weekday_) return true;
        return fail(fmt::format("{} is a {}, not a {}", long_day(*day_), short_name(weekday(*day_)), typed),
                    weekday_at_, 1, {std::string(short_name(weekday(*day_)))}, true);
    }
    const auto written = [&](Date date) {
        if (elsewhere_) return here(date, false).value_or(to_text(date));
        return clock_ ? to_text(on_show_day(date, *clock_, setting_.day_start)) : to_text(date);
    };
    const std::vector<Days> found = weekdays(*weekday_);
    if (found.size() == 1) {
        day_ = found.front().first;
        return true;
    }
    std::vector<std::string> places, instead;
    for (const Days& one : found) {
        const std::string name = one.name == "the event" ? one.name : text::quoted(one.name);
        places.push_back(fmt::format("{} ({})", long_day(one.first), name));
        if (instead.size() < 5) instead.push_back(written(one.first));
    }
    if (!found.empty())
        return fail_all(fmt::format("{} can be {}", text::quoted(typed), text::listed(places, 5)), instead);
    // Load-in comes before the event as load-out does behind it.
    Date before = setting_.first - 1, behind = setting_.last + 1;
    while (weekday(before) != *weekday_) before = before - 1;
    while (weekday(behind) != *weekday_) behind = behind + 1;
    const bool framed = setting_.timeframes && !setting_.timeframes().empty();
    return fail_all(fmt::format("{} is none of the event's days, {}{}", text::quoted(typed),
                                days_text(setting_.first, setting_.last), framed ? ", nor in a time frame" : ""),
                    {written(before), written(behind)});
}

}  // namespace backops::time
