#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "event/noun.h"
#include "render/json.h"
#include "sheet/day_page.h"

namespace backops::render {

/// A record's own keys (`x-…`) by noun and id, as an object; may be asked by several threads at once. An empty
/// function: there are none.
using OwnKeys = std::function<Json(event::Noun noun, std::string_view id)>;

/// What the sheets of one show day say of things, for an audience. Everything is safe for one line of a terminal, but
/// for text of many lines, which keeps its line ends.
class SheetWords {
  public:
    /// All times are on `clock`.
    SheetWords(const sheet::Sources& sources, time::Date day, const time::Zone& clock, OwnKeys own_keys);

    /// The same for another day.
    SheetWords on(time::Date day) const;

    const model::Plan& plan() const { return plan_; }
    time::Date day() const { return day_; }
    schedule::Audience audience() const { return audience_; }

    const time::Zone& clock() const { return clock_; }
    /// Whether an activity may stand on a sheet that is not of somebody whom it takes.
    bool may_show(const schedule::Occurrence& occurrence) const { return sources_.may_show(*occurrence.activity); }

    /// "00:45+1" on the sheet's clock.
    std::string time(time::Instant instant) const;
    /// The same with `?` when it is tentative, and with what the occurrence's own clock shows in brackets when that is
    /// another: "11:00? (05:00 New York)".
    std::string time(const schedule::Occurrence& occurrence, time::Instant instant, bool is_tentative = false) const;
    /// "08:45–09:15 Europe/London" on the occurrence's own clock; empty when that is the sheet's.
    std::string own_times(const schedule::Occurrence& occurrence) const;
    /// "from 12:00", "until 14:00", "12:00–14:00 16:00–17:00": the parts of an occurrence that are somebody's.
    std::string parts(const schedule::Occurrence& occurrence, std::span<const schedule::Stretch> parts) const;
    /// The name of a collaborator or person; "Main Stage, stage left".
    std::string party(std::string_view id) const;
    std::string place(const schedule::Occurrence& occurrence) const;
    /// Why a row is on a sheet: "required", "with Acme Audio", "Main Stage", "everybody".
    std::string reason(const std::string& via) const;

    /// {"id", "name", "role", "title", "department", "radio", "phone", "email"}: what the audience has of a person.
    Json person(const model::CrewMember& person) const;
    /// The same of a person by id; null when there is none.
    Json contact(std::string_view id) const;
    /// {"rule", "severity", "message", "reason", "by"}, with names in place of ids; why and by whom it is accepted.
    Json finding(const check::Finding& finding) const;
    /// Puts a record's own keys into its object: the public's sheets have none, the crew's none of people.
    void add_own_keys(Json& json, event::Noun noun, const model::Record& record) const;

  private:
    /// A message's ids in backticks as names.
    std::string named(std::string_view message) const;
    std::string name(std::string_view id) const;

    const sheet::Sources& sources_;
    const model::Plan& plan_;
    schedule::Audience audience_;
    time::Date day_;
    time::Zone clock_;
    OwnKeys own_keys_;
};

/// Text of one line or of many; null when there is none.
Json line_or_null(std::string_view text);
Json lines_or_null(std::string_view text);

}  // namespace backops::render
