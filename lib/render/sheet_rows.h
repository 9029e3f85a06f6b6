#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <tuple>

#include "render/sheet_words.h"

namespace backops::render {

/// The rows of sheets, each as the schedule's JSON has it with the words that people read. Of a row only its reasons
/// and marks differ from sheet to sheet; all else is made once.
class SheetRows {
  public:
    Json of(const SheetWords& words, std::span<const schedule::Row> rows);
    /// {"id", "occurrence", "name", "time", "place"} of a call or a meal.
    const Json& of(const SheetWords& words, const schedule::Entry& entry);

  private:
    struct Made {
        Json json;
        std::string name;  ///< with the zone of its times when they are not the event's
    };
    using Key = std::tuple<time::Date, const model::Activity*, std::optional<time::Date>, time::Instant, time::Instant>;
    static Key key_of(const SheetWords& words, const schedule::Occurrence& occurrence, schedule::Stretch time);
    const Made& made(const SheetWords& words, const schedule::Row& row);

    std::map<Key, Made> made_;
    std::map<Key, Json> entries_;
};

}  // namespace backops::render
