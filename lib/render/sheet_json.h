#pragma once

#include "render/sheet_words.h"
#include "sheet/call_sheet.h"
#include "sheet/run_sheet.h"

namespace backops::render {

/// Sheets as JSON, which all other formats and every template are made from: `backops/call-sheet/1`,
/// `backops/day-sheet/1` and `backops/run-sheet/1` (schemas/). `issue` and `hash` are still to be stamped.
Json call_sheet_json(const sheet::Sources& sources, const sheet::Request& request, const OwnKeys& own_keys);
Json day_sheet_json(const sheet::Sources& sources, const sheet::Request& request, const OwnKeys& own_keys);
Json run_sheet_json(const sheet::Sources& sources, const sheet::RunRequest& request, const OwnKeys& own_keys);

/// Puts in what tells contents apart, and whose issue it is (empty: none).
void stamp(Json& sheet, std::string_view issue);

}  // namespace backops::render
