#include "schedule/person_days.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "schedule/busy.h"
#include "schedule/settled_day.h"
#include "schedule/stretches.h"
#include "schedule/timing.h"

// Whom an activity takes is worked out person by person. Their own entries are theirs as they are. Of what sends their
// collaborator's people, theirs is what three things leave: their own first call of that day, the times that they or
// their collaborator are away, and work of their own that covers the whole rest. A check of half an hour inside a
// load-in takes nobody out of the load-in, so what is covered in part stays whole. settled_day.cc makes days of it.

namespace backops::schedule {

namespace {

constexpr time::Instant start_of_time{std::numeric_limits<std::int64_t>::min()};
constexpr time::Duration default_general_call{4 * 3600};

bool is_call(const Entry& entry) { return is_of_kind(*entry.occurrence, "call"); }
bool is_meal(const Entry& entry) { return is_of_kind(*entry.occurrence, "meal"); }

template <class T>
void sort_by_time(std::vector<T>& all) {
    std::ranges::stable_sort(all, {}, [](const T& one) { return one.entry.time.from; });
}

const std::vector<Entry>& on(const std::map<time::Date, std::vector<Entry>>& days, time::Date day) {
    static const std::vector<Entry> none;
    const auto at = days.find(day);
    return at == days.end() ? none : at->second;
}

void take_missing(model::Rules& limits, const model::Rules& farther) {
    for (auto limit :
         {&model::Rules::minimum_rest, &model::Rules::longest_day, &model::Rules::meal_within, &model::Rules::split})
        if (!(limits.*limit)) limits.*limit = farther.*limit;
}

}  // namespace

class PersonDays::Person {
  public:
    Person(const PersonDays& all, const model::CrewMember& person)
        : all_(all),
          person_(person),
          team_(all.team_of(person)),
          own_(all.calendars_.of_party(person.id)),
          away_(merged(unavailable_of(all.plan_, all.zones_, {CalendarKind::crew, person.id}))),
          split_(limits_of(all.plan_, person).split) {}

    std::vector<PersonDay> days() && {
        take_own();
        take_team();
        std::vector<PersonDay> all;
        all.reserve(days_.size());
        for (auto& [date, day] : days_) {
            day.day = date;
            sort_by_time(day.entries);
            sort_by_time(day.lost);
            settle(frame_of(date), day);
            all.push_back(std::move(day));
        }
        return all;
    }

  private:
    bool feeds(const Entry& entry) const { return is_meal(entry) && !serves(*entry.occurrence, person_.collaborator); }

    void take_own() {
        std::vector<Stretch> work;
        for (const Entry& entry : own_) {
            if (entry.part == Part::none) continue;
            if (feeds(entry)) own_meals_[entry.day].push_back(entry);
            const bool is_required = entry.part == Part::required;
            Taken taken{entry, entry.segment ? Reason::segment : Reason::own, false, false, {}};
            if (is_call(entry) && is_required) {
                const auto [first, is_new] = own_calls_.try_emplace(entry.day, entry.time.from);
                if (!is_new) first->second = std::min(first->second, entry.time.from);
                taken.reason = Reason::call;
            } else if (feeds(entry)) {
                taken.reason = Reason::meal;
            } else if (is_required && counts(entry)) {
                taken.is_work = true;
                work.push_back(entry.time);
            }
            put(taken);
        }
        own_work_ = merged(std::move(work));
    }

    void take_team() {
        for (const Sent& sent : team_.sent) {
            if (!sent.is_call || is_named(sent.entry)) continue;
            const auto [last, is_new] = team_calls_.try_emplace(sent.entry.day, sent.entry.time.from);
            if (!is_new) last->second = std::max(last->second, sent.entry.time.from);
        }
        for (const Sent& sent : team_.sent) {
            if (is_named(sent.entry)) continue;
            const bool is_sent = !sent.names_some || books_its_people(*team_.collaborator);
            const auto [first, last] = days_on(sent.entry);
            // Each show day has what is left of it for that day: what one day's call takes, another day has.
            for (time::Date day = first; day <= last; day = day + 1)
                if (is_sent || is_with_team(day)) take(sent, day);
        }
    }

    /// At the whole of it themselves, as required or as optional: then their team does not send them.
    bool is_named(const Entry& entry) const {
        const auto at = std::ranges::lower_bound(own_, entry.occurrence, {}, &Entry::occurrence);
        return at != own_.end() && at->occurrence == entry.occurrence && at->part != Part::none && !at->segment;
    }

    bool is_with_team(time::Date day) const {
        const auto call = team_calls_.find(day);
        if (call == team_calls_.end()) return false;
        const auto own = own_calls_.find(day);
        return own == own_calls_.end() || own->second <= call->second;
    }

    /// Before it nothing of their team is theirs that day.
    time::Instant bound_of(time::Date day) const {
        const auto own = own_calls_.find(day);
        return own == own_calls_.end() || is_with_team(day) ? start_of_time : own->second;
    }

    /// The days on which something is: what lasts 24 hours or more on each show day that it overlaps.
    time::DayRange days_on(const Entry& entry) const {
        const bool is_long = lasts_days(*entry.occurrence) && !entry.segment;
        return {entry.day, is_long ? last_day(*entry.occurrence, all_.plan_.event.day_start) : entry.day};
    }

