#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "render/day_page_json.h"
#include "sheet/call_sheet.h"
#include "sheet/run_sheet.h"

namespace backops::render {

/// One of many sheets, as their index lists it: `maya-lindt`, "Maya Lindt", "maya-lindt.html", "call 08:30".
struct IndexItem {
    std::string id, name, file, note;
};

/// Makes sheets as JSON, which all other formats and every template are made from (schemas/). `issue` and `hash` are
/// still to be stamped. What many sheets have in common is made once; one thread uses it. The sources must outlive it.
class SheetMaker {
  public:
    explicit SheetMaker(const sheet::Sources& sources, OwnKeys own_keys = {})
        : sources_(sources), own_keys_(std::move(own_keys)) {}

    Json call_sheet(const sheet::Request& request);  ///< `backops/call-sheet/1`
    Json day_sheet(const sheet::Request& request);   ///< `backops/day-sheet/1`
    /// Takes a sheet that is no longer needed: what its rows have in common with the next one's is then kept.
    void take_back(Json sheet);
    Json run_sheet(const sheet::RunRequest& request);  ///< `backops/run-sheet/1`
    /// `backops/index/1`: the page that lists many sheets of a day.
    Json index(const sheet::Request& request, std::string_view title, std::span<const IndexItem> items) const;

  private:
    const sheet::Sources& sources_;
    OwnKeys own_keys_;
    SheetRows rows_;
};

/// The same of files that are of no day, such as calendars.
Json index_json(const model::Event& event, std::string_view title, std::span<const IndexItem> items);

/// Puts in what tells contents apart, and whose issue it is (empty: none).
void stamp(Json& sheet, std::string_view issue);

}  // namespace backops::render
