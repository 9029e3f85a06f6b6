#pragma once

#include <array>
#include <random>

#include "plan_builder.h"

namespace backops::tests {

/// A plan over the weekend on which Berlin's clocks go back, of all that makes a schedule hard: series with skips and
/// with changes that move an occurrence to other days or another clock, starts before `day_start`, past midnight and
/// in the repeated hour, moments, what lasts for days, all-day activities, areas on the other side of the date line.
class RandomPlan {
  public:
    explicit RandomPlan(unsigned seed) : chance_(seed) {
        builder_.event().start = first;
        builder_.event().end = first + 5;
        for (const char* id : {"main", "foh"}) builder_.area(id, id);
        builder_.area("auckland", "Auckland").timezone = "Pacific/Auckland";
        builder_.area("honolulu", "Honolulu").timezone = "Pacific/Honolulu";
        for (const char* id : {"acme", "kites"}) builder_.collab(id, id);
        builder_.person("maya", "Maya", "acme");
        builder_.person("jo", "Jo", "kites");
        builder_.timeframe("weekend", "Weekend", "2026-10-24", "2026-10-25");
        for (int number = 0; number < 30; ++number) add(number);
    }

    const PlanBuilder& builder() const { return builder_; }
    const model::Plan& plan() const { return builder_.plan(); }
    time::Date day() { return first + upto(5); }
    time::Instant moment() {
        const std::int64_t midnight = linear(time::WallTime{first, 0});
        return {midnight + upto(6 * 48) * 1800};
    }
    schedule::CalendarName calendar() {
        switch (upto(5)) {
            case 0:
                return whole_event();
            case 1:
            case 2:
                return area(pick(areas));
            case 3:
                return collab(pick(collaborators));
            default:
                return crew(pick(people));
        }
    }

    static constexpr time::Date first{20748};  // 2026-10-22

  private:
    static constexpr std::array<const char*, 4> areas{"main", "foh", "auckland", "honolulu"};
    static constexpr std::array<const char*, 2> collaborators{"acme", "kites"};
    static constexpr std::array<const char*, 2> people{"maya", "jo"};
    static constexpr std::array<int, 10> clocks{0, 150, 180, 239, 240, 600, 1410, 1530, 1710, 2100};  // minutes
    static constexpr std::array<int, 7> lengths{0, 30, 240, 600, 1440, 1500, 4000};                   // minutes

    int upto(int most) { return std::uniform_int_distribution<int>(0, most)(chance_); }
    bool once_in(int times) { return upto(times - 1) == 0; }
    template <class Choices>
    typename Choices::value_type pick(const Choices& choices) {
        return choices[static_cast<std::size_t>(upto(static_cast<int>(choices.size()) - 1))];
    }
    time::WallTime some_time() { return {first - 3 + upto(10), pick(clocks) * 60}; }

    void add(int number) {
        auto& activity = builder_.activity("work-" + std::to_string(number), "Work", "2026-10-22T10:00");
        activity.start = some_time();
        activity.all_day = once_in(8);
        if (activity.all_day) activity.start.seconds = 0;
        set_length(activity);
        activity.global = once_in(3);
        if (!once_in(3)) activity.areas = {pick(areas)};
        if (once_in(2)) activity.organizers = {pick(people)};
        if (once_in(2)) activity.participants.required = {pick(collaborators)};
        if (once_in(3)) activity.participants.optional = {pick(people)};
        if (once_in(2)) set_repeat(activity);
    }

    void set_length(model::Activity& activity) {
        const int minutes = pick(lengths);
        if (activity.all_day && once_in(2)) activity.end = time::WallTime{activity.start.date + upto(2), 0};
        if (activity.all_day || minutes == 0) return;
        if (once_in(2))
            activity.duration = time::Duration{minutes * 60};
        else
            activity.end = time::from_linear(linear(activity.start) + minutes * 60);
    }

    void set_repeat(model::Activity& activity) {
        auto& repeat = PlanBuilder::daily(activity);
        repeat.every->interval = 1 + upto(2);
        if (once_in(20)) activity.start.date = activity.start.date - 3650;
        if (once_in(4))
            repeat.until = day();
        else if (once_in(4))
            repeat.during = "weekend";
        if (once_in(4)) {
            repeat.every.reset();
            for (int times = upto(4); times >= 0; --times) repeat.dates.push_back(day());
        }
        if (once_in(3)) repeat.skip = {day(), day()};
        for (int times = upto(3); times > 0; --times) repeat.changes.push_back(some_change(activity));
    }

    model::Change some_change(const model::Activity& activity) {
        model::Change change;
        change.date = day();
        if (once_in(4)) change.areas = {pick(areas)};
        if (once_in(4)) change.participants = model::Participants{{pick(people)}, {}};
        if (!activity.all_day && once_in(2)) change.start = some_time();
        if (!activity.all_day && once_in(4)) change.duration = time::Duration{pick(lengths) * 60};
        return change;
    }

    std::mt19937 chance_;
    PlanBuilder builder_;
};

}  // namespace backops::tests
