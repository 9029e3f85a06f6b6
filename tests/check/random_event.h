#pragma once

#include <random>

#include "event/changed_plan.h"
#include "schedule/random_plan.h"

namespace backops::tests {

/// A random plan with all that the rules look at: kinds, statuses, needs, segments with people, absences, overlaps of
/// every kind, limits of working time and acceptances.
class RandomEvent {
  public:
    explicit RandomEvent(unsigned seed) : chance_(seed + 1000), plan_(RandomPlan(seed).plan()) {
        plan_.event.rules.minimum_rest = time::Duration{(6 + upto(6)) * 3600};
        plan_.event.rules.longest_day = time::Duration{(8 + upto(6)) * 3600};
        plan_.event.rules.meal_within = time::Duration{(3 + upto(4)) * 3600};
        add_strangers();
        for (auto& area : plan_.areas) decorate(area);
        for (auto& collaborator : plan_.collaborators) decorate(collaborator);
        for (auto& person : plan_.crew) decorate(person);
        for (auto& activity : plan_.activities) decorate(activity);
    }

    model::Plan& plan() { return plan_; }

    /// Makes one record another, and says which.
    event::RecordName change() {
        switch (upto(5)) {
            case 0:
                decorate(plan_.areas[index(plan_.areas)]);
                return {event::Noun::area, changed_};
            case 1:
                decorate(plan_.collaborators[index(plan_.collaborators)]);
                return {event::Noun::collaborator, changed_};
            case 2:
                decorate(plan_.crew[index(plan_.crew)]);
                return {event::Noun::crew, changed_};
            default:
                break;
        }
        model::Activity& activity = plan_.activities[index(plan_.activities)];
        changed_ = activity.id;
        if (once_in(5)) {
            plan_.activities.erase(plan_.activities.begin() + (&activity - plan_.activities.data()));
            return {event::Noun::activity, changed_};
        }
        // As another of the same plan, so that it meets others.
        const std::string id = activity.id;
        activity = plan_.activities[index(plan_.activities)];
        activity.id = id;
        if (once_in(2)) activity.start.seconds = 3600 * upto(24);
        decorate(activity);
        return {event::Noun::activity, id};
    }

  private:
    int upto(int most) { return std::uniform_int_distribution<int>(0, most)(chance_); }
    bool once_in(int times) { return upto(times - 1) == 0; }
    template <class R>
    std::size_t index(const std::vector<R>& records) {
        return static_cast<std::size_t>(upto(static_cast<int>(records.size()) - 1));
    }
    template <class R>
    const R& any(const std::vector<R>& records) {
        return records[index(records)];
    }

    /// More records than the plan has, so that most have nothing to do with each other.
    void add_strangers() {
        for (const char* id : {"x-a", "x-b", "x-c", "x-d"}) {
            plan_.areas.emplace_back().id = id;
            plan_.collaborators.emplace_back().id = std::string("y-") + id;
            for (const char* one : {"one", "two"}) {
                plan_.crew.emplace_back().id = std::string("z-") + id + "-" + one;
                plan_.crew.back().collaborator = plan_.collaborators.back().id;
            }
        }
        for (model::Activity& activity : plan_.activities) {
            // What has gone on for years is the schedule's matter, and here only takes long.
            const int days = std::max(0, RandomPlan::first - 10 - activity.start.date);
            activity.start.date = activity.start.date + days;
            if (activity.end) activity.end->date = activity.end->date + days;
            if (once_in(3)) continue;
            activity.areas = {any(plan_.areas).id};
            activity.global = once_in(9);
            activity.organizers = {any(plan_.crew).id};
            activity.participants = {{any(plan_.crew).id}, {any(plan_.crew).id}};
            if (once_in(3)) activity.participants.required.push_back(any(plan_.collaborators).id);
        }
    }

    template <class R>
    void decorate(R& record) {
        changed_ = record.id;
        record.overlap = static_cast<model::Overlap>(upto(2));
        record.unavailable.clear();
        if (once_in(3)) {
            const time::Date day = RandomPlan::first + upto(5);
            record.unavailable = {{{{day, 0}, true}, {{day + upto(1), 0}, true}, "away"}};
        }
    }

    void decorate(model::Activity& activity) {
        static const std::vector<std::string> kinds{"", "show", "call", "meal", "hold", "travel", "curfew", "show", ""};
        activity.kind = any(kinds);
        activity.status =
            once_in(6) ? model::Status::tentative : (once_in(8) ? model::Status::cancelled : model::Status::confirmed);
        activity.needs.clear();
        if (once_in(4)) activity.needs = {{2, "hand", any(plan_.collaborators).id}};
        activity.segments.clear();
        if (once_in(3)) {
            activity.segments.resize(2);
            activity.segments[0].who = {any(plan_.crew).id};
            activity.segments[0].duration = time::Duration{1800 * (1 + upto(2))};
            activity.segments[1].who = {any(plan_.crew).id, "the caller"};
            if (once_in(2)) activity.segments[1].start = 3600 * upto(23);
        }
        activity.accept.clear();
        if (once_in(6)) activity.accept = {{"area-overlap", "", "so it is", "", {}}};
        if (once_in(6)) activity.accept.push_back({"person-overlap", any(plan_.crew).id, "so it is", "", {}});
    }

    std::mt19937 chance_;
    std::string changed_;
    model::Plan plan_;
};

}  // namespace backops::tests
