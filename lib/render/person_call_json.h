#pragma once

#include "render/sheet_rows.h"
#include "sheet/call_sheet.h"

namespace backops::render {

/// What a call sheet says of one person's day. On a sheet that is not their own, private activities count in its times
/// and are named nowhere. A day without times has no `call_instant`, and says in `note` what it has instead.
Json person_call_json(const SheetWords& words, SheetRows& rows, const sheet::PersonCall& call, bool is_own_sheet);

/// {"date", "text", "call"}: the next day with times; null when there is none.
Json next_day_json(const SheetWords& words, const std::optional<schedule::PersonDay>& next);

}  // namespace backops::render
