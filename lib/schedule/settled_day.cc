#include "schedule/settled_day.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "schedule/stretches.h"

namespace backops::schedule {

namespace {

bool is_tentative(const Entry& entry) { return entry.occurrence->status() == model::Status::tentative; }

/// Gathers what a day's first and last time rest on; of two at one time on the confirmed one.
class Ends {
  public:
    explicit Ends(PersonDay& day) : day_(day) {}

    void add(const Taken& taken) {
        const bool is_maybe = is_tentative(taken.entry);
        for (const Stretch& part : taken.left()) {
            const auto first = day_.first ? part.from.seconds - day_.first->time.from.seconds : -1;
            if (first < 0 || (first == 0 && day_.first_is_tentative && !is_maybe))
                put(taken.entry, part, is_maybe, day_.first, day_.first_is_tentative);
            const auto last = day_.last ? part.until.seconds - day_.last->time.until.seconds : 1;
            if (last > 0 || (last == 0 && day_.last_is_tentative && !is_maybe))
                put(taken.entry, part, is_maybe, day_.last, day_.last_is_tentative);
            has_length_ |= taken.is_work || !is_moment(part);
        }
    }

    /// A call alone that is a moment gives no out.
    void settle() {
        if (has_length_) return;
        day_.last.reset();
        day_.last_is_tentative = false;
    }

  private:
    static void put(const Entry& entry, Stretch part, bool is_maybe, std::optional<Entry>& end, bool& is_tentative) {
        end = entry;
        end->time = part;
        is_tentative = is_maybe;
    }

    PersonDay& day_;
    bool has_length_ = false;
};

template <class Act>
void for_work(const PersonDay& day, Act act) {
    for (const Taken& taken : day.entries)
        if (taken.is_work) act(taken);
}

void set_first_work(PersonDay& day) {
    for_work(day, [&](const Taken& work) {
        const time::Instant from = work.left().front().from;
        if (!day.first_work || from < *day.first_work) day.first_work = from;
    });
}

/// A call that begins while they are away is none.
bool take_calls(const DayFrame& frame, bool of_team, PersonDay& day) {
    for (const Taken& taken : day.entries)
        if (taken.reason == Reason::call && taken.is_team == of_team && taken.entry.day == day.day &&
            !is_inside(taken.entry.time.from, frame.away))
            day.calls.push_back(taken);
    return !day.calls.empty();
}

/// The event's last one that is not too long before their first work.
bool take_event_call(const DayFrame& frame, PersonDay& day) {
    const Entry* last = nullptr;
    for (const Entry& call : frame.event_calls) {
        if (!day.first_work) break;
        const std::int64_t before = day.first_work->seconds - call.time.from.seconds;
        if (before < 0 || before > frame.general_call.seconds || is_inside(call.time.from, frame.away)) continue;
        if (!last || last->time.from <= call.time.from) last = &call;
    }
    if (last) day.calls.push_back({*last, Reason::call, false, false, without(last->time, frame.away)});
    return last != nullptr;
}

/// Their own calls, else their team's, else the event's; calls of a lower rank are nothing to them.
void set_calls(const DayFrame& frame, PersonDay& day) {
    if (take_calls(frame, false, day)) {
        day.source = CallSource::own;
        std::erase_if(day.entries, [](const Taken& taken) { return taken.is_team && taken.reason == Reason::call; });
    } else if (frame.is_with_team && take_calls(frame, true, day)) {
        day.source = CallSource::team;
    } else if (take_event_call(frame, day)) {
        day.source = CallSource::event;
    }
}

void set_times(PersonDay& day) {
    Ends ends(day);
    for (const Taken& call : day.calls) ends.add(call);
    for_work(day, [&](const Taken& work) { ends.add(work); });
    ends.settle();
}

void set_work(PersonDay& day) {
    std::vector<Stretch> all;
    for_work(day, [&](const Taken& work) { all.insert(all.end(), work.left().begin(), work.left().end()); });
    for (const Taken& call : day.calls)
        std::ranges::copy_if(call.left(), std::back_inserter(all), [](Stretch part) { return !is_moment(part); });
    day.work = merged(std::move(all));
}

bool begins_own_call(const PersonDay& day, time::Instant at) {
    const auto begins = [&](const Taken& call) { return call.entry.time.from == at; };
    return day.source == CallSource::own && std::ranges::any_of(day.calls, begins);
}

void set_pairs(const DayFrame& frame, PersonDay& day) {
    if (!day.has_times()) return;
    std::vector<Stretch> all;
    const auto add = [&](const Taken& taken) { all.insert(all.end(), taken.left().begin(), taken.left().end()); };
    std::ranges::for_each(day.calls, add);
    for_work(day, add);
    std::ranges::sort(all, {}, &Stretch::from);
    for (const Stretch& one : all) {
        const bool is_apart = !day.pairs.empty() && frame.split && begins_own_call(day, one.from) &&
                              one.from.seconds - day.pairs.back().until.seconds >= frame.split->seconds;
        if (day.pairs.empty() || is_apart)
            day.pairs.push_back(one);
        else
            day.pairs.back().until = std::max(day.pairs.back().until, one.until);
    }
    // Nobody knows how long a call that is a moment keeps them.
    if (!day.last)
        for (Stretch& pair : day.pairs) pair.until = pair.from;
}

/// Those of the day, and those of its neighbours while they are there.
void set_meals(const DayFrame& frame, PersonDay& day) {
    for (const Entry& entry : frame.meals) {
        const bool is_known = std::ranges::find(day.meals, entry.occurrence, &Entry::occurrence) != day.meals.end();
        if (!is_known && (entry.day == day.day || is_there(day, entry.time))) day.meals.push_back(entry);
    }
    std::ranges::stable_sort(day.meals, {}, [](const Entry& entry) { return entry.time.from; });
}

}  // namespace

void settle(const DayFrame& frame, PersonDay& day) {
    set_first_work(day);
    set_calls(frame, day);
    set_times(day);
    set_work(day);
    set_pairs(frame, day);
    set_meals(frame, day);
}

}  // namespace backops::schedule
