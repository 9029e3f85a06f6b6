#include "check/touched.h"

#include <algorithm>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

namespace backops::check {
namespace {

using Ids = std::set<std::string, std::less<>>;

/// Calls f for each list of areas, and of parties, that an activity or one of its dates has.
template <class F>
void for_areas(const model::Activity& activity, F f) {
    f(activity.areas);
    if (activity.repeat)
        for (const model::Change& change : activity.repeat->changes)
            if (change.areas) f(*change.areas);
}

template <class F>
void for_parties(const model::Activity& activity, F f) {
    const auto participants = [&](const model::Participants& all) {
        f(all.required);
        f(all.optional);
    };
    f(activity.organizers);
    participants(activity.participants);
    for (const model::Need& need : activity.needs) f(std::span(&need.collaborator, 1));
    for (const model::Segment& segment : activity.segments) f(segment.who);
    if (!activity.repeat) return;
    for (const model::Change& change : activity.repeat->changes) {
        if (change.organizers) f(*change.organizers);
        if (change.participants) participants(*change.participants);
    }
}

/// Whose days, calendars and areas a change concerns.
class Reach {
  public:
    void add(const model::Plan& plan, std::span<const event::RecordName> changed) {
        for (const auto& [noun, id] : changed) add(plan, noun, id);
    }

    /// Who is in a collaborator is concerned with it, and whoever is has the work, calls and meals of theirs. Whether
    /// anybody of a collaborator comes to something rests on the days of all its people.
    void widen(const model::Plan& plan) {
        for (const model::CrewMember& person : plan.crew)
            if (people_.contains(person.id) || collaborators_.contains(person.collaborator))
                shared_.insert(person.collaborator);
        for (const model::CrewMember& person : plan.crew)
            if (shared_.contains(person.collaborator)) people_.insert(person.id);
    }

    model::Plan part_of(const model::Plan& plan) const {
        if (is_all_) return plan;
        model::Plan part{plan.event, plan.areas, plan.collaborators, {}, {}, plan.timeframes, {}};
        std::ranges::copy_if(plan.crew, std::back_inserter(part.crew),
                             [&](const model::CrewMember& person) { return people_.contains(person.id); });
        // People and collaborators share one id space, and a large event asks for a hundred thousand ids.
        const Known areas(areas_.begin(), areas_.end());
        Known parties(people_.begin(), people_.end());
        for (const Ids* ids : {&collaborators_, &shared_}) parties.insert(ids->begin(), ids->end());
        std::ranges::copy_if(plan.activities, std::back_inserter(part.activities),
                             [&](const model::Activity& activity) { return has(activity, areas, parties); });
        return part;
    }

  private:
    void add(const model::Plan& plan, event::Noun noun, const std::string& id) {
        switch (noun) {
            case event::Noun::event:
            case event::Noun::timeframe:
                is_all_ = true;
                break;
            case event::Noun::area:
                areas_.insert(id);
                break;
            case event::Noun::collaborator:
                collaborators_.insert(id);
                break;
            case event::Noun::crew:
                people_.insert(id);
                break;
            case event::Noun::activity:
                if (const model::Activity* activity = model::find(plan.activities, id)) add(plan, *activity);
                activities_.insert(id);
                break;
            case event::Noun::view:
                break;
        }
    }

    void add(const model::Plan& plan, const model::Activity& activity) {
        is_all_ |= activity.global && (activity.kind == "call" || activity.kind == "meal");
        touches_shows_ |= activity.kind == "curfew";
        for_areas(activity, [&](const auto& areas) { areas_.insert(areas.begin(), areas.end()); });
        for_parties(activity, [&](const auto& parties) {
            for (const std::string& id : parties) (model::find(plan.crew, id) ? people_ : collaborators_).insert(id);
        });
    }

    using Known = std::unordered_set<std::string_view>;

    bool has(const model::Activity& activity, const Known& areas, const Known& parties) const {
        if (activity.global || activity.kind == "curfew" || activities_.contains(activity.id)) return true;
        if (touches_shows_ && activity.kind == "show") return true;
        bool found = false;
        const auto find_in = [&](const auto& ids, const Known& wanted) {
            found = found || std::ranges::any_of(ids, [&](std::string_view id) { return wanted.contains(id); });
        };
        for_areas(activity, [&](const auto& ids) { find_in(ids, areas); });
        for_parties(activity, [&](const auto& ids) { find_in(ids, parties); });
        return found;
    }

    Ids activities_, areas_, collaborators_, people_;
    Ids shared_;  ///< collaborators whose work, calls and meals are someone's
    bool touches_shows_ = false;
    bool is_all_ = false;
};

}  // namespace

Touched touched(const model::Plan& before, const model::Plan& after, std::span<const event::RecordName> changed) {
    Reach reach;
    for (const model::Plan* plan : {&before, &after}) reach.add(*plan, changed);
    for (const model::Plan* plan : {&before, &after}) reach.widen(*plan);
    return {reach.part_of(before), reach.part_of(after)};
}

Touched touched(event::ChangedPlan& changed) {
    Reach reach;
    const auto both = [&](auto act) {
        act(changed.plan());
        changed.swap();
        act(changed.plan());
        changed.swap();
    };
    both([&](const model::Plan& plan) { reach.add(plan, changed.records()); });
    both([&](const model::Plan& plan) { reach.widen(plan); });
    std::vector<model::Plan> parts;
    both([&](const model::Plan& plan) { parts.push_back(reach.part_of(plan)); });
    return {std::move(parts[0]), std::move(parts[1])};
}

}  // namespace backops::check
