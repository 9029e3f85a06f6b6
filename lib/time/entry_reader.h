#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "time/entry.h"
#include "time/numeric.h"

namespace backops::time {

/// What a typed time means, and how it was said.
struct Reading {
    Entered entered;
    bool by_name = false;  ///< the start of a record, by its id alone
};

/// Why a text is no time. Each of `instead` may stand for `count` words from `from` on; it is offered when the text
/// reads well with it.
struct Miss {
    std::string error;
    std::size_t from = 0;
    std::size_t count = 0;
    std::vector<std::string> instead;
    bool guess = false;  ///< `instead` are near misses of what was typed
    std::vector<std::string> hints;
};

/// Reads one text of backops-times(7) from left to right.
class EntryReader {
  public:
    EntryReader(std::string_view text, const Setting& setting);
    /// False: `miss` says why.
    bool read();

    Reading reading;
    Miss miss;
    /// The words as typed, without the noise.
    const std::vector<std::string>& words() const { return typed_; }
    /// The same with `instead` in the place of some.
    std::string with(std::size_t from, std::size_t count, std::string_view instead) const;

  private:
    bool fail(std::string error, std::size_t from, std::size_t count, std::vector<std::string> instead = {},
              bool guess = false);
    bool fail_all(std::string error, std::vector<std::string> instead = {});
    bool is(std::size_t at, std::string_view word) const { return at < words_.size() && words_[at] == word; }
    std::string rest_from(std::size_t at) const;
    bool finish(WallTime time, bool is_date, bool has_date);
    bool said_examples(std::string error, std::string hint);

    bool read_words();
    bool unknown_word();
    bool combine();
    bool settle_weekday();

    std::optional<WallTime> now();
    bool take_now();
    bool read_distance();
    bool distance_of_days(int number, bool weeks);
    bool distance_of_time();
    bool read_from_name();
    bool unknown_name();
    std::optional<WallTime> start_of(std::string_view id) const;
    bool take_name();
    bool length_instead();
    bool glued_sign();

    bool take_day();
    bool set_day(Date day, bool of_calendar, std::size_t count);
    bool names_two_days();
    bool take_relative_day();
    bool take_numbered_day();
    bool take_next();
    bool take_weekday();
    bool take_numeric_date();
    bool take_month_day();
    bool take_day_of_month(std::size_t at, int number, unsigned month, std::size_t count);
    std::vector<Days> weekdays(Weekday day) const;
    static std::vector<Days> weekdays_in(const std::vector<Days>& spans, Weekday day);

    bool take_clock();
    std::pair<std::string, std::size_t> clock_words() const;
    std::optional<Instant> instant_of(Date day, bool of_calendar) const;
    std::optional<std::string> here(Date day, bool of_calendar) const;
    bool refuse_offset();
    bool set_clock(const ClockWord& word, std::size_t count);

    const Setting& setting_;
    std::string text_;
    std::vector<std::string> typed_;
    std::vector<std::string> words_;  ///< lower case
    std::size_t pos_ = 0;
    bool failed_ = false;
    std::optional<Date> day_;
    bool of_calendar_ = false;  ///< the day was given as a date, so that its clock times are the calendar's
    std::optional<Weekday> weekday_;
    std::size_t weekday_at_ = 0;
    std::optional<TypedClock> clock_;
    std::optional<ClockWord> elsewhere_;  ///< a clock time with an offset from UTC
    std::size_t elsewhere_at_ = 0, elsewhere_count_ = 0;
    std::size_t joined_clock_ = std::string::npos;  ///< the word that a T joined to its date
    std::optional<TypedClock> default_clock_;       ///< what `tonight` means when no other is given
};

/// A clock time with days of the event's own to go with it.
std::string examples_hint(const Setting& setting, std::string_view clock);
/// Examples of what would be understood, from the event's own days, where nothing says what was meant: of times and of
/// days.
std::string forms_hint(const Setting& setting);
std::string days_hint(const Setting& setting);

/// What a clock shows at a moment, as it is typed; nothing where it shows that twice and the first is meant by it.
std::optional<std::string> wall_text_at(const Zone& zone, Instant instant);

/// The time on a show day: before `day_start` it is written past midnight.
WallTime on_show_day(Date day, TypedClock clock, std::int32_t day_start);

}  // namespace backops::time
