#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "schedule/calendars.h"

namespace backops::schedule {

/// Something that takes a person on a show day.
struct Taken {
    Entry entry;  ///< of their own calendar, or of their collaborator's
    Reason reason = Reason::own;
    bool is_team = false;        ///< by their collaborator alone
    bool is_work = false;        ///< counts for when they must be there and are out
    std::vector<Stretch> parts;  ///< what is left of it for them, in order; empty: all of it

    std::span<const Stretch> left() const { return parts.empty() ? std::span(&entry.time, 1) : std::span(parts); }
};

/// What a person does not have of their team's day, and what took it: their own first call, that they or their team are
/// away, work of their own that covers it.
struct Lost {
    enum class Cause : std::uint8_t { call, away, covered };
    Entry entry;
    Cause cause = Cause::call;
};

/// Where the calls of a person's show day come from, in this order: their own, their team's, the event's. Without any,
/// their first work is what they must be there for.
enum class CallSource : std::uint8_t { own, team, event, first };

/// A person's show day: the one answer to where and when somebody must be (backops-schedule(1)). Times are instants;
/// `first` and `last` are nothing where the day has neither calls nor work.
struct PersonDay {
    time::Date day;
    CallSource source = CallSource::first;
    std::vector<Taken> entries;  ///< in order of time, with what is optional; the event's own calls are none
    std::vector<Taken> calls;    ///< theirs, in order
    std::vector<Entry> meals;    ///< that feed them, in order, each once
    std::vector<Lost> lost;      ///< in order of time
    std::vector<Stretch> work;   ///< work and calls that have a length, merged, in order; moments of work too
    std::vector<Stretch> pairs;  ///< from being there to being out; two and more where `rules.split` cuts the day

    std::optional<Entry> first;  ///< what they must be there for; `time` is what is left of it
    std::optional<Entry> last;   ///< what ends last; nothing where a call that is a moment is all
    bool first_is_tentative = false, last_is_tentative = false;
    std::optional<time::Instant> first_work;

    bool has_times() const { return first.has_value(); }
    /// The time to be there. Only where the day has times.
    time::Instant there() const { return first->time.from; }
    std::optional<time::Instant> out() const { return last ? std::optional(last->time.until) : std::nullopt; }
    /// Of several calls of a team nobody knows whose is whose: such days are printed, not checked.
    bool is_certain() const { return source != CallSource::team || calls.size() == 1; }
};

/// When a person travels on any of their days, merged.
std::vector<Stretch> travels_of(std::span<const PersonDay> days);

/// The rest between two of a person's days that have times, in seconds: from the out of the one to the time to be there
/// of the other, less the time that they travel in between. Nothing where the first has no out, or where either is not
/// certain. Less than 0 where the next call is before the out.
std::optional<std::int64_t> rest_between(std::span<const Stretch> travels, const PersonDay& before,
                                         const PersonDay& next);

/// Whether an instant lies between being there and being out.
bool is_there(const PersonDay& day, Stretch asked);

}  // namespace backops::schedule
