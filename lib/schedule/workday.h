#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "schedule/calendars.h"

namespace backops::schedule {

/// Where the calls of a person's show day come from, in this order: their own calendar, their team's, the event's (for
/// those who have anything of their own or their team's that day); without any, their first activity is their call.
enum class CallSource : std::uint8_t { own, team, event, first };

/// A person's show day from call to out (design, section 5), the same for checks and sheets. All-day activities,
/// `hold`, `travel` and what lasts 24 hours or more are not work. What a collaborator that does not allow overlaps (a
/// band) is required at is its people's own.
struct Workday {
    time::Date day;
    CallSource source = CallSource::own;
    std::vector<Entry> calls;    ///< in order, never empty
    std::vector<Entry> entries;  ///< their own and the calls, in order
    Entry last;                  ///< what of these ends last
    std::vector<Stretch> work;   ///< the same, merged; moments too

    time::Instant call() const { return calls.front().time.from; }
    time::Instant out() const { return last.time.until; }
    /// Of several calls of a team or the event nobody knows whose is whose: such days are printed, not checked.
    bool is_certain() const { return calls.size() == 1 || source == CallSource::own || source == CallSource::first; }
};

/// Makes the workdays of people, with what they share read once. Points into plan and calendars.
class Workdays {
  public:
    Workdays(const model::Plan& plan, const Calendars& calendars);

    /// In order of days.
    std::vector<Workday> of(const model::CrewMember& person) const;

    /// The meals that feed a person on a show day: their own, their team's and the event's, in order, each
    /// once.
    std::vector<Entry> meals(const model::CrewMember& person, time::Date day) const;

  private:
    using ByDay = std::map<time::Date, std::vector<Entry>>;
    struct Shared {
        ByDay calls, meals;
        ByDay bookings;                ///< work that books its people with it
        std::vector<time::Date> days;  ///< with any work, in order
    };
    static Shared shared(std::span<const Entry> entries);
    const Shared& team_of(const model::CrewMember& person) const;

    const Calendars& calendars_;
    Shared event_;
    std::unordered_map<std::string_view, Shared> teams_;
};

/// Whether it is work at all.
bool is_work(const Occurrence& occurrence);

}  // namespace backops::schedule
