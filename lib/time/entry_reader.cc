#include "time/entry_reader.h"

#include <fmt/format.h>

#include <algorithm>

#include "text/near_miss.h"
#include "text/wording.h"
#include "time/phrase.h"
#include "time/scan.h"

namespace backops::time {

namespace {

bool is_noise(std::string_view lower) { return lower == "at"; }

/// Where an ISO date ends and its T and clock begin: `2026-06-12t14:00`.
std::size_t joined_date(std::string_view lower) {
    const std::size_t length = numeric_date_length(lower);
    const bool joined = length != 0 && length + 1 < lower.size() && lower[length] == 't' && is_digit(lower[length + 1]);
    return joined ? length : 0;
}

/// `joined` is set to the place of the clock time that a T joins to its date, if one does.
std::vector<std::string> words_of(std::string_view text, std::size_t& joined) {
    std::vector<std::string> words;
    std::string word;
    const auto end_word = [&] {
        const std::string lower = lowered(word);
        if (const std::size_t length = joined_date(lower)) {
            words.push_back(word.substr(0, length));
            joined = words.size();
            words.push_back(word.substr(length + 1));
        } else if (!word.empty() && !is_noise(lower)) {
            words.push_back(word);
        }
        word.clear();
    };
    for (char c : text) {
        if (c == ',' || is_blank(c))
            end_word();
        else
            word += c;
    }
    end_word();
    return words;
}

}  // namespace

WallTime on_show_day(Date day, TypedClock clock, std::int32_t day_start) {
    if (clock.past_midnight || clock.seconds >= day_start) return {day, clock.seconds};
    const WallTime next{day + 1, clock.seconds};
    return written_on(day, next);
}

EntryReader::EntryReader(std::string_view text, const Setting& setting)
    : setting_(setting), text_(trimmed(with_plain_blanks(text))) {
    typed_ = words_of(text_, joined_clock_);
    for (const std::string& word : typed_) words_.push_back(lowered(word));
}

bool EntryReader::fail(std::string error, std::size_t from, std::size_t count, std::vector<std::string> instead,
                       bool guess) {
    failed_ = true;
    miss = {std::move(error), from, count, std::move(instead), guess, {}};
    return false;
}

bool EntryReader::fail_all(std::string error, std::vector<std::string> instead) {
    return fail(std::move(error), 0, words_.size(), std::move(instead));
}

std::string EntryReader::with(std::size_t from, std::size_t count, std::string_view instead) const {
    std::string text;
    const auto add = [&](std::string_view word) {
        if (!text.empty() && !word.empty()) text += ' ';
        text += word;
    };
    for (std::size_t at = 0; at < typed_.size(); ++at) {
        if (at == from) add(instead);
        if (at < from || at >= from + count) add(typed_[at]);
    }
    return text;
}

/// Nothing that was typed says what was meant.
bool EntryReader::said_examples(std::string error, std::string hint) {
    fail_all(std::move(error));
    miss.hints = {std::move(hint)};
    return false;
}

std::string EntryReader::rest_from(std::size_t at) const {
    std::string rest;
    for (; at < typed_.size(); ++at) rest += (rest.empty() ? "" : " ") + typed_[at];
    return rest;
}

bool EntryReader::finish(WallTime time, bool is_date, bool has_date) {
    reading.entered = {time, is_date, has_date};
    if (!has_date) return true;
    const int year = year_month_day(time.date).year;
    if (year < 1900 || year > 2999)
        return fail_all(fmt::format("{} is outside the years 1900 to 2999", text::quoted(text_)));
    return true;
}

bool EntryReader::read() {
    const std::string plain = with_plain_digits(text_);
    if (words_.empty()) return fail_all("a time is missing");
    if (plain != text_)
        return fail_all(fmt::format("{} has digits or signs that are not the plain ones", text::quoted(text_)),
                        {plain});
    if (is(0, "in")) return read_distance();
    if (words_.size() > 1 && (is(1, "+") || is(1, "-"))) return read_from_name();
    if (words_.size() == 1 && is(0, "now")) return take_now();
    if (read_words()) return true;
    // A word that reads as a time is a time; any other may be the id of a record.
    if (words_.size() > 1) return false;
    return take_name() || length_instead();
}

/// `14h30` may be meant as 14:30 or as a distance from now.
bool EntryReader::length_instead() {
    const auto length = parse_duration(words_[0]);
    if (!length || length->seconds == 0) return false;
    std::vector<std::string> instead;
    if (!miss.guess) instead = miss.instead;
    instead.push_back("in " + to_text(*length));
    return fail_all(fmt::format("{} is a length of time, not a point in it", text::quoted(text_)), instead);
}

bool EntryReader::read_words() {
    while (pos_ < words_.size()) {
        if (take_day() || (!failed_ && take_clock())) continue;
        return failed_ ? false : unknown_word();
    }
    return combine();
}

bool EntryReader::unknown_word() {
    const std::string& typed = typed_[pos_];
    if (glued_sign()) return false;
    if (words_.size() == 1)
        fail(fmt::format("{} is no time, and no activity or time frame has that id", text::quoted(typed)), pos_, 1);
    else
        fail(fmt::format("{} in {} is no time", text::quoted(typed), text::quoted(text_)), pos_, 1);
    std::vector<std::string> candidates{"monday",   "tuesday", "wednesday", "thursday",  "friday",  "saturday",
                                        "sunday",   "today",   "tomorrow",  "yesterday", "tonight", "noon",
                                        "midnight", "morning", "afternoon", "evening",   "night",   "next",
                                        "week",     "now",     "day"};
    for (int i = 0; i < 7; ++i) candidates.emplace_back(short_name(static_cast<Weekday>(i)));
    for (unsigned month = 1; month <= 12; ++month) candidates.emplace_back(month_name(month));
    for (std::string_view month : {"january", "february", "march", "april", "june", "july", "august", "september",
                                   "october", "november", "december"})
        candidates.emplace_back(month);
    if (words_.size() == 1 && setting_.names)
        for (std::string& name : setting_.names()) candidates.push_back(std::move(name));
    if (const auto near = text::nearest(words_[pos_], candidates)) miss.instead = {*near};
    miss.guess = true;
    return false;
}

bool EntryReader::combine() {
    if (!clock_) clock_ = default_clock_;
    if (weekday_ && !settle_weekday()) return false;
    if (elsewhere_) return refuse_offset();
    if (!day_) return finish({{}, clock_->seconds}, false, false);
    if (!clock_) return finish({*day_, 0}, true, true);
    if (of_calendar_) return finish({*day_, clock_->seconds}, false, true);
    return finish(on_show_day(*day_, *clock_, setting_.day_start), false, true);
}

std::optional<WallTime> EntryReader::now() {
    if (setting_.now) {
        WallTime time = setting_.now();
        time.seconds -= time.seconds % 60;
        return time;
    }
    fail_all(fmt::format("{} needs to know the time now", text::quoted(text_)));
    return std::nullopt;
}

bool EntryReader::take_now() {
    const auto time = now();
    return time && finish(*time, false, true);
}

namespace {

std::string examples(const Setting& setting, std::string_view clock) {
    const std::string time = clock.empty() ? "" : fmt::format(" {:0>5}", clock);
    std::vector<Days> spans;
    if (setting.timeframes) spans = setting.timeframes();
    const auto other_day = [&](Date day) {
        for (const Days& span : spans)
            for (int weeks = -5; weeks <= 5; ++weeks)
                if (const Date other = day + 7 * weeks; other != day && span.first <= other && other <= span.last)
                    return true;
        return false;
    };
    std::vector<std::string> examples;
    for (Date day = setting.first; day <= setting.last && day - setting.first < 7 && examples.empty(); day = day + 1)
        if (day + 7 > setting.last && !other_day(day))
            examples.push_back(fmt::format("`{}{}`", short_name(weekday(day)), time));
    examples.push_back(fmt::format("`day 1{}`", time));
    const std::string weekday_first = examples.size() > 1 ? examples.front() + ", " : "";
    return fmt::format("{}{} or `{}{}`", weekday_first, examples.back(), to_text(setting.first), time);
}

}  // namespace

std::string examples_hint(const Setting& setting, std::string_view clock) {
    return "write the day too, such as " + examples(setting, clock);
}

std::string forms_hint(const Setting& setting) { return "write a time such as " + examples(setting, "14:00"); }

std::string days_hint(const Setting& setting) { return "write a day such as " + examples(setting, ""); }

}  // namespace backops::time
