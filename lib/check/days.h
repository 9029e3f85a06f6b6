#pragma once

#include "check/limits.h"
#include "schedule/resolved_event.h"

namespace backops::check {

// What the rules of people's days find in those of one person, each in the file of its rule.
void add_short_rests(const PersonAsked& asked, Findings& findings);
void add_long_days(const PersonAsked& asked, Findings& findings);
void add_late_meals(const PersonAsked& asked, Findings& findings);
void add_before_calls(const PersonAsked& asked, Findings& findings);

/// What one rule finds in one person's days, up to what is told.
class DayFindings {
  public:
    DayFindings(const PersonAsked& asked, const char* rule, Findings& all) : asked_(asked), rule_(rule), all_(all) {}

    template <class Make>
    void add(const Make& make) {
        if (count_ == most_told) add_too_many();
        if (count_++ < most_told) all_.push_back(make());
    }

  private:
    void add_too_many();

    const PersonAsked& asked_;
    const char* rule_;
    Findings& all_;
    std::size_t count_ = 0;
};

/// The people of one collaborator, with their days.
struct TeamAsked {
    std::string_view collaborator;
    std::span<const schedule::PersonDays::Sent> sent;
    std::vector<std::vector<schedule::PersonDay>> days;  ///< of each person; nobody: the company has no people
};

/// What requires a collaborator and takes nobody of it.
void add_nobody_comes(const TeamAsked& asked, Findings& findings);

/// All of these: everybody's days are made once for all rules.
Findings find_in_days(const schedule::ResolvedEvent& event);

}  // namespace backops::check
