#include <fmt/format.h>

#include "text/wording.h"
#include "time/entry_reader.h"
#include "time/scan.h"

namespace backops::time {

namespace {

bool has_clock_shape(std::string_view word) {
    return is_digit(word[0]) && word.find_first_not_of("0123456789:.") == word.npos;
}

}  // namespace

std::optional<std::string> wall_text_at(const Zone& zone, Instant instant) {
    const WallTime here = zone.wall_time(instant);
    return zone.at(here).instant == instant ? std::optional(to_text(here)) : std::nullopt;
}

/// The clock time that begins here in as many words as it has: `2 pm`, `2:00 p. m.`, `01:30 +1`, `12:00 UTC`.
std::pair<std::string, std::size_t> EntryReader::clock_words() const {
    const std::string& word = words_[pos_];
    if (!has_clock_shape(word)) return {typed_[pos_], 1};
    std::string more;
    for (std::size_t count = 1; count <= 2 && pos_ + count < words_.size(); ++count) {
        more += words_[pos_ + count];
        const bool is_days = more.size() == 2 && more[0] == '+' && is_digit(more[1]);
        if (is_days || read_afternoon(more) || read_offset(more)) return {typed_[pos_] + ' ' + more, count + 1};
    }
    // `12 noon` and `12:00 midnight` say one thing twice.
    const bool is_twelve = word == "12" || word == "12:00";
    if (is_twelve && (is(pos_ + 1, "noon") || is(pos_ + 1, "midnight"))) return {words_[pos_ + 1], 2};
    return {typed_[pos_], 1};
}

bool EntryReader::take_clock() {
    const auto [text, count] = clock_words();
    if (const auto clock = read_clock(text)) return set_clock(*clock, count);
    const auto clock = count > 1 ? read_clock(typed_[pos_]) : std::nullopt;
    return clock && set_clock(*clock, 1);
}

bool EntryReader::set_clock(const ClockWord& word, std::size_t count) {
    if (!word.clock && !word.elsewhere) return fail(word.amiss.error, pos_, count, word.amiss.instead);
    if (clock_ || elsewhere_)
        return said_examples(fmt::format("{} has two clock times", text::quoted(text_)), "keep one of them");
    clock_ = word.clock;
    if (word.elsewhere) {
        elsewhere_ = word;
        elsewhere_at_ = pos_;
        elsewhere_count_ = count;
    }
    pos_ += count;
    return true;
}

/// The moment of a clock time that names its offset. Of a show day it is the one in which a clock here shows a time of
/// that day.
std::optional<Instant> EntryReader::instant_of(Date day, bool of_calendar) const {
    const auto zone = setting_.zone ? setting_.zone() : std::nullopt;
    if (!zone) return std::nullopt;
    for (const int later : {0, 1, -1}) {
        const auto& [seconds, offset] = *elsewhere_->elsewhere;
        const Instant instant{linear({day + later, seconds}) - offset};
        if (of_calendar || seconds >= day_seconds) return instant;
        if (show_day(zone->wall_time(instant), setting_.day_start) == day) return instant;
    }
    return std::nullopt;
}

/// What a clock here shows at that moment; nothing where it shows the same an hour earlier, which is what would be
/// read.
std::optional<std::string> EntryReader::here(Date day, bool of_calendar) const {
    const auto instant = instant_of(day, of_calendar);
    return instant ? wall_text_at(*setting_.zone(), *instant) : std::nullopt;
}

bool EntryReader::refuse_offset() {
    const std::string error = elsewhere_->amiss.error;
    const std::string zone = setting_.zone && setting_.zone() ? setting_.zone()->name() : "the place";
    const bool is_stretch_too = !elsewhere_->amiss.instead.empty() && elsewhere_at_ != joined_clock_;
    std::vector<std::string> instead;
    if (is_stretch_too) instead.push_back(with(elsewhere_at_, elsewhere_count_, elsewhere_->amiss.instead.front()));
    const bool has_one_day = setting_.first == setting_.last;
    const auto day = !day_ && has_one_day ? std::optional(setting_.first) : day_;
    const auto meant = day ? here(*day, of_calendar_) : std::nullopt;
    if (meant) instead.push_back(*meant);
    fail_all(error, instead);
    if (!meant) miss.hints = {fmt::format("write the time as a clock in {} shows it", zone)};
    return false;
}

}  // namespace backops::time
