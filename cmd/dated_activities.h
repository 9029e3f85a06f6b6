#pragma once

#include <string>

#include "cmd/writing.h"
#include "edits/named.h"
#include "edits/series_dates.h"
#include "event/fresh_ids.h"

namespace backops::cmd {

/// One date of a series as an activity by itself, under its own name `breakfast@2026-06-13`.
event::RecordFile date_of(const event::Draft& series, time::Date date, event::Intake& intake);

/// The activities of one command that writes, named by ids and dates of series.
class DatedActivities {
  public:
    DatedActivities(event::Directory& directory, event::Intake& intake);

    event::Directory& directory() { return directory_; }
    event::Intake& intake() { return intake_; }
    event::Drafts& drafts() { return drafts_; }
    Told& told() { return told_; }

    /// What words name, each once, in their order.
    std::vector<edits::Named> named(const std::vector<std::string>& words);
    event::Draft& draft(const std::string& id) { return drafts_.of(event::Noun::activity, id); }
    edits::SeriesDates dates(const std::string& id) { return {directory_, draft(id)}; }
    /// Whether these are all dates of the series, so that the series itself is meant.
    bool is_whole(const edits::Named& named);
    /// An id for a new record, free also among those that the command makes; a taken one is told apart by these words.
    std::string new_id(const std::string& name, const std::vector<std::string>& distinctions);
    /// The id that was asked for; text::Failure when it is none or is taken.
    std::string wanted_id(const std::string& wanted);

    /// Cuts the series before the date; what follows is a new record that continues it. Said in `told`, but for the
    /// lines that describe both.
    event::Draft& split(const edits::Named& named, const std::string& new_id);

    /// "sat 13 jun 2026 08:00–11:30 (day 4), Catering Tent" of an activity, or of one date of a series.
    std::string described(const edits::Named& named);
    void tell_changed(const edits::Named& named, std::string_view verb);
    void tell_same(const edits::Named& named);

  private:
    event::Directory& directory_;
    event::Intake& intake_;
    event::Drafts drafts_;
    event::FreshIds ids_;
    Told told_;
};

}  // namespace backops::cmd
