#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "event/directory.h"
#include "event/fields.h"
#include "event/find.h"
#include "time/entry.h"
#include "time/zone.h"
#include "yaml/value.h"

namespace backops::event {

/// Takes what people type and gives what files hold: full ids for prefixes and names, ISO times for `fri 14:00`. Every
/// text that is not understood is a text::Failure with what to type instead.
class Intake {
  public:
    /// The start of one date of a series, `breakfast@2026-06-13`; nothing when there is no such series. What dates a
    /// series has is not this room's to know.
    using StartOfDate = std::function<std::optional<time::WallTime>(Intake& intake, std::string_view name)>;

    /// `now` is asked only when a text needs it (`today`, `in 2 hours`), so is `start_of_date`.
    Intake(Directory& directory, std::function<time::Instant()> now, StartOfDate start_of_date = {});

    /// A scalar of the field's type.
    yaml::Value scalar(const Field& field, std::string_view typed);
    /// Any value: a list from texts between commas, a record from `key=value,key=value`.
    yaml::Value value(const Field& field, std::string_view typed);
    /// One item of a list; a need also as `4 stagehand acme-audio`, where the collaborator is named as anywhere.
    yaml::Value item(const Field& list, std::string_view typed);

    std::string id(Noun noun, std::string_view typed);
    std::string id(Target target, std::string_view typed);
    time::Entered start(std::string_view typed);
    time::Entered end(std::string_view typed, const time::Entered& start);
    /// Any time that stands for itself, for ranges: a day word is its show day's beginning.
    time::Entered time(std::string_view typed);
    time::Date day(std::string_view typed);
    /// A clock time alone, in any of its forms; nothing for a text that says more or something else.
    std::optional<std::string> clock(std::string_view typed);
    const time::Setting& setting();
    /// Whose clock times are typed by, for hints on times that name an offset from UTC; the event's until then.
    void keep_clock_of(const std::string& zone) { zone_ = zone; }

    Directory& directory() { return directory_; }
    /// What was completed: "`maya` is maya-lindt (Maya Lindt)", each once.
    const std::vector<std::string>& notices() const { return notices_; }
    /// Adds what else a command says that it took upon itself, once.
    void notice(std::string text);

  private:
    yaml::Value map(const Field& field, std::string_view typed);
    yaml::Value record(const Field& field, std::string_view typed);
    yaml::Value inner_value(const Field& field, const std::string& typed,
                            const std::vector<std::pair<std::string, yaml::Value>>& before);
    yaml::Value need(const Field& field, std::string_view typed);
    std::optional<time::WallTime> start_of(std::string_view id);
    std::string told(const Found& found, std::string_view typed);

    Directory& directory_;
    std::function<time::Instant()> now_;
    StartOfDate start_of_date_;
    std::optional<time::Setting> setting_;
    std::string zone_;
    std::vector<std::string> notices_;
};

}  // namespace backops::event
