#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "sheet/sources.h"

namespace backops::sheet {

/// What a call or day sheet is asked for: a show day, and whose it is (no calendar: everybody's).
struct Request {
    time::Date day;
    schedule::Selection selection;        ///< calendars and filters; its days and audience are the sheet's
    std::optional<time::Zone> zone = {};  ///< the clock that is asked for
};

/// The one clock of a sheet: the one that is asked for, else that of the areas whose sheet it is, if they agree, else
/// the event's.
time::Zone clock_of(const Sources& sources, const Request& request);

/// The person's day of that date; null where nothing takes them.
const schedule::PersonDay* day_on(const std::vector<schedule::PersonDay>& days, time::Date day);

/// A site or safety block, and the day's areas that have it as their own; the event's, without areas, is that of all
/// others.
template <class T>
struct Block {
    std::vector<const model::Area*> areas;
    const T* what = nullptr;
};

/// A day to come that has anything to be said of.
struct DayAhead {
    time::Date day;
    std::vector<const model::Timeframe*> frames;
    std::optional<schedule::Entry> general_call;  ///< the first of the event's calls
    std::vector<schedule::Row> key;               ///< shows, and the event's moments and fixed times
    std::size_t activities = 0;
};

/// A show day as any sheet of it tells it, before anything is drawn. Points into the sources that it was made from.
struct DayPage {
    time::Date day;
    std::vector<schedule::Band> frames;          ///< in force, in order of their starts
    std::vector<schedule::Entry> general_calls;  ///< the event's
    std::vector<Block<model::Site>> sites;
    std::vector<Block<model::Safety>> safety;
    std::vector<schedule::Row> rows;          ///< the schedule of the day, but for holds
    std::vector<schedule::Row> standby;       ///< `hold`
    std::vector<const check::Finding*> open;  ///< of the day's findings those that concern the sheet
    std::vector<const check::Finding*> accepted;
    std::vector<DayAhead> ahead;  ///< the next two
};

/// Whether it gives a day its shape: the event's calls and meals, shows, curfews, and moments or fixed times that are
/// the event's.
bool is_key(const schedule::Occurrence& occurrence);

/// Whose sheet it is, for records that are not rows.
class Scope {
  public:
    Scope(const Sources& sources, const schedule::Selection& selection, const std::vector<schedule::Row>& rows);

    /// In the order of their ids: everybody, or who is named, works for who is named, or is in the rows of an area.
    const std::vector<const model::CrewMember*>& people() const { return people_; }
    /// Whether people whom a row needs of it are on the sheet.
    bool has_team(const std::string& collaborator) const;
    /// Whether it has a line of its own: it is named, or in the rows of an area.
    bool has_company(const std::string& collaborator) const;
    /// Whether a record is named, or everything is asked for.
    bool is_named(const std::string& id) const;
    /// Ids of the records that are named.
    const std::vector<std::string>& named() const { return named_; }
    /// The one person whose sheet it is.
    const model::CrewMember* person() const { return person_; }

  private:
    std::vector<const model::CrewMember*> people_;
    std::vector<std::string> named_;
    std::set<std::string> parties_;  ///< that are named or in the rows
    std::set<std::string> needed_;   ///< of which the rows need people
    const model::CrewMember* person_ = nullptr;
    bool is_all_ = false, takes_rows_ = false;
};

/// What feeds a person between being there and being out.
std::vector<schedule::Entry> meals_of(const schedule::PersonDay& day);

/// The page of a show day. A person's has all that takes and feeds them, also where that is their team's, and what is
/// the event's. A collaborator's has what its people have of their own.
DayPage day_page(const Sources& sources, const Request& request, PeopleDays& days);

}  // namespace backops::sheet
