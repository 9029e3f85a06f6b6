#pragma once

#include <map>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "check/report.h"
#include "model/plan.h"
#include "schedule/person_schedule.h"
#include "schedule/resolved_event.h"
#include "schedule/selection.h"

namespace backops::sheet {

/// All that an audience may know of an event, worked out once for any number of sheets. What it may not see is not in
/// it, and so in no sheet, but for private activities: people's times rest on them, and whom they take is shown them
/// (`may_show`). The public is told of no findings.
class Sources {
  public:
    /// The whole plan must outlive it. `today`, a date on the event's clock, ends acceptances.
    Sources(const model::Plan& whole, schedule::Audience audience, time::Date today);
    Sources(const Sources&) = delete;
    Sources& operator=(const Sources&) = delete;

    const model::Plan& plan() const { return plan_; }
    const schedule::ResolvedEvent& event() const { return event_; }
    schedule::Audience audience() const { return audience_; }
    /// Whether an activity may stand on a sheet that is not of somebody whom it takes.
    bool may_show(const model::Activity& activity) const {
        return audience_ == schedule::Audience::all || activity.visibility != model::Visibility::confidential;
    }
    /// Findings in the order of the report, and by the ids of what they are about.
    struct Found {
        std::vector<const check::Finding*> all;
        std::unordered_map<std::string_view, std::vector<const check::Finding*>> about;
    };
    /// Of the day's findings those that are open, and those that are accepted.
    struct DayFindings {
        Found open, accepted;
    };
    const DayFindings& findings_on(time::Date day) const;

    /// The selection's schedule of one show day. The cost follows what is on its calendars, not the event's size.
    schedule::Schedule schedule_of(schedule::Selection selection, time::Date day) const;
    /// The same, when only these can be in it.
    schedule::Schedule schedule_of(schedule::Selection selection, time::Date day,
                                   std::span<const schedule::Occurrence* const> candidates) const;
    /// What takes a person on a show day, as rows.
    std::vector<schedule::Row> rows_of(const schedule::WhoseDays& whose, schedule::Selection selection,
                                       time::Date day) const;
    /// The people of a collaborator, by id.
    const std::vector<const model::CrewMember*>& people_of(std::string_view collaborator) const;

  private:
    const model::Plan& whole_;
    schedule::Audience audience_;
    model::Plan plan_;
    schedule::ResolvedEvent event_;
    check::Report report_;
    std::map<time::Date, DayFindings> findings_;
    schedule::Candidates candidates_;
    std::unordered_map<std::string_view, std::vector<const model::CrewMember*>> people_;
};

/// What a sheet of one day needs of people's days, each person's made once.
class PeopleDays {
  public:
    PeopleDays(const Sources& sources, time::Date day) : days_(sources.event().days), day_(day) {}

    /// From the day before, which may reach into it, to the first after it on which they must be somewhere.
    const std::vector<schedule::PersonDay>& of(const model::CrewMember& person);

  private:
    const schedule::PersonDays& days_;
    time::Date day_;
    std::unordered_map<const model::CrewMember*, std::vector<schedule::PersonDay>> made_;
};

}  // namespace backops::sheet
