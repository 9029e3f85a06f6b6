#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "render/sheet_words.h"

namespace backops::render {

/// [{"from_instant", "until_instant"}]; null for none.
Json parts_json(std::span<const schedule::Stretch> parts);

/// The rows of sheets, each as the schedule's JSON has it with the words that people read. Of a row only its reasons
/// and marks differ from sheet to sheet; all else is made once.
class SheetRows {
  public:
    Json of(const SheetWords& words, std::span<const schedule::Row> rows);
    /// Begins a sheet: what the one before has, it keeps.
    void begin() { lent_.clear(); }
    /// Takes the rows of a sheet that is no longer needed; those of the next are then not made or copied anew.
    void take_back(Json rows);
    /// {"id", "occurrence", "name", "time", "time_instant", "place"} of a call or a meal.
    const Json& of(const SheetWords& words, const schedule::Entry& entry);

  private:
    struct Made {
        Json json;         ///< null while it is in a sheet
        std::string name;  ///< with its own clock's times in brackets when that is another than the sheet's
    };
    using Key = std::tuple<time::Date, std::string_view, const model::Activity*, std::optional<time::Date>,
                           time::Instant, time::Instant>;
    static Key key_of(const SheetWords& words, const schedule::Occurrence& occurrence, schedule::Stretch time);
    /// Without the reasons of any sheet, so that its hash is the same in all of them.
    Made made(const SheetWords& words, const schedule::Occurrence& occurrence) const;

    std::map<Key, Made> made_;
    std::vector<Made*> lent_;  ///< in the order of the sheet's rows
    std::map<Key, Json> entries_;
};

}  // namespace backops::render