    void take(const Sent& sent, time::Date day) {
        const Entry& entry = sent.entry;
        const auto lose = [&](Lost::Cause cause) { days_[day].lost.push_back({entry, cause}); };
        const Stretch too_early{start_of_time, bound_of(day)};
        if (without(entry.time, {&too_early, 1}).empty()) return lose(Lost::Cause::call);
        const std::vector<Stretch> left = left_of(entry.time, too_early);
        if (left.empty()) return lose(Lost::Cause::away);
        Taken taken{entry, sent.is_call ? Reason::call : Reason::team, true, !sent.is_call && counts(entry), {}};
        const bool may_be_covered = taken.is_work && !books_its_people(*team_.collaborator);
        const auto covers = [&](const Stretch& part) { return is_covered(part, own_work_); };
        if (may_be_covered && std::ranges::all_of(left, covers)) return lose(Lost::Cause::covered);
        if (left.size() > 1 || left.front() != entry.time) taken.parts = left;
        days_[day].entries.push_back(std::move(taken));
    }

    /// Of a time, what is left without the time before their own call and those that they are away.
    std::vector<Stretch> left_of(Stretch time, Stretch too_early) const {
        if (away_.empty()) return without(time, {&too_early, 1});
        std::vector<Stretch> cuts = away_;
        cuts.push_back(too_early);
        return without(time, merged(std::move(cuts)));
    }

    void put(const Taken& taken) {
        const auto [first, last] = days_on(taken.entry);
        for (time::Date day = first; day <= last; day = day + 1) days_[day].entries.push_back(taken);
    }

    void add_meals(time::Date day, std::vector<Entry>& meals) const {
        const std::vector<Entry>& of_team = on(team_.meals, day);
        meals.insert(meals.end(), of_team.begin(), of_team.end());
        for (const Entry& meal : on(all_.event_meals_, day))
            if (feeds(meal)) meals.push_back(meal);
        const std::vector<Entry>& own = on(own_meals_, day);
        meals.insert(meals.end(), own.begin(), own.end());
    }

    DayFrame frame_of(time::Date day) const {
        DayFrame frame{{},     {},
                       away_,  is_with_team(day),
                       split_, all_.plan_.event.rules.general_call.value_or(default_general_call)};
        // A night may last into the next day's breakfast.
        for (const time::Date near : {day - 1, day, day + 1}) add_meals(near, frame.meals);
        // One that they are merely optional at does not call them.
        for (const Entry& call : on(all_.event_calls_, day))
            if (!is_named(call)) frame.event_calls.push_back(call);
        return frame;
    }

    const PersonDays& all_;
    const model::CrewMember& person_;
    const Team& team_;
    std::span<const Entry> own_;
    std::vector<Stretch> away_;
    std::optional<time::Duration> split_;
    std::vector<Stretch> own_work_;
    ByDay own_meals_;
    std::map<time::Date, time::Instant> own_calls_;   ///< the first of each show day
    std::map<time::Date, time::Instant> team_calls_;  ///< the last of each show day
    std::map<time::Date, PersonDay> days_;
};

bool counts(const Entry& entry) {
    const model::Activity& activity = *entry.occurrence->activity;
    return !activity.all_day && activity.kind != "hold" && activity.kind != "travel" &&
           entry.time.until.seconds - entry.time.from.seconds < time::day_seconds;
}

bool serves(const Occurrence& meal, std::string_view collaborator) {
    const auto has = [&](const std::vector<std::string>& ids) {
        return std::ranges::find(ids, collaborator) != ids.end();
    };
    return has(meal.organizers()) && has(meal.participants().required);
}

model::Rules limits_of(const model::Plan& plan, const model::CrewMember& person) {
    model::Rules limits = person.rules;
    if (const auto* team = model::find(plan.collaborators, person.collaborator)) take_missing(limits, team->rules);
    take_missing(limits, plan.event.rules);
    return limits;
}

PersonDays::PersonDays(const model::Plan& plan, const Zones& zones, const Calendars& calendars)
    : plan_(plan), zones_(zones), calendars_(calendars) {
    for (const Entry& entry : calendars.of_event()) {
        if (is_call(entry)) event_calls_[entry.day].push_back(entry);
        if (is_meal(entry)) event_meals_[entry.day].push_back(entry);
    }
    for (const model::Collaborator& collaborator : plan.collaborators) {
        Team& team = teams_[collaborator.id];
        team.collaborator = &collaborator;
        Known names_some;
        for (const Entry& entry : calendars.of_party(collaborator.id))
            if (entry.sends) add(entry, team, names_some);
    }
}

void PersonDays::add(const Entry& entry, Team& team, Known& names_some) const {
    const std::string& id = team.collaborator->id;
    if (is_meal(entry) && !serves(*entry.occurrence, id)) {
        team.meals[entry.day].push_back(entry);
        return;
    }
    const auto is_ours = [&](const std::string& person) {
        const model::CrewMember* found = model::find(plan_.crew, person);
        return found && found->collaborator == id;
    };
    const auto [known, is_new] = names_some.try_emplace(&entry.occurrence->participants(), false);
    if (is_new) known->second = std::ranges::any_of(known->first->required, is_ours);
    // A call that names some is theirs alone.
    if (is_call(entry) && known->second) return;
    team.sent.push_back({entry, is_call(entry), known->second});
}

const PersonDays::Team& PersonDays::team_of(const model::CrewMember& person) const {
    static const Team nobody;
    const auto at = teams_.find(person.collaborator);
    return at == teams_.end() ? nobody : at->second;
}

const std::vector<PersonDays::Sent>& PersonDays::sent(std::string_view collaborator) const {
    static const std::vector<Sent> none;
    const auto at = teams_.find(collaborator);
    return at == teams_.end() ? none : at->second.sent;
}

std::vector<PersonDay> PersonDays::of(const model::CrewMember& person) const { return Person(*this, person).days(); }

}  // namespace backops::schedule
