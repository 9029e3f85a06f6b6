#pragma once

#include <optional>
#include <string>

#include "cmd/delivery.h"
#include "cmd/selection_options.h"
#include "cmd/session.h"
#include "cmd/sheet_drawing.h"
#include "event/load.h"
#include "render/drawing.h"

namespace backops::cmd {

/// The event that a sheet is made of, loaded once.
class SheetEvent {
  public:
    SheetEvent(Session& session, const Arguments& arguments);

    const model::Plan& plan() const { return loading_.plan; }
    event::Directory& directory() { return directory_; }
    OwnKeysReader& own_keys() { return own_keys_; }
    render::Screen screen() const;
    time::Date today();
    /// The show day that is now, if it is one of the event's.
    std::optional<time::Date> day_of_event();

    /// What the options say; notices are printed.
    schedule::Selection selection();
    /// The one happening that a word names: an activity that happens once, one date of a series, or its date on the
    /// selection's day. text::Failure otherwise.
    std::string occurrence_named(const std::string& typed, const schedule::Selection& selection);
    /// One of the event's columns; text::Failure with the nearest when it is none.
    std::string column_named(const std::string& typed) const;

    /// A sheet that is made of a schedule.
    Delivery delivery(const schedule::Schedule& schedule) const {
        return {session_, arguments_, loading_, schedule, "sheet"};
    }

  private:
    Session& session_;
    const Arguments& arguments_;
    event::Directory directory_;
    event::Loading loading_;
    event::Intake intake_;
    schedule::Zones zones_;
    OwnKeysReader own_keys_;
};

}  // namespace backops::cmd
