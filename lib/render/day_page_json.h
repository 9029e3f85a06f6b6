#pragma once

#include <string_view>

#include "render/sheet_rows.h"

namespace backops::render {

/// What every sheet begins with: schema, title, issue and hash (null as yet), audience, event, day, whose it is.
Json sheet_head(const SheetWords& words, std::string_view schema, std::string_view title,
                const schedule::Selection& selection, schedule::Audience audience);

/// Adds to a sheet's head what a page of a show day says: times, contacts, sites, safety, comms, rows and what they are
/// of importance for, findings, the days ahead.
void add_day_page(Json& json, const SheetWords& words, SheetRows& rows, const sheet::DayPage& page);

}  // namespace backops::render
